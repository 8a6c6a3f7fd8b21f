import { Button, Drawer, Dropdown } from 'antd';
import { Check, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { CommentField } from './comment-field';
import { ConfirmDialog } from './confirm-dialog';
import { CommandButton } from './command-button';
import { useDecisionActions } from './decision-bar';
import { DecisionNotices } from './decision-notices';
import styles from './decision.module.css';
import { menuLines, type MoreItem } from './more-menu';
import { NextLine } from './next-line';
import { OperationPlace } from '../operation/operation-place';
import { ReturnDialog } from './return-dialog';
import { SideButton, useEditAgain, useIsSilent, useSideActions } from './side-actions';
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
        <CommentField decision={decision} roomy onSend={() => void send()} />
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
  const asks = task !== null && (task.signed || task.fields.length > 0 || decision.option('approve')?.needsComment === true);
  return { sheet, setSheet, actions, approve: asks ? () => setSheet('approve') : actions.approve };
}

interface MoreProps {
  decision: Decision;
  rest: MoreItem[];
  onReject: (() => void) | undefined;
  onWrite: () => void;
}

function MoreButton({ decision, rest, onReject, onWrite }: MoreProps) {
  const { t } = useTranslation('request');
  const words = useWords();
  const reject = decision.option('reject');
  const press = (): void => onReject?.();
  const why = reject && !reject.enabled && reject.reason ? words(reject.reason.text) : '';
  const plain = { disabled: false, title: '', hint: '', danger: false, likely: false };
  const items: MoreItem[] = [
    ...(decision.view.task ? [{ ...plain, key: 'write', label: t('commentLabel'), onClick: onWrite }] : []),
    ...(reject
      ? [{ ...plain, key: reject.command, label: words(reject.label), danger: true, disabled: !onReject, title: why, onClick: press }]
      : []),
    ...rest,
  ];
  if (items.length === 0) return null;
  return (
    <Dropdown menu={{ items: menuLines(items), className: styles.menu ?? '' }} trigger={['click']} placement="top">
      <Button icon={<Ellipsis size={20} />} aria-label={t('more')} className={styles.dots} />
    </Dropdown>
  );
}

/** What is agreed to stands on the button itself, whole, on a line of its own where one is too narrow. */
function ApproveButton({ decision, press }: { decision: Decision; press: (() => void) | undefined }) {
  const words = useWords();
  const language = useLanguage();
  const option = decision.option('approve');
  if (!option) return null;
  const { amount } = decision.view;
  return (
    <CommandButton
      option={option}
      off={decision.held !== null || decision.busy}
      type="primary"
      loading={decision.busy}
      onClick={press}
      icon={<Check size={18} />}
      className={styles.main}
    >
      <span className={styles.label}>
        <span>{words(option.label)}</span> {amount ? <span>{amountText(amount, language, 'if-any')}</span> : null}
      </span>
    </CommandButton>
  );
}

/** The bar at the thumb: back, more, yes with the amount on it. */
export function ThumbBar({ decision }: { decision: Decision }) {
  const { t } = useTranslation('request');
  const edit = useEditAgain(decision);
  const { sheet, setSheet, actions, approve: press } = useThumbs(decision);
  const { side, more } = useSideActions(decision, actions.open);
  const off = decision.held !== null || decision.busy;
  const back = decision.option('return');
  const resubmit = decision.option('resubmit');
  if (useIsSilent(decision)) return null;
  return (
    <section className={styles.thumb}>
      <DecisionNotices decision={decision} />
      <NextLine decision={decision} />
      <div className={styles.thumbs}>
        {back ? <CommandButton option={back} off={off} onClick={actions.giveBack} /> : null}
        {side.map((action) => (
          <SideButton key={action.key} action={action} />
        ))}
        <MoreButton
          decision={decision}
          rest={more}
          onReject={decision.option('reject')?.enabled && !off ? () => setSheet('reject') : undefined}
          onWrite={() => setSheet('approve')}
        />
        <ApproveButton decision={decision} press={press} />
        {resubmit ? (
          <CommandButton option={resubmit} off={off} type="primary" onClick={edit} className={styles.main}>
            {t('edit')}
          </CommandButton>
        ) : null}
      </div>
      <WriteSheet decision={decision} open={sheet} onClose={() => setSheet(null)} />
      <ReturnDialog decision={decision} open={actions.dialog === 'return'} onClose={actions.close} />
      <ConfirmDialog decision={decision} open={actions.dialog === 'confirm'} onClose={actions.close} />
      <OperationPlace decision={decision} option={actions.operation} onClose={actions.shut} />
    </section>
  );
}
