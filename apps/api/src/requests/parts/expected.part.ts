import {
  allSteps,
  asksText,
  foreseenText,
  onlyByRole,
  passedOver,
  passedText,
  type Derivation,
  type ForeseenStep,
  type SentenceContext,
} from '@countersign/domain';
import type { BilingualView, PersonRef } from '../../http/schema/values.view';
import type { ExpectedStep, PassedOverView } from '../dto/timeline.view';

/** With what foreseen steps are dressed. */
export interface StepWording {
  context: SentenceContext;
  person: (id: string) => PersonRef;
}

/** A foreseen step with names and reasons. */
export function expectedStep(step: ForeseenStep, { context, person }: StepWording): ExpectedStep {
  const found = allSteps(context.definition).find(({ id }) => id === step.step);
  const { why, skipped } = foreseenText(step, context);
  const people = step.people.map(person);
  return {
    step: step.step,
    title: found?.title ?? { zh: step.step, en: step.step },
    kind: found?.kind ?? 'approve',
    asks: step.asked ? asksText(step.asked) : null,
    people,
    why: why.zh === '' ? null : newsOf(why, step.derivation, { people, context }),
    passedOver: passedOverViews(step.derivation, { context, person }),
    current: step.current,
    skipped,
    merged: step.result === 'merged' ? passedText(step.step, context) : null,
    awaits: step.result === 'awaits',
    blocked: step.result === 'blocked',
  };
}

interface Shown {
  people: readonly PersonRef[];
  /** Of several, the one who is meant; absent: all of them. */
  person?: string;
  context: SentenceContext;
}

/** Why they were asked; null where it is no more than the post that stands beside their name. */
export function newsOf(why: BilingualView, derivation: Derivation | null, { people, context, person }: Shown): BilingualView | null {
  const role = derivation && onlyByRole(derivation, context, person);
  return role && people.length > 0 && people.every(({ title }) => title?.en === role.en) ? null : why;
}

/** Who was passed over, with names. */
export function passedOverViews(derivation: Derivation | null, { context, person }: StepWording): PassedOverView[] {
  return passedOver({ derivation }, context).map(({ candidate, role, why }) => ({
    person: candidate.person === null ? null : person(candidate.person),
    role,
    why,
  }));
}
