import type { HumanStep, Step } from '../definition/step.schema';
import type { Company } from './company.fixture';
import { peopleFor, substitutes } from './oracle-people.fixture';
import type { Today } from './oracle-seats.fixture';
import type { OracleForm, OracleReading, Seen } from './oracle-reading.fixture';

export interface Decision {
  by: string;
  /** For whom they gave it, where that one was away. */
  absent?: string | undefined;
  /** What of the material fields its decider was shown. */
  saw: string;
  /** The same of everything. */
  sawAll: string;
  /** How many things had happened. */
  at: number;
  /** Passed in somebody's name, without being asked. */
  merged: boolean;
  /** A no, of which only a lane has ended. */
  no?: true;
}

/** What an oracle has heard so far, as far as finding people depends on it. */
export interface Memory {
  reading: OracleReading;
  seen: Seen;
  requester: string;
  above: string | null;
  company: Company;
  decisions: ReadonlyMap<string, Decision>;
  /** By step: who has corrected the form there. */
  corrected: ReadonlyMap<string, readonly string[]>;
  sentBack: ReadonlySet<string>;
  /** When the walk, and that in each lane, was last begun. */
  begun: ReadonlyMap<string, number>;
  /** Whether anything was waited for at a step that asks nobody. */
  hasWaited: (step: Step) => boolean;
  named: string | null;
}

export type Found = { people: Set<string> } | { merged: string } | 'nobody-skip' | 'nobody';

/** What becomes of a step that is come to. */
export function verdictOn(step: HumanStep, memory: Memory, merges: boolean): Found {
  const { requester, above, seen, company, named } = memory;
  const apart = decidedApart(step, memory);
  const people = peopleFor(step, company, { requester, above, amount: seen.amount, friend: seen.friend, apart, named });
  if (people.size === 0) return step.whenNobody === 'skip' && step.kind !== 'approve' ? 'nobody-skip' : 'nobody';
  const same = merges && named === null ? decidedJustBefore(step, memory) : null;
  const isAway = (person: string): boolean => substitutes(person, company).some((each) => mayAct(each, step, memory));
  return same !== null && people.has(same) && !apart.has(same) && !isAway(same) ? { merged: same } : { people };
}

/** Whoever decided one of two steps that are to be apart may not decide the other, whichever comes first; whoever corrected the form decides nothing behind. */
function decidedApart(step: HumanStep, { reading, decisions, corrected }: Memory): Set<string> {
  const apart = reading.order.filter(
    (other) => step.distinctFrom.includes(other.id) || ('distinctFrom' in other && other.distinctFrom.includes(step.id)),
  );
  const said = apart.map(({ id }) => decisions.get(id));
  const own = step.kind === 'work' && 'assignee' in step && step.assignee.by === 'requester';
  const correctors = own ? [] : reading.stepsBefore(step.id).flatMap(({ id }) => corrected.get(id) ?? []);
  const deciders = said.flatMap((decision) =>
    decision && !decision.no ? [decision.by, ...(decision.absent ? [decision.absent] : [])] : [],
  );
  return new Set([...deciders, ...correctors]);
}

/** Who decided the step directly before in this walk, where a word for that one may stand for this one too. */
function decidedJustBefore(step: HumanStep, memory: Memory): string | null {
  const { reading, seen, decisions, sentBack, begun, requester, above } = memory;
  const asksOfItsOwn = step.kind === 'work' || step.kind === 'opinion' || step.fields.required.length + step.checks.length > 0;
  if (step.samePerson !== 'merge' || asksOfItsOwn || reading.writesWhatIsRead(step) || reading.demandsComment(step, seen)) return null;
  // In a loop everybody is asked in every round.
  if (reading.isRepeated(step.id)) return null;
  const before = reading.stepsBefore(step.id).findLast(({ id }) => decisions.has(id) || sentBack.has(id));
  const decision = before && decisions.get(before.id);
  if (!decision || decision.no || decision.absent !== undefined || !('assignee' in before)) return null;
  // What came of it, or of the time, they have not seen.
  const between = reading.stepsBefore(step.id).filter((each) => reading.comesAfter(each.id, before.id));
  if (between.some((each) => memory.hasWaited(each))) return null;
  // Behind lanes several steps are directly before.
  const around = reading.lanes(step.id);
  if (reading.lanes(before.id).some((lane) => !around.includes(lane))) return null;
  if (['', ...around].some((lane) => decision.at <= (begun.get(lane) ?? 0))) return null;
  if (before.kind === 'work' || before.kind === 'opinion') return null;
  if (before.fields.hidden.some((key) => !step.fields.hidden.includes(key))) return null;
  return [requester, above, seen.friend].includes(decision.by) ? null : decision.by;
}

/** What a decision on a step would be about now. */
export function aboutNow(
  step: HumanStep,
  reading: OracleReading,
  { form, signed }: { form: OracleForm; signed: ReadonlyMap<string, number> },
): Pick<Decision, 'saw' | 'sawAll'> {
  return { saw: reading.shownTo(step, form), sawAll: reading.allShownTo(step, form, signed) };
}

/** Whether a decision need not be asked for again. Where only what changed is (`strict`), a step that passed in somebody's name stands with their word. */
export function stillStands(
  step: HumanStep,
  { by, at, saw, sawAll, merged }: Decision,
  { reading, decisions, now, strict }: Memory & { now: Pick<Decision, 'saw' | 'sawAll'>; strict: boolean },
): boolean {
  if (saw !== now.saw) return false;
  if (!strict) return !merged;
  const base = reading.stepsBefore(step.id).some(({ id }) => {
    const other = decisions.get(id);
    return other?.merged === false && !other.no && other.by === by && other.at <= at;
  });
  return sawAll === now.sawAll && (base || !merged);
}

/** Whether somebody may decide a step, had a rule found them. */
function mayAct(person: string, step: HumanStep, memory: Memory): boolean {
  const { company, requester, above, seen } = memory;
  const apart = decidedApart(step, memory);
  return peopleFor(step, company, { requester, above, amount: seen.amount, friend: seen.friend, apart, named: person }).has(person);
}

/** What the company of the moment says of the people of a step. */
export function todayOf(step: HumanStep, memory: Memory, found: Found): Today {
  const { company } = memory;
  return {
    found: typeof found === 'object' && 'people' in found ? found.people : new Set(),
    mayAct: (person) => mayAct(person, step, memory),
    isThere: (person) => company.active[person] === true,
    substitutes: (person) => substitutes(person, company),
  };
}
