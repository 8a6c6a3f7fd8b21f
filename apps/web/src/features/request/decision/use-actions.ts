import { useTranslation } from 'react-i18next';
import type { AllowedCommand } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { useNow } from '../../../shared/kit/moment';
import { useToasts } from '../../../shared/state/toasts';
import { takesBack } from '../use-undo-toast';
import { keyOf, namesStep, tasksOf } from '../buttons/buttons';
import { useCopyAsDraft } from './use-copy-as-draft';
import type { DecisionControls } from './use-decision';
import type { Presses } from './use-presses';

/** One thing that can be done, as it is drawn: why it is off, what follows from it. */
export interface Action {
  key: string;
  /** Which operation it is. */
  command: string;
  label: string;
  /** Undefined: it is off. */
  press: (() => void) | undefined;
  /** Why it is off; empty where it is not, or where the bar says so for all of them. */
  reason: string;
  hint: string;
  danger: boolean;
  /** Its requester is likely to want it next. */
  likely: boolean;
  /** Among which others it stands behind “more”. */
  group: AllowedCommand['group'];
  /** The letter that presses it. */
  letter: string | null;
}

/** The actions of one bar, each at its place. */
export interface Actions {
  main: Action | null;
  beside: Action[];
  form: Action[];
  side: Action[];
  more: Action[];
}

/** As many as fit beside each other on a phone. */
const MOST_ASIDE = 2;

/** What a button says, with its step where that is not plain. */
function useLabel({ view }: DecisionControls): (option: AllowedCommand) => string {
  const { t } = useTranslation('request');
  const words = useWords();
  const named = [...tasksOf(view), ...view.current];
  return (option) => {
    const what = option.place === 'form' ? t(view.n > 0 ? 'edit' : 'continueDraft') : words(option.label);
    const step = namesStep(view, option) ? named.find(({ step }) => step === option.step)?.title : undefined;
    return step ? t('actionOnStep', { what, step: words(step) }) : what;
  };
}

/** Taking back what was done last: beside the others where no toast offers it, as long as the server allows. */
function useTakeBack(decision: DecisionControls): AllowedCommand[] {
  const { view, places } = decision;
  const offered = useToasts().some((toast) => takesBack(toast, view.id));
  const now = useNow(view.undo ? 1_000 : 30_000);
  return view.undo === null || offered || Date.parse(view.undo.until) <= now.getTime() ? [] : places.afterwards;
}

/**
 * What stands as a button and what is behind “more”. A requester sees what they are likely to want next: taking back what is under way,
 * asking for the same again where it is over; beside a task of their own only what they can press, and no more than there is room for. Whoever has
 * nothing to decide sees what they can do for it, but what ends it.
 */
export function useActions(decision: DecisionControls, presses: Presses): Actions {
  const { t } = useTranslation('request');
  const words = useWords();
  const labelOf = useLabel(decision);
  const copy = useCopyAsDraft();
  const { view, places } = decision;
  const action = (option: AllowedCommand): Action => ({
    key: keyOf(option),
    command: option.command,
    label: labelOf(option),
    press: presses.of(option),
    reason: option.reason ? words(option.reason.text) : '',
    hint: option.confirm ? words(option.confirm.consequence) : '',
    danger: option.tone === 'danger',
    likely: option.likely,
    letter: option.key,
    group: option.group,
  });
  const again: Action = {
    ...{ key: 'use-again', command: 'use-again', label: t('copy'), hint: '', danger: false, letter: null, group: null },
    ...(view.notAgain
      ? { press: undefined, reason: words(view.notAgain.text), likely: false }
      : { press: () => void copy(view), reason: '', likely: view.outcome !== null }),
  };
  const back = useTakeBack(decision).map(action);
  const rest = [...places.menu.map(action), ...(view.own ? [again] : [])];
  const idle = view.task === null && !view.own;
  const room = view.task === null ? MOST_ASIDE : Math.max(0, MOST_ASIDE - places.beside.length);
  const wanted = ({ likely, reason }: Action): boolean => view.own && likely && (view.task === null || reason === '');
  const stands = (each: Action): boolean => wanted(each) || (idle && !each.danger && each.reason === '');
  const alone = rest.length === 1 && view.task === null && !rest[0]?.danger;
  const side = alone ? rest : rest.filter(stands).slice(0, room);
  return {
    main: places.main && action(places.main),
    beside: places.beside.map(action),
    form: places.form.map(action),
    side: [...back, ...side],
    more: rest.filter((each) => !side.includes(each)),
  };
}
