import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { Outline } from '../../definition/structure/outline';
import { equalJson } from '../../digest/equal-json';
import { aboutNow, isAbout, shownNow } from '../../form/shown/shown-now';
import { shownDigest } from '../../form/shown/step-fields';
import { hasAuthority } from '../../guards/has-authority.guard';
import { withinLimit } from '../../guards/within-limit.guard';
import { itemsAgain, withoutTimes } from '../../operations/items/item-seats';
import { isSignedBySeveral } from '../../operations/walk/leaving';
import { needing, telling, withStep, type MachineContext, type MachineEvent } from '../../operations/parts/machine-context';
import type { Operation } from '../../operations/operation';
import { operationOf } from '../../operations/registry';
import { askedAgain } from '../../operations/walk/standing-words';
import { ownTally } from '../../operations/seats/tally';
import { settledBy } from '../../operations/seats/turns';
import { mergeCandidates } from '../../people/deciders';
import type { StepVerdict } from '../../request/facts';
import type { Seat, StepRecord } from '../../request/request-state';
import { deciderOf, namedFor, recordOf, votesOf } from '../../request/standing';
import type { TransitionEvent } from '../../request/transition';
import { ownValue } from '../../text/own-value';
import { changesWhom } from '../changes-whom';
import { isFor, keptSeats, newSeats, type SeatsFound } from '../kept-seats';
import { listed } from './listed.action';
import { skipped, skips, waived } from './skipping';
import { walkedPast, stands } from '../stands';
import { timed } from '../step-clock';

/** Whether the command makes places look for their people again. */
function looks({ command }: MachineEvent, where: Operation['looksAgain']): boolean {
  return operationOf(command.type).looksAgain === where;
}

/** The walk arrives at a step that people decide: it is skipped, stands, is open already, waits for its verdict, or gets its seats. */
export function arrive(machine: MachineContext, event: MachineEvent, step: HumanStep, process: Outline): MachineContext {
  const known = recordOf(machine.request, step.id);
  // Only where somebody waits; what is come to from there is come to as ever.
  const looksAgain = looks(event, 'standing') && (known?.status === 'open' || known?.status === 'blocked');
  if (!looksAgain && skips(step, machine, process)) return skipped(machine, step.id, event, 'condition');
  if (known?.status === 'waived') return waived(machine, event, step.id, known);
  if (known?.leftOut?.material === shownDigest(process, step.id, machine.request.material)) return machine;
  if (known && stands(known, step, machine, process)) return walkedPast(machine, step.id, known);
  if (!looksAgain && known?.status === 'open' && !known.stuck) {
    const asked = lapsed(machine, event, step, process);
    if (recordOf(asked.request, step.id)?.stuck !== true)
      return changesWhom(step, event, process, known) ? askingOthers(asked, event, step, process) : asked;
  }
  const verdict = ownValue(event.facts.seats, step.id);
  if (verdict === undefined) return needing(machine, step.id);
  return seated(machine, event, { step, verdict, process });
}

/** A step that waits looks for its people again: whoever is found still keeps their seat and their word. */
function askingOthers(machine: MachineContext, event: MachineEvent, step: HumanStep, process: Outline): MachineContext {
  const verdict = ownValue(event.facts.seats, step.id);
  if (verdict === undefined) return needing(machine, step.id);
  const next = seated(machine, event, { step, verdict, process });
  const [is, was] = [recordOf(next.request, step.id), recordOf(machine.request, step.id)];
  // Where only its items are due on another day nobody else is asked.
  if (is?.items && was?.items && equalJson(withoutTimes(is), withoutTimes(was))) return next;
  return is === was ? machine : telling(next, { type: 'step.asks-others', dropped: [step.id] });
}

/** Words on a step that waits for others, given about another content than its seats would be shown now: their people are asked again. */
function lapsed(machine: MachineContext, { n }: MachineEvent, step: HumanStep, process: Outline): MachineContext {
  const record = recordOf(machine.request, step.id);
  const now = shownNow(process, step.id, machine.request, record);
  if (record?.items) return withStep(machine, step.id, itemsAgain(record, { step, now, n }));
  if (record === undefined || votesOf(record).every((word) => isAbout(word, now))) return machine;
  const seats = Object.entries(record.seats).map(([id, seat]) => [id, seat.vote ? askedAgain(seat, now, n) : seat] as const);
  return withStep(machine, step.id, settledBy(step, { ...record, seats: Object.fromEntries(seats) }, n));
}

interface Found {
  step: HumanStep;
  verdict: StepVerdict;
  process: Outline;
}

function seated(machine: MachineContext, event: MachineEvent, found: Found): MachineContext {
  const { step, verdict, process } = found;
  const { id } = step;
  const known = recordOf(machine.request, id);
  switch (verdict.kind) {
    case 'skipped':
      if (step.whenNobody !== 'skip' || kindOf(step).decision?.binding)
        throw new Error(`Expected to find people for “${id}”, but its verdict skips it, which the definition does not allow`);
      return skipped(machine, id, event, verdict.reason);
    case 'until':
    case 'times':
      throw new Error(`Expected to find people for “${id}”, but its verdict is a moment`);
    case 'blocked':
      return blocked(machine, event, found, verdict);
    case 'merged':
      return merged(machine, event, found, verdict.person);
    case 'seats': {
      if (verdict.people.length === 0) throw new Error(`Expected to seat people on “${id}”, but its verdict names nobody`);
      const { items } = verdict;
      const open = opened(machine, event, found, verdict);
      const whole = items ? listed(machine, event, open, { ...found, verdict: { ...verdict, items } }) : open;
      return timed(whole, event, step, { verdict, process, before: known });
    }
  }
}

function merged(machine: MachineContext, event: MachineEvent, { step, process }: Found, person: string): MachineContext {
  const { id } = step;
  mayBeMerged(step, machine, event);
  if (!mergeCandidates(step, machine.request, process).includes(person))
    throw new Error(`Expected to merge “${id}” into the step before it, but ${person} did not decide that one in this walk`);
  const { n, facts } = event;
  const vote = { answer: 'yes' as const, pressed: null, person, n, at: facts.now, stance: null };
  const seat: Seat = {
    person,
    generation: n,
    vote: { ...vote, ...aboutNow(process, id, machine.request) },
  };
  return telling(withStep(machine, id, { status: 'merged', generation: n, seats: { 0: seat } }), {
    type: 'step.merged',
    step: id,
    generation: n,
    person,
  });
}

/** The seats of a step whose words stand if it is opened now. */
function sittingOn({ step, process }: Found, { request }: MachineContext, n: number): [string, Seat][] {
  const known = recordOf(request, step.id);
  if (known?.status === 'open') return Object.entries(known.seats);
  const keeps = known?.keeps || (known?.strict && isSignedBySeveral(step, known));
  if (!known || !keeps) return [];
  const now = shownNow(process, step.id, request, known);
  return Object.entries(known.seats).map(([id, seat]) => [id, askedAgain(seat, now, n)]);
}

/** Whose place the person found there takes while that one is away. */
function actingFor({ actingFor: acting }: SeatsFound, index: number): Pick<Seat, 'actingFor'> {
  const absent = acting?.[index] ?? null;
  return absent === null ? {} : { actingFor: absent };
}

/** Whoever sits there already keeps seat and word; new people get theirs in this transition's generation. */
function seating(sat: [string, Seat][], seats: SeatsFound, n: number): { sitting: StepRecord['seats']; keeps: boolean } {
  const wanted = seats.people.map((person, index): Seat => ({
    person,
    generation: n,
    ...(seats.groups ? { group: seats.groups[index] ?? 0 } : {}),
    ...actingFor(seats, index),
  }));
  const kept = keptSeats(sat, wanted, seats);
  const claimed = kept.some(([, { pool }]) => pool !== undefined);
  const added = claimed ? [] : wanted.filter((each) => !kept.some(([, seat]) => isFor(seat, each)));
  return { sitting: Object.fromEntries([...kept, ...newSeats(sat, kept, added)]), keeps: kept.length > 0 };
}

/** The step asks its people: words that stay count anew. Where they alone make it impossible though enough people are there, all are asked anew. */
function opened(machine: MachineContext, { n }: MachineEvent, found: Found, seats: SeatsFound): MachineContext {
  const { step } = found;
  const { id } = step;
  const known = recordOf(machine.request, id);
  const open = (sat: [string, Seat][]): StepRecord => {
    const { sitting, keeps } = seating(sat, seats, n);
    const named = namedFor(machine.request, id);
    const stillTheirs = Object.values(sitting).some(({ person, from, lentBy, actingFor: absent }) =>
      [person, from, lentBy, absent].includes(named ?? ''),
    );
    const assigned = named !== null && stillTheirs ? { assigned: named } : {};
    return { status: 'open', generation: keeps ? (known?.generation ?? n) : n, seats: sitting, ...assigned };
  };
  const first = open(sittingOn(found, machine, n));
  if (known?.status === 'open' && !known.stuck && equalJson(first.seats, known.seats)) return machine;
  const kept = settledBy(step, first, n);
  const settled = isLost(step, kept) && known?.status !== 'open' ? settledBy(step, open([]), n) : kept;
  if (settled.stuck) throw new Error(`Expected enough people for “${id}” to pass, but those found cannot`);
  const opened = withoutThoseGone(withStep(machine, id, settled), id, { known, seats });
  return settled.status === 'passed' ? telling(opened, { type: 'step.passed', step: id, generation: settled.generation }) : opened;
}

/** Tells of those who were to sign besides, or to answer, and cannot any more: nobody waits for what they have not said. */
function withoutThoseGone(
  machine: MachineContext,
  step: string,
  { known, seats: { unfit = [], unanswering = [] } }: { known: StepRecord | undefined; seats: SeatsFound },
): MachineContext {
  const now = recordOf(machine.request, step)?.seats ?? {};
  const sat = known?.status === 'open' || known?.keeps ? Object.entries(known.seats) : [];
  const gone = sat.filter(([name]) => !Object.hasOwn(now, name)).map(([, seat]) => seat);
  const signers = gone.flatMap((seat): TransitionEvent[] => {
    const { person, addedBy, vote } = seat;
    return addedBy && !vote && unfit.includes(deciderOf(seat)) ? [{ type: 'signer.gone', step, person, by: addedBy }] : [];
  });
  const asked = gone.flatMap(({ person, question = '' }): TransitionEvent[] => {
    const by = ownValue(now, question)?.person;
    return by !== undefined && unanswering.includes(person) ? [{ type: 'question.gone', step, person, by }] : [];
  });
  return telling(machine, ...signers, ...asked);
}

/** Whether the words on a step can pass it no more, whatever others still say, though nobody has said no. */
function isLost(step: HumanStep, record: StepRecord): boolean {
  if (record.stuck) return true;
  const nobodyRefuses = votesOf(record).every(({ answer }) => answer !== 'no');
  return nobodyRefuses && ownTally(step, record.seats, 'yes') === 'rejected';
}

function blocked(
  machine: MachineContext,
  event: MachineEvent,
  found: Found,
  { owners, reason }: Extract<StepVerdict, { kind: 'blocked' }>,
): MachineContext {
  const { id } = found.step;
  const known = recordOf(machine.request, id);
  // Nobody yet, and the same people look after it: nothing has changed.
  if (looks(event, 'standing') && known?.status === 'blocked' && known.owners?.join() === owners.join()) return machine;
  const items = known?.items ? { items: known.items } : {};
  const said = { seats: {}, ...saidOn(found, machine, event.n) };
  return withStep(machine, id, { status: 'blocked', generation: event.n, ...said, owners, reason, ...items });
}

/**
 * What stays of the words on a step of several that finds too few people: they count on once it finds enough. Where the words themselves have made it
 * impossible they are told, and count for nothing once it is asked anew.
 */
function saidOn(found: Found, machine: MachineContext, n: number): Pick<StepRecord, 'seats' | 'keeps'> | null {
  const known = recordOf(machine.request, found.step.id);
  if (known === undefined || !isSignedBySeveral(found.step, known)) return null;
  if (known.stuck) return { seats: spoken(known) };
  if (known.status === 'blocked') return { seats: known.seats, ...(known.keeps ? { keeps: known.keeps } : {}) };
  const sat = sittingOn(found, machine, n);
  const signed = sat.some(([, { vote, addedBy }]) => vote !== undefined || addedBy !== undefined);
  return signed ? { seats: Object.fromEntries(sat), keeps: true } : null;
}

/** Seats whose words have made the step impossible: they are told, and count for nothing once it is asked anew. */
function spoken({ seats }: StepRecord): StepRecord['seats'] {
  return Object.fromEntries(Object.entries(seats).filter(([, { vote }]) => vote !== undefined));
}

/** A step that passes in somebody's name asks the same authority of them as their own press would, wherever the facts can tell. */
function mayBeMerged(step: HumanStep, machine: MachineContext, { command, facts }: MachineEvent): void {
  const { authority } = step;
  const verdict = ownValue(facts.seats, step.id);
  if (authority === undefined || verdict?.kind !== 'merged' || verdict.person !== command.actor) return;
  const input = { context: machine.request, command, facts };
  const found =
    hasAuthority.refuse(input, { authority }) ?? (authority.amount === undefined ? null : withinLimit.refuse(input, { authority }));
  if (found) throw new Error(`Expected to merge “${step.id}” in the name of ${command.actor}, but that is refused: ${found.code}`);
}
