import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AllowedCommand } from '../../../shared/api/wire';
import { useStore } from '../../../shared/state/store';
import { asksOnceMore } from '../buttons/amount-threshold';
import { keyOf, taskOf } from '../buttons/buttons';
import { asksOf, lacksOf, type AskedPart } from './command-of';
import { confirmAbove } from '../../../shared/state/confirm-above';
import type { DecisionControls } from './use-decision';

/** What opens before something is sent: a dialog that asks, one more look at a large amount, the sheet to write on. */
type Opened = { as: 'asks' | 'confirm' | 'sheet'; key: string };

export interface Presses {
  /** What a press of the button sets in motion; undefined while it is off. */
  of: (option: AllowedCommand) => (() => void) | undefined;
  /** The button whose dialog or sheet is open, as it is offered now. */
  opened: (as: Opened['as']) => AllowedCommand | null;
  /** The sheet of a button, whatever it asks. */
  write: (option: AllowedCommand) => void;
  close: () => void;
}

/** Whether a dialog has to ask before it is sent: what the bar has no place for, or what must be confirmed. */
function asksApart({ view }: DecisionControls, option: AllowedCommand): boolean {
  const here = option.task !== null && option.task === view.task?.id;
  // Fields of the own task stand in the bar; what is decided about rows, or paid of the whole, has no room there.
  const inBar = (asked: AskedPart): boolean =>
    here && (asked === 'stance' || (asked === 'fields' && option.rows === null && option.part === null));
  const apart = asksOf(option, taskOf(view, option)).filter((asked) => !inBar(asked));
  return option.confirm !== null || apart.length > 0 || (option.task !== null && !here) || (option.needsComment && !here);
}

/** Opens the form that an operation sends. */
function useOpenForm({ view }: DecisionControls): () => void {
  const navigate = useNavigate();
  return () =>
    void navigate({ to: '/start/$key', params: { key: view.definition.key }, search: { [view.n === 0 ? 'draft' : 'request']: view.id } });
}

/** What pressing each button sets in motion: plain cases at once, others after what they ask. `thumb`: nothing is written in the bar itself. */
export function usePresses(decision: DecisionControls, thumb: boolean): Presses {
  const [opened, setOpened] = useState<Opened | null>(null);
  const threshold = useStore(confirmAbove);
  const openForm = useOpenForm(decision);
  const { view, held, busy } = decision;
  const open = (as: Opened['as'], option: AllowedCommand): void => setOpened({ as, key: keyOf(option) });
  const press = (option: AllowedCommand): void => {
    if (option.place === 'form') return openForm();
    if (asksApart(decision, option)) return open('asks', option);
    const writes = option.task !== null && (option.needsComment || asksOf(option, taskOf(view, option)).length > 0);
    // What was written and put away goes out with no press that does not show it.
    if (thumb && (writes || (option.task !== null && decision.draft.comment.trim() !== ''))) return open('sheet', option);
    // What is still missing is said first: there is nothing to confirm yet.
    const complete = lacksOf(option, decision.draft, taskOf(view, option)).length === 0;
    if (complete && option.place === 'main' && asksOnceMore(view, threshold)) return open('confirm', option);
    void decision.send(option);
  };
  return {
    of: (option) => (option.enabled && held === null && !busy ? () => press(option) : undefined),
    opened: (as) => (opened?.as === as ? (view.allowed.find((option) => keyOf(option) === opened.key) ?? null) : null),
    write: (option) => open('sheet', option),
    close: () => setOpened(null),
  };
}
