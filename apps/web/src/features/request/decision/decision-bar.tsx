import { Button, Dropdown } from 'antd';
import { Check, ChevronDown, SquarePen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { useKeys } from '../../../shared/keyboard/use-keys';
import { useStore } from '../../../shared/state/store';
import { WhyLine } from '../why-details';
import { isAbove } from './amount-threshold';
import { CommandButton } from './command-button';
import { CommentField } from './comment-field';
import { confirmAbove } from './confirm-above';
import { ConfirmDialog } from './confirm-dialog';
import styles from './decision.module.css';
import { DecisionNotices } from './decision-notices';
import { keyOf, menuLines } from './more-menu';
import { NextLine } from './next-line';
import { OperationPlace } from '../operation/operation-place';
import { ReturnDialog } from './return-dialog';
import { SideButton, useEditAgain, useIsSilent, useSideActions } from './side-actions';
import { TaskInputs } from './task-inputs';
import type { Decision } from './use-decision';

/** What pressing a button sets in motion: plain cases at once, large amounts after one more look. */
export function useDecisionActions(decision: Decision) {
  const [dialog, setDialog] = useState<'return' | 'confirm' | null>(null);
  const [operation, setOperation] = useState<string | null>(null);
  const threshold = useStore(confirmAbove);
  const can = (command: 'approve' | 'reject' | 'return'): boolean =>
    decision.held === null && !decision.busy && decision.option(command)?.enabled === true;
  const approve = (): void => {
    if (isAbove(decision.view.amount, threshold)) setDialog('confirm');
    else void decision.send('approve');
  };
  return {
    dialog,
    close: () => setDialog(null),
    /** What asks something before it is done, as it is offered now. */
    operation: decision.view.allowed.find((option) => keyOf(option) === operation) ?? null,
    open: (option: AllowedCommand) => setOperation(keyOf(option)),
    shut: () => setOperation(null),
    approve: can('approve') ? approve : undefined,
    reject: can('reject') ? () => void decision.send('reject') : undefined,
    giveBack: can('return') ? () => setDialog('return') : undefined,
  };
}

function Buttons({ decision, actions }: { decision: Decision; actions: ReturnType<typeof useDecisionActions> }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const edit = useEditAgain(decision);
  const { side, more } = useSideActions(decision, actions.open);
  const off = decision.held !== null || decision.busy;
  const [approve, reject, back, resubmit] = (['approve', 'reject', 'return', 'resubmit'] as const).map((command) =>
    decision.option(command),
  );
  return (
    <div className={styles.buttons}>
      <NextLine decision={decision} />
      {more.length > 0 ? (
        <Dropdown menu={{ items: menuLines(more), className: styles.menu ?? '' }} trigger={['click']} placement="topRight">
          <Button type="text">
            {t('more')}
            <ChevronDown size={14} aria-hidden />
          </Button>
        </Dropdown>
      ) : null}
      {side.map((action) => (
        <SideButton key={action.key} action={action} />
      ))}
      {reject ? <CommandButton option={reject} off={off} className={styles.reject} onClick={actions.reject} aria-keyshortcuts="r" /> : null}
      {back ? <CommandButton option={back} off={off} onClick={actions.giveBack} aria-keyshortcuts="b" /> : null}
      {resubmit ? (
        <CommandButton option={resubmit} off={off} type="primary" icon={<SquarePen size={14} />} onClick={edit}>
          {t('edit')}
        </CommandButton>
      ) : null}
      {approve ? (
        <CommandButton
          option={approve}
          off={off}
          type="primary"
          className={styles.approve}
          loading={decision.busy}
          onClick={actions.approve}
          icon={<Check size={14} />}
          aria-keyshortcuts="a Control+Enter"
        >
          {words(approve.label)}
          <kbd aria-hidden>A</kbd>
        </CommandButton>
      ) : null}
    </div>
  );
}

/** The bar under an open request on a desk: why me, what to write, what happens next, the buttons. */
export function DecisionBar({ decision }: { decision: Decision }) {
  const actions = useDecisionActions(decision);
  const { view } = decision;
  useKeys({ a: actions.approve, r: actions.reject, b: actions.giveBack });
  if (useIsSilent(decision)) return null;
  return (
    <section className={styles.bar}>
      {view.why ? <WhyLine why={view.why} /> : null}
      <DecisionNotices decision={decision} />
      <TaskInputs decision={decision} />
      {view.task ? <CommentField decision={decision} onSend={actions.approve} /> : null}
      <Buttons decision={decision} actions={actions} />
      <ReturnDialog decision={decision} open={actions.dialog === 'return'} onClose={actions.close} />
      <ConfirmDialog decision={decision} open={actions.dialog === 'confirm'} onClose={actions.close} />
      <OperationPlace decision={decision} option={actions.operation} onClose={actions.shut} />
    </section>
  );
}
