import type { DecisionControls } from '../decision/use-decision';
import type { Actions } from '../decision/use-actions';

/** Nothing to say and nothing to press: the bar would only take room. */
export function isSilent({ view, held, taken }: DecisionControls, { main, beside, form, side, more }: Actions): boolean {
  const offered = main !== null || [beside, form, side, more].some((actions) => actions.length > 0);
  return !offered && view.task === null && view.blocked === null && held === null && taken === null;
}
