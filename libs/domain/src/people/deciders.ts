import { derivedFrom } from '../definition/fields/derived';
import type { Definition } from '../definition/definition.schema';
import { kindOf, type HumanStep, type Step } from '../definition/step.schema';
import { conditionPaths } from '../conditions/operands';
import { environmentOf } from '../conditions/environment';
import { holds, rootOf } from '../conditions/holds';
import { wholeDigest } from '../form/shown/shown-now';
import { isCalling, isHuman, isPausing, isStarting, rulesOf } from '../definition/flow';
import type { Outline } from '../definition/structure/outline';
import { stepOfLane } from '../definition/structure/lane-name';
import { before, follows, regionsOf, WHOLE, type Structure } from '../definition/structure/structure';
import type { RequestContext, StepRecord } from '../request/request-state';
import { isOwnMatter } from '../request/links/own-request';
import { itemWordsOf } from '../request/items/items';
import { namedFor, recordOf, votesOf, withoutAdded } from '../request/standing';
import { ownValue } from '../text/own-value';

/** The part of a process that tells who may be merged. */
export type MergingProcess = Pick<
  Outline,
  'definition' | 'steps' | 'structure' | 'apart' | 'correctors' | 'writesForOthers' | 'shown' | 'shownFrom' | 'shownOthers'
>;

/** People by whose word a step stands, and those for whom they gave it; empty while it has not passed. Pure. */
export function decidersOf(record: StepRecord | undefined): string[] {
  if (record?.status !== 'passed' && record?.status !== 'merged') return [];
  const seats = Object.values(record.seats).filter(({ vote }) => vote?.answer === 'yes');
  const behind = seats.flatMap(({ actingFor = [] }) => actingFor);
  const words = votesOf(record).filter(({ answer }) => answer === 'yes');
  return [...new Set([...behind, ...[...words, ...itemWordsOf(record)].map(({ person }) => person)])];
}

/** Whether approving the step demands a comment where the request stands. Pure. */
export function demandsComment(step: HumanStep, context: RequestContext): boolean {
  if (kindOf(step).decision?.signed) return true;
  return typeof step.commentRequired === 'boolean' ? step.commentRequired : holds(step.commentRequired, environmentOf(context));
}

/** What is paid at a step; null where nothing is. Pure. */
export function paysAt(step: Step): NonNullable<Extract<Step, { kind: 'work' }>['pays']> | null {
  return (step.kind === 'work' && step.pays) || null;
}

/** By step that people decide: the steps whose deciders may not decide it, whichever of the two is decided first. Pure. */
export function stepsApart(steps: readonly Step[]): Outline['apart'] {
  const human = steps.filter(isHuman);
  const apart = new Map(human.map(({ id, distinctFrom }) => [id, new Set(distinctFrom)]));
  // Whoever gave the yes to an amount does not pay it.
  const binding = human.filter((step) => kindOf(step).decision?.binding).map(({ id }) => id);
  for (const step of human) if (paysAt(step)) binding.forEach((id) => apart.get(step.id)?.add(id));
  for (const { id, distinctFrom } of human) distinctFrom.filter((other) => other !== id).forEach((other) => apart.get(other)?.add(id));
  return Object.fromEntries([...apart].map(([id, others]) => [id, [...others]]));
}

/** Who has corrected the form at a step while passing it. Pure. */
export function correctorsAt({ editedBy }: Pick<RequestContext, 'editedBy'>, step: string): readonly string[] {
  return ownValue(editedBy ?? {}, step) ?? [];
}

/** By step that people decide: the steps before it whose correctors may not decide it, as they wrote what it is about. Pure. */
export function correctorsApart(steps: readonly Step[], structure: Structure): Outline['correctors'] {
  const human = steps.filter(isHuman);
  const correct = new Set(human.filter(({ fields }) => fields.edit !== undefined).map(({ id }) => id));
  const apart = human.flatMap((step): [string, string[]][] => {
    if (step.ownCorrection === 'allow' || !excludesRequester(step)) return [];
    const earlier = before(structure, step.id).filter((id) => correct.has(id));
    return earlier.length === 0 ? [] : [[step.id, earlier]];
  });
  return Object.fromEntries(apart);
}

/** Steps that write something that anything else reads (`routing`: what conditions, rules, limits and guards read): nobody passes them unasked. Pure. */
export function writersForOthers(definition: Definition, steps: readonly Step[], routing: readonly string[]): Outline['writesForOthers'] {
  const summed = definition.form.fields.flatMap(derivedFrom);
  const asked = definition.form.fields.flatMap(({ visible, required }) =>
    [visible, required].flatMap((condition) => (typeof condition === 'object' ? conditionPaths(condition) : [])),
  );
  const read = new Set([...routing, ...summed, ...asked].map(rootOf));
  return new Set(steps.filter((step) => isHuman(step) && step.fields.write.some((key) => read.has(key))).map(({ id }) => id));
}

/** A request and the process that it walks. */
interface Walk {
  context: RequestContext;
  process: MergingProcess;
}

/** A step that was decided in this walk, which was begun with that transition. */
interface Decided {
  step: HumanStep;
  record: StepRecord;
  begun: number;
}

/** The step directly before one; undefined behind a join, where several are and nobody decided the only one. */
function directlyBefore(step: HumanStep, context: RequestContext, { structure }: MergingProcess): string | undefined {
  const last = before(structure, step.id).findLast((id) => !['skipped', undefined].includes(recordOf(context, id)?.status));
  const around = regionsOf(structure, step.id);
  return last !== undefined && regionsOf(structure, last).every((region) => around.includes(region)) ? last : undefined;
}

/** An earlier step, if somebody decided it in this walk and nothing was waited for since: standing decisions of an earlier walk count for nobody. */
function decidedAt(earlier: string, step: HumanStep, { context, process }: Walk): Decided | null {
  const { structure, steps } = process;
  const around = regionsOf(structure, step.id);
  if (!regionsOf(structure, earlier).every((region) => around.includes(region))) return null;
  if (waitedBetween(earlier, step.id, { context, process })) return null;
  const [decided, record] = [ownValue(steps, earlier), recordOf(context, earlier)];
  const begun = Math.max(...around.map((region) => ownValue(context.walked, region) ?? 0));
  if (decided === undefined || !isHuman(decided) || record === undefined) return null;
  if (record.status !== 'passed' && record.status !== 'merged') return null;
  return votesOf(record).some(({ n }) => n > begun) ? { step: decided, record, begun } : null;
}

/** Decided steps in whose people's name a step may pass, the nearest first: the one directly before, or by `any` every one whose people saw all since. */
function decidedBefore(step: HumanStep, context: RequestContext, process: MergingProcess): Decided[] {
  const last = directlyBefore(step, context, process);
  const earlier = step.samePerson === 'any' ? before(process.structure, step.id).reverse() : [last].filter((id) => id !== undefined);
  return earlier
    .filter((id) => id === last || hasSeenAll(id, step, { context, process }))
    .flatMap((id) => decidedAt(id, step, { context, process }) ?? []);
}

/** Whether everything that was filled in or signed before a step was there when an earlier one was decided. */
function hasSeenAll(earlier: string, step: HumanStep, { context, process: { shownFrom } }: Walk): boolean {
  const seen = [earlier, ...(ownValue(shownFrom, earlier) ?? [])];
  const written = (ownValue(shownFrom, step.id) ?? []).filter((id) => !['skipped', undefined].includes(recordOf(context, id)?.status));
  return written.every((id) => seen.includes(id));
}

/** Who decided the step directly before one, where that has passed, and which it is; null where nobody did. Pure. */
export function justBefore(step: HumanStep, context: RequestContext, process: MergingProcess): { step: string; people: string[] } | null {
  const last = directlyBefore(step, context, process);
  const people = last === undefined ? [] : decidersOf(recordOf(context, last));
  return last === undefined || people.length === 0 ? null : { step: last, people };
}

/** Whether anything was waited for between two steps: what came of it, or of the time, whoever decided before has not seen. */
function waitedBetween(one: string, other: string, { context, process }: Walk): boolean {
  const { structure, steps } = process;
  return Object.values(steps).some(
    (each) => waited(each, recordOf(context, each.id)) && follows(structure, each.id, one) && follows(structure, other, each.id),
  );
}

function waited(step: Step, record: StepRecord | undefined): boolean {
  return (
    (isStarting(step) && step.wait !== 'none' && record?.children !== undefined) ||
    (isPausing(step) && record?.until !== undefined) ||
    (isCalling(step) && step.wait !== 'none' && record?.call !== undefined)
  );
}

/** Whether a step may only be passed by whoever is asked on it: it wants something of its own from them. */
function asksItself(step: HumanStep, context: RequestContext, process: MergingProcess): boolean {
  const { signed, carriedOut } = kindOf(step).decision ?? {};
  return (
    !(step.samePerson === 'merge' || step.samePerson === 'any') ||
    kindOf(step).settle !== undefined ||
    signed === true ||
    carriedOut === true ||
    step.fields.required.length > 0 ||
    step.checks.length > 0 ||
    process.writesForOthers.has(step.id) ||
    demandsComment(step, context)
  );
}

/** Whether a step is in a loop: there everybody is asked in every round, a word given before the loop or earlier in the round says nothing in it. */
function isRepeated(step: HumanStep, { structure, steps }: MergingProcess): boolean {
  return regionsOf(structure, step.id).some((region) => {
    const holder = region === WHOLE ? undefined : ownValue(steps, stepOfLane(region));
    return holder !== undefined && kindOf(holder).repeats === true;
  });
}

/** Whether a yes to one step says yes to the next: an opinion or work done says none, and nobody says it to what they were not shown. */
function saysYesTo(next: HumanStep, decided: HumanStep): boolean {
  const { signed, carriedOut } = kindOf(decided).decision ?? {};
  return !signed && !carriedOut && decided.fields.hidden.every((key) => next.fields.hidden.includes(key));
}

/**
 * People in whose name the step may pass without being asked again (G40), whoever spoke last first: who said yes to the step directly before it in this
 * walk (by `any`: to any before it), to nothing else than what is shown there now, and nothing but yes. Nobody where something new came between, the request has come back since, that
 * step was an opinion or work or hid something that this one shows, the step is in a loop, a comment, a signature, evidence, a required field, a check or something that others
 * read is asked for, people sit on it already, or the definition says `ask`. Pure. `resolve` merges only when one of them is also among those it found.
 */
export function mergeCandidates(step: HumanStep, context: RequestContext, process: MergingProcess): string[] {
  if (
    asksItself(step, context, process) ||
    isRepeated(step, process) ||
    recordOf(context, step.id)?.status === 'open' ||
    namedFor(context, step.id) !== null
  )
    return [];
  const last = directlyBefore(step, context, process);
  const kept = new Set([
    ...(ownValue(process.apart, step.id) ?? []).flatMap((other) => decidersOf(recordOf(context, other))),
    ...(ownValue(process.correctors, step.id) ?? []).flatMap((other) => correctorsAt(context, other)),
  ]);
  // Work may be done by the requester; nothing that follows may pass in their name.
  const mayBe = (person: string): boolean => !kept.has(person) && !(excludesRequester(step) && isPartial(person, context));
  const said = decidedBefore(step, context, process).filter((each) => saysYesTo(step, each.step));
  return [...new Set(said.flatMap((each) => agreed(each, each.step.id === last, { context, process })))].filter(mayBe);
}

/**
 * Whose own yes a step stands by: none that was given for somebody else, and none of whoever has said anything else there too. Whoever settled it just
 * now (`fresh`) needs no comparing.
 */
function agreed({ step, record, begun }: Decided, fresh: boolean, { context, process }: Walk): string[] {
  const own = Object.values(withoutAdded(record).seats).filter(({ vote }) => vote !== undefined);
  const others = new Set(
    own.flatMap(({ vote, actingFor }) => (vote?.answer === 'yes' && actingFor === undefined ? [] : (vote?.person ?? []))),
  );
  const words = own.flatMap(({ vote }) => vote ?? []).sort((left, right) => right.n - left.n);
  const whole = words.length > 1 || !fresh ? wholeDigest(process, step.id, context) : '';
  // Whoever spoke last has settled it just now; of those before, who was shown just the same.
  const still = words.filter(({ n, shown }, index) => n > begun && ((fresh && index === 0) || shown === whole));
  return [...new Set(still.map(({ person }) => person))].filter((person) => !others.has(person));
}

/** Whose own matter it is, or who changed its form. */
function isPartial(person: string, context: RequestContext): boolean {
  return isOwnMatter(person, context) || (context.correctedBy?.includes(person) ?? false);
}

/** Whether the requester (and the beneficiary) may not act on the step: everywhere, except on work that is assigned to the requester. Pure. */
export function excludesRequester(step: HumanStep): boolean {
  // What is done item by item decides nothing about the request.
  if (kindOf(step).list) return false;
  return !(kindOf(step).decision?.carriedOut && rulesOf(step).some((rule) => rule.by === 'requester'));
}
