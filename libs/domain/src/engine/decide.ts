import { fundsHeld } from '../budget/funds-held';
import { movementsBetween, type Movement } from '../budget/movements';
import { transferred } from '../budget/transferred';
import { budgetField } from '../definition/fields/budget-field';
import { broughtFields } from '../definition/flow';
import { equalJson } from '../digest/equal-json';
import { heldBy, heldElsewhere, usedUp } from '../guards/held';
import type { Process } from '../machine/process/process';
import { formAfter } from '../operations/form/form-after';
import type { FormBefore } from '../operations/form/written-form';
import type { HeldField } from '../definition/structure/outline';
import { humanStepNamed } from '../operations/seats/on-task';
import type { CameOf } from '../operations/operation';
import { operationOf, takenBackBy } from '../operations/registry';
import { holdsRole } from '../people/actor-facts';
import type { Candidate, Derivation } from '../people/derivation';
import type { Directory } from '../people/directory';
import { whoCorrects } from '../people/resolve/requester-gone';
import { judgeNamed, resolve, stillEntitled, type NamedAs } from '../people/resolve/resolve';
import { rungPeople, stepOfRung } from '../people/resolve/rung-people';
import { supervisionVerdict } from '../people/times/supervision-verdict';
import { timesAgain, unaskedVerdict } from '../people/times/unasked-verdict';
import type { Command, CommandBody } from '../request/command';
import type { Facts, StepVerdict } from '../request/facts';
import type { Held } from '../request/held';
import { refusal, type Refusal } from '../request/refusal';
import { WITH_REQUESTER, type FormValues, type RequestContext, type RequestState } from '../request/request-state';
import { isClosed } from '../request/time/deadline';
import { stepOfClock } from '../request/time/standstill';
import { deciderOf, decidingSeats, recordOf, standingSteps } from '../request/standing';
import type { EngineRequest } from '../request/transition';
import { formBeforeUndo } from '../operations/form/overwritten';
import { advance, type Advanced } from './advance';
import { namedInVain, type HoldsRole } from './named-in-form';
import { refuse } from './refuse';

/** What is asked of a request: the stored command, and what it was made of. */
export interface Ask {
  command: Command;
  /** Null for what the system asks: timers. */
  body: CommandBody | null;
  before: FormBefore;
  /** Of what takes a decision back: what that one had overwritten in the form; null = nothing. */
  overwritten?: FormValues | null;
}

/** What the directory of the moment says of people. */
export interface Resolver {
  /** Finds the people of a step where the walk stands, and says how. */
  find: (at: RequestState, step: string) => { verdict: StepVerdict; derivation: Derivation | null };
  /** Whether somebody whom a step was given to is still one to whom its rules point. */
  isEntitled: (at: RequestState, given: { step: string; person: string }) => boolean;
  /** Whether somebody may be named for a step by another person, and why it is then with them; null where there is no such person. */
  judgeNamed: (
    at: RequestState,
    given: { step: string; person: string; as: NamedAs },
  ) => { removed: Candidate['removed']; limit: Candidate['limit']; derivation: Derivation | null } | null;
  /** Whether somebody whom a form names holds one of some roles. */
  holdsRole: HoldsRole;
  /** Whether somebody who would be asked again is one whom the step would ask today. */
  isFoundToday: (at: RequestState, given: { step: string; person: string }) => boolean;
}

/** People as a directory has them. Pure. */
export function resolverOver(process: Process, directory: Directory): Resolver {
  return {
    find(at, name) {
      if (name === WITH_REQUESTER) return { verdict: whoCorrects(at, at.context.requester?.id ?? '', directory), derivation: null };
      const timed = stepOfClock(name);
      if (timed !== null) return { verdict: timesAgain(process, at, timed, directory), derivation: null };
      const supervised = supervisionVerdict(at, name, directory);
      if (supervised !== null) return { verdict: supervised, derivation: null };
      const unasked = unaskedVerdict(process, at, name, directory);
      if (unasked !== null) return { verdict: unasked, derivation: null };
      const late = stepOfRung(name);
      return late === null ? resolve(process, at, name, directory) : rungPeople(process, at, late, directory);
    },
    isEntitled: (at, given) => stillEntitled(process, at, given, directory),
    judgeNamed(at, given) {
      const judged = judgeNamed(process, at, given, directory);
      return judged && { removed: judged.candidate.removed, limit: judged.candidate.limit, derivation: judged.derivation };
    },
    holdsRole: (person, roles) => holdsRole(directory, person, roles),
    isFoundToday(at, { step, person }) {
      const { verdict } = resolve(process, at, step, directory);
      if (verdict.kind !== 'seats') return false;
      const added = Object.values(recordOf(at.context, step)?.seats ?? {}).some(
        (seat) => seat.person === person && seat.addedBy !== undefined,
      );
      return verdict.people.includes(person) || (added && !verdict.unfit?.includes(person));
    },
  };
}

/** A command that was decided: what became of the request, and everything that has to be kept with it. */
export interface Decided extends Advanced {
  /** How the people of the steps on the way were found, by step. */
  derivations: Record<string, Derivation>;
  /** The whole form after the command. */
  form: FormValues;
  /** All that the request holds alone from now on; null = as before. */
  held: Held | null;
  /** What of a budget has been taken or given back with it. */
  movements: Movement[];
}

/** What `decide` answers: why not, or everything that follows. */
export type Decision = { refused: Refusal } | Decided;

/**
 * Decides what is asked of a request: whether, by whom, what becomes of it. Pure, and the one place that does: `record`, previews and players
 * call it. `facts` are copied, with the verdicts that were needed. Throws what a guard or action throws: whoever calls then blocks the request.
 */
export function decide(process: Process, request: EngineRequest, { ask, facts }: { ask: Ask; facts: Facts }, resolver: Resolver): Decision {
  const no = refuse(process, request.state, ask.command, facts);
  if (no !== null) return { refused: no };
  const gone = noLongerEntitled(request.state, ask.command, resolver);
  if (gone !== null) return { refused: gone };
  const derivations: Record<string, Derivation> = {};
  const { context } = request.state;
  const [inVain] = namedInVain(process, { context, command: ask.command, facts }, (person, roles) => resolver.holdsRole(person, roles));
  const unfit = inVain ?? cannotBeNamed(request.state, ask.command, { resolver, derivations });
  if (unfit !== null) return { refused: unfit };
  const find: Resolver['find'] = (at, step) => {
    const found = resolver.find(at, step);
    if (found.derivation) derivations[found.derivation.step] = found.derivation;
    return found;
  };
  const advanced = walk(process, request, { ask, facts: { ...facts, seats: alongWith(request.state, { ask, facts }, find) } }, find);
  const { held: fields } = process.lookups;
  const [before, after] = [request.state.context, advanced.request.state.context];
  const not =
    settles(ask.command, { before, after, found: derivations }) ??
    cannotAskAgain(ask.command, { before, after: advanced.request.state }, resolver) ??
    heldElsewhere(fields, { before, after }, facts) ??
    letsGo(process, { before, after }, ask.command);
  if (not !== null) return { refused: not };
  return {
    ...advanced,
    derivations,
    form: formOf(process, request, ask),
    held: newlyHeld(fields, before, after),
    movements: movedBetween(process, request.state, advanced.request.state),
  };
}

/** The people that the facts hold, with those that the command needs from the start. */
function alongWith(state: RequestState, { ask, facts }: { ask: Ask; facts: Facts }, find: Resolver['find']): Facts['seats'] {
  const names = operationOf(ask.command.type).asksAlong?.(ask.command as never) ?? [];
  return { ...facts.seats, ...Object.fromEntries(names.map((name) => [name, find(state, name).verdict])) };
}

/** A step that was carried out may put right what it wrote itself; an undo brings back what stood before. */
function letsGo(process: Process, { before, after }: Pick<CameOf, 'before' | 'after'>, command: Command): Refusal | null {
  if (takenBackBy(command, before) !== null) return null;
  const again = 'step' in command && command.step !== null && before.carriedOut.includes(command.step) ? command.step : null;
  const own = again === null ? [] : broughtFields(humanStepNamed(process, again));
  return usedUp(process.lookups.held, { before, after, own });
}

/** What of a budget a command takes or gives back: the difference of what the request holds before and after. */
function movedBetween({ definition }: Process, before: RequestState, after: RequestState): Movement[] {
  const field = budgetField(definition);
  if (field === null) return [];
  const [from, to] = [before, after].map((state) => fundsHeld(field, state.context, isClosed(state)));
  const closes = after.context.outcome === 'approved' && isClosed(after) && !isClosed(before);
  return [...movementsBetween(from ?? null, to ?? null), ...(closes ? transferred(field, after.context) : [])];
}

/** All that a request holds alone after a command; null where the command changes nothing of it. */
function newlyHeld(fields: HeldField[], before: RequestContext, after: RequestContext): Held | null {
  if (before.fields === after.fields && before.outcome === after.outcome) return null;
  const held = heldBy(fields, after);
  return equalJson(held, heldBy(fields, before)) ? null : held;
}

/** A post taken away decides nothing any more, whoever's task it still is. */
function noLongerEntitled(state: RequestState, command: Command, { isEntitled }: Resolver): Refusal | null {
  if (!('step' in command) || command.step === null || operationOf(command.type).scope !== 'task') return null;
  const given = { step: command.step, person: command.actor };
  return isEntitled(state, given) ? null : refusal('no-longer-entitled', { step: command.step });
}

/** Whoever is named for a step is somebody who may act there, as far as they are to act. Keeps why it is then with them. */
function cannotBeNamed(
  state: RequestState,
  command: Command,
  { resolver, derivations }: { resolver: Resolver; derivations: Record<string, Derivation> },
): Refusal | null {
  const as = operationOf(command.type).names;
  if (as === undefined || !('person' in command) || !('step' in command)) return null;
  const { person, step } = command;
  const judged = person === null || step === null ? null : resolver.judgeNamed(state, { step, person, as });
  if (judged === null) return refusal('not-assignable', { step, person, removed: null, limit: null });
  const { removed, limit = null, derivation } = judged;
  if (derivation !== null && step !== null) derivations[step] = derivation;
  if (removed === null) return null;
  return refusal('not-assignable', {
    step,
    person,
    removed: { ...removed },
    limit: limit && (limit === 'no-limit' ? limit : { ...limit }),
  });
}

/** A decision that is taken back asks the same people again. Where the company has changed since, so that they would be asked no more, it comes too late. */
function cannotAskAgain(
  command: Command,
  { before, after }: { before: RequestContext; after: RequestState },
  { isFoundToday }: Resolver,
): Refusal | null {
  if (takenBackBy(command, before) === null) return null;
  const opened = standingSteps(after.context).filter((step) => recordOf(before, step) !== recordOf(after.context, step));
  const seats = opened.flatMap((step) =>
    decidingSeats(recordOf(after.context, step)).map(([, seat]) => ({ step, person: deciderOf(seat) })),
  );
  return seats.every((seat) => isFoundToday(after, seat)) ? null : refusal('undo-too-late', { why: 'people' });
}

/** Why it cannot be after all, as only what came of it shows. */
function settles(command: Command, came: CameOf): Refusal | null {
  return operationOf(command.type).settle?.(came, command as never) ?? null;
}

/** Goes on from step to step until every one on the way has its people; each step is resolved at most once. */
function walk(process: Process, request: EngineRequest, { ask, facts }: { ask: Ask; facts: Facts }, find: Resolver['find']): Advanced {
  let next = advance(process, request, ask.command, facts);
  while ('need' in next) {
    for (const step of next.need) {
      if (Object.hasOwn(facts.seats, step)) throw new Error(`Expected to resolve step ${step} once, but it is asked for again`);
      facts.seats[step] = find(next.at, step).verdict;
    }
    next = next.goOn(facts);
  }
  return toldInOrder(process, request, { ask, facts }, next);
}

/** The same as told by one walk that has everybody from the start, as whoever folds the journal walks: in lanes beside each other the order may differ. */
function toldInOrder(process: Process, request: EngineRequest, { ask, facts }: { ask: Ask; facts: Facts }, found: Advanced): Advanced {
  if (Object.keys(facts.seats).every((step) => (process.structure.standing.get(step)?.lanes.length ?? 0) === 0)) return found;
  const whole = advance(process, request, ask.command, facts);
  if ('need' in whole) throw new Error(`Expected to have found the people of ${whole.need.join()}, but they are asked for again`);
  return whole;
}

function formOf(process: Process, request: EngineRequest, { command, body, before, overwritten }: Ask): FormValues {
  if (body === null) return before.form ?? {};
  if (takenBackBy(command, request.state.context) !== null) return formBeforeUndo(before.form ?? {}, overwritten ?? null);
  return formAfter(process, body, before, request.state).values;
}
