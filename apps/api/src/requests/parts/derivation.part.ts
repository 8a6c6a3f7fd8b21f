import {
  askedBesides,
  askedText,
  awayText,
  finishedSentence,
  ownValue,
  recordOf,
  removalText,
  renderTemplateBoth,
  ruleText,
  sentenceToDecide,
  vacancyTaken,
  whyLine,
  withThoseAway,
  type AskedBesides,
  type Candidate,
  type Derivation,
  type Limit,
  type SentenceContext,
} from '@countersign/domain';
import type { BilingualView, PersonRef } from '../../http/schema/values.view';
import type { CandidateView, DerivationView, LadderRungView, LimitValue, WhyView } from '../dto/decision.view';
import { wireMoney } from '../wire-money';
import type { BundleTask } from '../view/request-bundle';
import { ownTask, type ViewCase } from '../view/view-case';

/** What sentences of this view are made with. */
export function sentenceContext({
  definition,
  names,
  known,
  actor,
}: Pick<ViewCase, 'definition' | 'names' | 'known' | 'actor'>): SentenceContext {
  const { requesterId, timeZone } = known.head;
  return { definition, names, unit: names.unit, timeZone, toRequester: requesterId === actor.personId };
}

/** With what candidates are dressed. */
export interface CandidateWording {
  person: ViewCase['person'];
  context: SentenceContext;
}

/** Reasons that are about the limit itself: such a rung does not reach. */
const TOO_SHORT: ReadonlySet<string> = new Set(['limit-too-low', 'limit-blank', 'no-authority', 'plan-not-covered', 'grant-withheld']);
export const VACANT: BilingualView = { zh: '空缺岗位', en: 'Vacant post' };

export function limitView(limit: Limit | undefined): LimitValue {
  return limit === undefined || limit === null ? null : limit === 'no-limit' ? limit : wireMoney(limit.minor, limit.currency);
}

export function roleView(role: string | null, { names }: Pick<SentenceContext, 'names'>): BilingualView | null {
  return role === null ? null : (ownValue(names.roles, role) ?? { zh: role, en: role });
}

/** The role of the post by which somebody was looked at; of whoever takes the place of a vacant one, that they do. */
function takenRole({ role, substitutes }: Candidate, names: Pick<SentenceContext, 'names'>): BilingualView | null {
  const title = roleView(role, names);
  return title === null || !substitutes ? title : vacancyTaken(title);
}

/** Why the reader's own task is with them, in a line and in full. */
export function whyOf(view: ViewCase): WhyView | null {
  const own = ownTask(view);
  if (!own?.task.derivation) return null;
  const { step, derivation } = own.task;
  const known = hiddenAmount(view) ? { ...derivation, amount: null } : derivation;
  const context = sentenceContext(view);
  const asked = askedOn(view, own.task);
  if (asked) return askedWhy(view, step, askedText(asked, context, true));
  return { step, line: whyLine(known, context, view.actor.personId), derivation: derivationView(known, { person: view.person, context }) };
}

/** Who is away, in whose place its person is asked. */
export function actingForOf({ state, person }: ViewCase, { step, seat, generation }: BundleTask): PersonRef | null {
  const own = recordOf(state.context, step)?.seats[seat];
  return own?.generation === generation && own.actingFor !== undefined ? person(own.actingFor) : null;
}

/** Whoever reads it is spoken to. */
export const READER = { zh: '您', en: 'you' };

/** Why the reader is asked in the place of somebody who is away, and not whoever was named to stand in; null where it is they. */
export function insteadOfNamed(view: ViewCase, { derivation, personId }: BundleTask): BilingualView | null {
  const standIn = derivation?.standIns?.find(({ person }) => person === personId);
  if (standIn === undefined || standIn.named) return null;
  const { names } = view;
  return awayText(standIn, { ...sentenceContext(view), names: { ...names, people: { ...names.people, [personId]: READER } } });
}

/** For what a task is with its person whom no rule of its step has found, and by whom; null where one has, or its ladder when it was late. */
export function askedOn(
  { state }: ViewCase,
  { step, seat, generation, derivation }: Pick<BundleTask, 'step' | 'seat' | 'generation'> & { derivation: Derivation | null },
): AskedBesides | null {
  if (derivation?.late === true) return null;
  const record = recordOf(state.context, step);
  const own = record?.seats[seat];
  return record && own?.generation === generation ? askedBesides(record, own) : null;
}

/** Somebody has asked the reader: there was no search, and nobody was passed over. */
function askedWhy({ actor, person }: ViewCase, step: string, line: BilingualView): WhyView {
  const reader = { person: person(actor.personId), role: null, limit: null, chosen: true, removed: null };
  return { step, line, derivation: { rules: [{ rule: line, candidates: [reader] }], result: 'seats', amount: null, plan: null } };
}

export function derivationView(derivation: Derivation, view: CandidateWording): DerivationView {
  return {
    rules: derivation.rules.map(({ rule, candidates, chosen }) => ({
      rule: ruleText(rule, derivation, view.context),
      candidates: withThoseAway(candidates, derivation.standIns).map((candidate) =>
        candidateView(candidate, [...chosen, ...(derivation.standIns ?? []).map(({ person }) => person)], view),
      ),
    })),
    result: derivation.result,
    amount: derivation.amount && wireMoney(derivation.amount.minor, derivation.amount.currency),
    plan: derivation.plan,
  };
}

export function candidateView(candidate: Candidate, chosen: readonly string[], view: CandidateWording): CandidateView {
  const { person, limit, removed } = candidate;
  return {
    person: person === null ? null : view.person(person),
    role: takenRole(candidate, view.context),
    limit: limitView(limit),
    chosen: removed === null && person !== null && chosen.includes(person),
    removed: removalText(candidate, view.context),
  };
}

/** The ladder of limits: everybody on the line that the newest climb went up, those who are not reached included. */
export function ladderView(view: ViewCase): LadderRungView[] | null {
  if (hiddenAmount(view)) return null;
  // Limits are told of where an amount is asked about, and of no other line that was climbed.
  const climbed = view.bundle.tasks.filter(
    ({ derivation }) => derivation !== null && derivation.amount !== null && derivation.ladder.length > 0,
  );
  const task = climbed.find(({ status }) => status === 'open') ?? climbed.at(-1);
  if (!task?.derivation) return null;
  const seats = new Set(
    climbed.filter(({ step, generation }) => step === task.step && generation === task.generation).map(({ personId }) => personId),
  );
  const context = sentenceContext(view);
  return upToNoLimit(task.derivation.ladder).map((candidate) => rungView(candidate, { view, seats, context }));
}

/** With what a rung is dressed. */
export interface RungWording {
  view: ViewCase;
  seats: ReadonlySet<string>;
  context: SentenceContext;
}

/** One of those on a ladder; `seats`: whom it is with. */
export function rungView(candidate: Candidate, { view, seats, context }: RungWording): LadderRungView {
  const { person, limit, removed } = candidate;
  return {
    person: person === null ? null : view.person(person),
    role: takenRole(candidate, view) ?? VACANT,
    limit: limitView(limit),
    reaches: person !== null && !TOO_SHORT.has(removed?.code ?? ''),
    why: removed?.code === 'limit-too-low' ? null : removalText(candidate, context),
    current: person !== null && seats.has(person),
    you: person === view.actor.personId,
  };
}

/** Whoever stands above somebody who may without limit adds nothing to the picture. */
export function upToNoLimit(ladder: Candidate[]): Candidate[] {
  const top = ladder.findIndex(({ limit, removed }) => limit === 'no-limit' && !TOO_SHORT.has(removed?.code ?? ''));
  return top < 0 ? ladder : ladder.slice(0, top + 1);
}

/** The sentence of the request: with what became of it, or as whoever must decide because a limit below is too low reads it. */
export function sentenceOf(view: ViewCase): BilingualView {
  const { definition, values, names, state } = view;
  const asked = renderTemplateBoth(definition.sentence, { definition, values, names });
  const sentence = finishedSentence(asked, state.context, { definition });
  const own = ownTask(view);
  const derivation = own && askedOn(view, own.task) === null ? own.task.derivation : null;
  return !derivation || hiddenAmount(view) ? sentence : sentenceToDecide(sentence, derivation, sentenceContext(view));
}

/** Whether this reader may not see the amount. */
export function hiddenAmount({ definition, hidden }: ViewCase): boolean {
  return definition.amount !== undefined && hidden.has(definition.amount);
}
