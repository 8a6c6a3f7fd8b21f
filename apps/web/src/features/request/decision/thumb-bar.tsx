import { useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Dropdown } from 'antd';
import { Check, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { CommentField } from './comment-field';
import { ConfirmDialog } from './confirm-dialog';
import { CommandButton, useDecisionActions } from './decision-bar';
import { DecisionNotices } from './decision-notices';
import styles from './decision.module.css';
import { useMoreItems } from './more-menu';
import { ReturnDialog } from './return-dialog';
import { TaskInputs } from './task-inputs';
import type { Decision } from './use-decision';

/** What the thumb cannot do with one press: a comment, a stance, fields to fill in. */
function WriteSheet({ decision, open, onClose }: { decision: Decision; open: 'approve' | 'reject' | null; onClose: () => void }) {
  const words = useWords();
  const option = open ? decision.option(open) : undefined;
  const send = async (): Promise<void> => {
    if (open && (await decision.send(open))) onClose();
  };
  return (
    <Drawer open={open !== null} onClose={onClose} placement="bottom" size="auto" title={option ? words(option.label) : ''}>
      <div className={styles.form}>
        {open === 'approve' ? <TaskInputs decision={decision} /> : null}
        <CommentField decision={decision} roomy />
        <Button
          type="primary"
          size="large"
          danger={open === 'reject'}
          loading={decision.busy}
          disabled={decision.held !== null}
          onClick={() => void send()}
        >
          {option ? words(option.label) : ''}
        </Button>
      </div>
    </Drawer>
  );
}

function useThumbs(decision: Decision) {
  const [sheet, setSheet] = useState<'approve' | 'reject' | null>(null);
  const actions = useDecisionActions(decision);
  const { task } = decision.view;
  const asks = task !== null && (task.kind === 'opinion' || task.fields.length > 0 || decision.option('approve')?.needsComment === true);
  return { sheet, setSheet, actions, approve: asks ? () => setSheet('approve') : actions.approve };
}

function MoreButton({ decision, onReject, onWrite }: { decision: Decision; onReject: (() => void) | undefined; onWrite: () => void }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const rest = useMoreItems(decision);
  const reject = decision.option('reject');
  const items = [
    ...(decision.view.task ? [{ key: 'write', label: t('commentLabel'), onClick: onWrite }] : []),
    ...(reject ? [{ key: 'reject', label: words(reject.label), danger: true, disabled: onReject === undefined, onClick: onReject }] : []),
    ...rest,
  ];
  if (items.length === 0) return null;
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="top">
      <Button icon={<Ellipsis size={20} />} aria-label={t('more')} />
    </Dropdown>
  );
}

/** The bar at the thumb: back, more, yes with the amount on it. */
export function ThumbBar({ decision }: { decision: Decision }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const { sheet, setSheet, actions, approve: press } = useThumbs(decision);
  const more = useMoreItems(decision);
  const { view } = decision;
  const off = decision.held !== null || decision.busy;
  const approve = decision.option('approve');
  const back = decision.option('return');
  const resubmit = decision.option('resubmit');
  if (!approve && !resubmit && more.length === 0 && decision.held === null) return null;
  const label = approve ? words(approve.label) : '';
  const withAmount = view.amount ? t('approveAmount', { label, amount: amountText(view.amount, language, 'if-any') }) : label;
  return (
    <section className={styles.thumb}>
      <DecisionNotices decision={decision} />
      <div className={styles.thumbs} data-two={!back}>
        {back ? <CommandButton option={back} off={off} onClick={actions.giveBack} /> : null}
        <MoreButton
          decision={decision}
          onReject={decision.option('reject')?.enabled && !off ? () => setSheet('reject') : undefined}
          onWrite={() => setSheet('approve')}
        />
        {approve ? (
          <CommandButton option={approve} off={off} type="primary" loading={decision.busy} onClick={press} icon={<Check size={18} />}>
            {withAmount}
          </CommandButton>
        ) : null}
        {resubmit ? (
          <CommandButton
            option={resubmit}
            off={off}
            type="primary"
            onClick={() => void navigate({ to: '/start/$key', params: { key: view.definition.key }, search: { request: view.id } })}
          >
            {t('edit')}
          </CommandButton>
        ) : null}
      </div>
      <WriteSheet decision={decision} open={sheet} onClose={() => setSheet(null)} />
      <ReturnDialog decision={decision} open={actions.dialog === 'return'} onClose={actions.close} />
      <ConfirmDialog decision={decision} open={actions.dialog === 'confirm'} onClose={actions.close} />
    </section>
  );
}
