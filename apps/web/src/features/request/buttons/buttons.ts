import type { AllowedCommand, OwnTask, RequestView } from '../../../shared/api/wire';

/** Which button it is: an operation on a step stands once for each. Pure. */
export const keyOf = ({ command, step }: AllowedCommand): string => (step === null ? command : `${command} ${step}`);

/** The reader's open tasks, the one first that the page is about. Pure. */
export const tasksOf = ({ task, otherTasks }: Pick<RequestView, 'task' | 'otherTasks'>): OwnTask[] =>
  task === null ? [] : [task, ...otherTasks];

/** The task that a button is about; null for the request as a whole. Pure. */
export const taskOf = (view: Pick<RequestView, 'task' | 'otherTasks'>, option: AllowedCommand): OwnTask | null =>
  tasksOf(view).find(({ id }) => id === option.task) ?? null;

/** Where each button of the reader stands; every one at one place. */
export interface ButtonPlaces {
  main: AllowedCommand | null;
  beside: AllowedCommand[];
  menu: AllowedCommand[];
  /** Leads to the form that it sends. */
  form: AllowedCommand[];
  /** Takes back what was done last. */
  afterwards: AllowedCommand[];
  /** Stands at each item of a list. */
  item: AllowedCommand[];
}

/** As many stand beside the one that is meant first; the others are behind “more”. */
const MOST_BESIDE = 2;

/** By what the server says of each. What can be pressed is meant first. What concerns another task than the one that the page is about stands in the menu. Pure. */
export function buttonPlaces({ allowed, task }: Pick<RequestView, 'allowed' | 'task'>): ButtonPlaces {
  const here = allowed.filter((option) => option.place === 'item' || option.task === null || option.task === task?.id);
  const at = (place: AllowedCommand['place']): AllowedCommand[] => here.filter((option) => option.place === place);
  const mains = at('main');
  const main = mains.find(({ enabled }) => enabled) ?? mains[0] ?? null;
  const aside = [...mains.filter((option) => option !== main), ...at('beside')];
  const kept = [...aside.filter(({ enabled }) => enabled), ...aside.filter(({ enabled }) => !enabled)].slice(0, MOST_BESIDE);
  return {
    main,
    beside: aside.filter((option) => kept.includes(option)),
    menu: [...aside.filter((option) => !kept.includes(option)), ...at('menu'), ...allowed.filter((option) => !here.includes(option))],
    form: at('form'),
    afterwards: at('afterwards'),
    item: at('item'),
  };
}

/** Whether the name of the step belongs on the button: another one says the same, or it is about another task than the page. Pure. */
export const namesStep = ({ allowed, task }: Pick<RequestView, 'allowed' | 'task'>, option: AllowedCommand): boolean =>
  option.step !== null &&
  (allowed.some(({ command, step }) => command === option.command && step !== option.step) ||
    (option.task !== null && option.task !== task?.id));
