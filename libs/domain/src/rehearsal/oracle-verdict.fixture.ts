import type { HumanStep, Step } from '../definition/step.schema';
import type { Company } from './company.fixture';
import { peopleFor, substitutes, type Case } from './oracle-people.fixture';
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
  /** When steps have signed last. */
  signed: ReadonlyMap<string, number>;
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
  const { company, named } = memory;
  const given = caseOf(step, memory, named);
  const people = peopleFor(step, company, given);
  if (people.size === 0) return step.whenNobody === 'skip' && step.kind !== 'approve' ? 'nobody-skip' : 'nobody';
  const isAway = (person: string): boolean => substitutes(person, company).some((each) => mayAct(each, step, memory));
  const agreed = merges && named === null ? agreedBefore(step, memory) : [];
  const same = agreed.find((person) => people.has(person) && !given.apart.has(person) && !isAway(person));
  return same === undefined ? { people } : { merged: same };
}

/** What finding the people of a step depends on. */
function caseOf(step: HumanStep, memory: Memory, named: string | null): Case {
  const { requester, above, seen } = memory;
  const [apart, passedOver] = [decidedApart(step, memory), decidedDirectlyBefore(step, memory)];
  return { requester, above, amount: seen.amount, friend: seen.friend, board: seen.board, apart, passedOver, named };
}

/** Whoever decided the step directly before, where their superior is to be asked. */
function decidedDirectlyBefore(step: HumanStep, memory: Memory): Set<string> {
  const before = step.samePerson === 'superior' ? directlyBefore(step, memory) : undefined;
  const decision = before && memory.decisions.get(before.id);
  if (!decision || decision.no) return new Set();
  return new Set([decision.by, ...(decision.absent === undefined ? [] : [decision.absent])]);
}

/** The step that was taken directly before; none behind lanes, where several are. */
function directlyBefore(step: HumanStep, { reading, decisions, sentBack }: Memory): HumanStep | undefined {
  const before = reading.stepsBefore(step.id).findLast((each) => 'fields' in each && (decisions.has(each.id) || sentBack.has(each.id)));
  const around = reading.lanes(step.id);
  return before && reading.lanes(before.id).every((lane) => around.includes(lane)) ? (before as HumanStep) : undefined;
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

/** Whose word for an earlier step in this walk may stand for this one too: that directly before, or any whose people have seen all since; whoever spoke last first. */
function agreedBefore(step: HumanStep, memory: Memory): string[] {
  const { reading, seen, decisions, requester, above } = memory;
  const asksOfItsOwn = step.kind === 'work' || step.kind === 'opinion' || step.fields.required.length + step.checks.length > 0;
  if (asksOfItsOwn || reading.writesWhatIsRead(step) || reading.demandsComment(step, seen)) return [];
  // In a loop everybody is asked in every round.
  if (reading.isRepeated(step.id)) return [];
  const last = directlyBefore(step, memory);
  const earlier = step.samePerson === 'any' ? reading.stepsBefore(step.id).toReversed() : [last];
  return earlier.flatMap((each) => {
    if (each === undefined || !('fields' in each) || !saysYesTo(step, each as HumanStep, memory)) return [];
    if (each !== last && !hasSeenAll(step, each as HumanStep, memory)) return [];
    const { by } = decisions.get(each.id) as Decision;
    return [requester, above, seen.friend].includes(by) ? [] : [by];
  });
}

/** Whether a yes to an earlier step was given in this walk, by its own person, about no less than a later one shows, and nothing was waited for since. */
function saysYesTo(step: HumanStep, earlier: HumanStep, memory: Memory): boolean {
  const { reading, decisions, begun } = memory;
  const decision = decisions.get(earlier.id);
  if (!['merge', 'any'].includes(step.samePerson) || !decision || decision.no || decision.absent !== undefined) return false;
  // What came of it, or of the time, they have not seen.
  if (between(earlier, step, reading).some((each) => memory.hasWaited(each))) return false;
  const around = reading.lanes(step.id);
  if (reading.lanes(earlier.id).some((lane) => !around.includes(lane))) return false;
  if (['', ...around].some((lane) => decision.at <= (begun.get(lane) ?? 0))) return false;
  if (earlier.kind === 'work' || earlier.kind === 'opinion') return false;
  return earlier.fields.hidden.every((key) => step.fields.hidden.includes(key));
}

/** Steps that come after one and before another. */
const between = (earlier: Step, later: Step, reading: OracleReading): Step[] =>
  reading.stepsBefore(later.id).filter((each) => reading.comesAfter(each.id, earlier.id));

/** Whether whoever decided a step was shown just what it shows now, and everything that was signed or filled in since. */
function hasSeenAll(step: HumanStep, earlier: HumanStep, memory: Memory): boolean {
  const { reading, decisions, sentBack, seen, signed } = memory;
  if (decisions.get(earlier.id)?.sawAll !== reading.allShownTo(earlier, seen, signed)) return false;
  const isShownFlag = reading.stepsBefore(earlier.id).some(writesFlag) && !writesFlag(earlier);
  return between(earlier, step, reading)
    .filter(({ id }) => decisions.has(id) || sentBack.has(id))
    .every((each) => each.kind !== 'opinion' && (isShownFlag || !writesFlag(each)));
}

const writesFlag = (step: Step): boolean => 'fields' in step && step.fields.write.includes('flag');

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
  return peopleFor(step, memory.company, caseOf(step, memory, person)).has(person);
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
