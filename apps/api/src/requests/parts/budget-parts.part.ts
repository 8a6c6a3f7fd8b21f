import {
  isHuman,
  ownValue,
  partDecided,
  recordOf,
  resolve,
  type Candidate,
  type Derivation,
  type HumanStep,
  type PartDecided,
} from '@countersign/domain';
import { money } from '../budget/budget-words';
import type { BudgetPartView } from '../budget/budget-effect.view';
import { hiddenAmount, rungView, sentenceContext, upToNoLimit } from './derivation.part';
import type { ViewCase } from '../view/view-case';

/** A part of what is asked, the step that decides it, and how its people are found. */
interface PartAhead extends PartDecided {
  step: HumanStep;
  derivation: Derivation | null;
}

/** Of a request that its line covers in part: both parts, as its definition has them decided one after the other. Pure. */
export function partsOf(view: ViewCase): PartAhead[] {
  if (hiddenAmount(view)) return [];
  const { process, definition, state } = view;
  const found = process.order.flatMap((id): PartAhead[] => {
    const step = ownValue(process.steps, id);
    const part = step && isHuman(step) ? partDecided(step, definition, state.context) : null;
    return part && step && isHuman(step) ? [{ ...part, step, derivation: derivationOf(view, id) }] : [];
  });
  return found.length > 1 ? found : [];
}

/** How its people were found, else how they would be now. */
function derivationOf({ bundle, process, state, known, untold }: ViewCase, step: string): Derivation | null {
  const asked = bundle.tasks.findLast((task) => task.step === step && task.derivation !== null && task.derivation.given !== true);
  if (asked?.derivation) return asked.derivation;
  try {
    return resolve(process, state, step, known.directory).derivation;
  } catch (error) {
    untold('who decides a part of it', error);
    return null;
  }
}

/** Everybody on the line that it climbs; where it climbs none, whom its rules have looked at. */
function lookedAt({ derivation }: PartAhead): Candidate[] {
  if (derivation === null) return [];
  if (derivation.ladder.length > 0) return upToNoLimit(derivation.ladder);
  const all = derivation.rules.flatMap(({ candidates }) => candidates);
  return all.filter(({ person }, place) => all.findIndex((each) => each.person === person) === place);
}

/** Whom a part names. Pure. */
export const peopleOfPart = (part: PartAhead): string[] => lookedAt(part).flatMap(({ person }) => person ?? []);

/** Pure. */
export function partView(part: PartAhead, view: ViewCase): BudgetPartView {
  const chosen = new Set(part.derivation?.rules.flatMap((rule) => rule.chosen) ?? []);
  const wording = { view, seats: chosen, context: sentenceContext(view) };
  return {
    part: part.part,
    amount: money(part.amount.minor, part.amount.currency),
    step: part.step.title,
    approved: ['passed', 'merged'].includes(recordOf(view.state.context, part.step.id)?.status ?? ''),
    ladder: lookedAt(part).map((candidate) => rungView(candidate, wording)),
  };
}
