import { Check, SquarePen } from 'lucide-react';
import { useKeys } from '../../../shared/keyboard/use-keys';
import { useMe } from '../../../shared/state/session';
import { WhyLine } from '../content/why-details';
import { ActionButton } from '../buttons/action-button';
import { CommentField } from '../inputs/comment-field';
import { ConfirmDialog } from '../buttons/confirm-dialog';
import styles from './decision.module.css';
import { DecisionNotices } from './decision-notices';
import { isSilent } from '../buttons/is-silent';
import { MoreMenu } from '../buttons/more-menu';
import { NextLine } from './next-line';
import { OperationPlace } from '../operation/operation-place';
import { TaskInputs } from '../inputs/task-inputs';
import { useActions, type Actions } from './use-actions';
import type { DecisionControls } from './use-decision';
import { usePresses, type Presses } from './use-presses';

function Buttons({ decision, actions }: { decision: DecisionControls; actions: Actions }) {
  const { main, beside, form, side, more } = actions;
  // Whoever has switched letters off is told of none.
  const letters = useMe().person.singleKeys;
  const keysOf = (letter: string | null, ...others: string[]): string | undefined =>
    [letters ? letter : null, ...others].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles.buttons}>
      <NextLine decision={decision} />
      <MoreMenu actions={more} />
      {side.map((action) => (
        <ActionButton key={action.key} action={action} />
      ))}
      {beside.map((action) => (
        <ActionButton
          key={action.key}
          action={action}
          className={action.danger ? styles.reject : undefined}
          aria-keyshortcuts={keysOf(action.letter)}
        />
      ))}
      {form.map((action) => (
        <ActionButton key={action.key} action={action} type="primary" icon={<SquarePen size={14} />} />
      ))}
      {main ? (
        <ActionButton
          action={main}
          type="primary"
          className={styles.approve}
          loading={decision.busy}
          icon={<Check size={14} />}
          aria-keyshortcuts={keysOf(main.letter, 'Control+Enter')}
        >
          {main.label}
          {letters && main.letter ? <kbd aria-hidden>{main.letter.toUpperCase()}</kbd> : null}
        </ActionButton>
      ) : null}
    </div>
  );
}

/** What a press opens before something is sent. */
export function OpenedDialogs({ decision, presses }: { decision: DecisionControls; presses: Presses }) {
  return (
    <>
      <ConfirmDialog decision={decision} option={presses.opened('confirm')} onClose={presses.close} />
      <OperationPlace decision={decision} option={presses.opened('asks')} onClose={presses.close} />
    </>
  );
}

/** The bar under an open request on a desk: why me, what to write, what happens next, the buttons. */
export function DecisionBar({ decision }: { decision: DecisionControls }) {
  const presses = usePresses(decision, false);
  const actions = useActions(decision, presses);
  const { view } = decision;
  const { main, beside } = actions;
  const waiting = decision.waiting && presses.of(decision.waiting);
  useKeys(Object.fromEntries([main, ...beside].flatMap((action) => (action?.letter ? [[action.letter, action.press]] : []))));
  if (isSilent(decision, actions)) return null;
  return (
    <section className={styles.bar}>
      {view.why ? <WhyLine view={view} why={view.why} /> : null}
      <DecisionNotices decision={decision} asking={presses.opened('asks') !== null} />
      <TaskInputs decision={decision} />
      {view.task && (main || beside.length > 0) ? (
        <CommentField decision={decision} onSend={decision.waiting ? (waiting ?? undefined) : main?.press} />
      ) : null}
      <Buttons decision={decision} actions={actions} />
      <OpenedDialogs decision={decision} presses={presses} />
    </section>
  );
}
