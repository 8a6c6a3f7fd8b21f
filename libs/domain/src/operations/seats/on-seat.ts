import type { OnTask } from '../../request/command';
import type { Seat, StepRecord } from '../../request/request-state';
import { recordOf, seatOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import { withStep, type MachineContext } from '../parts/machine-context';

/** The open seat that a command is about. */
export interface OwnSeat {
  record: StepRecord;
  name: string;
  seat: Seat;
}

/** The seat of whoever sends a command about their task. Pure. Throws where they have none: guards have refused that. */
export function ownSeat({ request }: MachineContext, command: OnTask & { actor: string }): OwnSeat {
  const { step, generation, actor, seat: named } = command;
  const record = recordOf(request, step ?? '');
  const [name, seat] = seatOf(request, { step: step ?? '', person: actor, generation, seat: named }) ?? [];
  if (record === undefined || seat === undefined || name === undefined)
    throw new Error(`Expected ${actor} to have a task on “${step}”, but they have none`);
  return { record, name, seat };
}

/**
 * The step with another seat in the place of one; null: without it. What its person had asked of others goes with them. Pure.
 */
export function withSeat(machine: MachineContext, at: { step: string; name: string }, seat: Seat | null): MachineContext {
  const record = recordOf(machine.request, at.step);
  if (record === undefined) throw new Error(`Expected to seat somebody on “${at.step}”, but nobody has come to it`);
  const others = Object.entries(record.seats).filter(([name, { question }]) => name !== at.name && question !== at.name);
  const seats = Object.fromEntries([...others, ...(seat ? [[at.name, seat] as const] : [])]);
  return withStep(machine, at.step, { ...record, seats });
}

/** A name for one more seat beside these: none that any of them still names, though nobody sits there any more. Pure. */
export function freeSeat(seats: StepRecord['seats']): string {
  const named = Object.values(seats).flatMap(({ after = [], question }) => [...after, ...(question === undefined ? [] : [question])]);
  return String(Math.max(-1, ...[...Object.keys(seats), ...named].map(Number)) + 1);
}

/** For whom people of a pool stand in, to be remembered beside it. Pure. */
export function poolFor(people: readonly Pick<Seat, 'person' | 'actingFor'>[]): Pick<Seat, 'poolFor'> {
  const acting = people.flatMap(({ person, actingFor: absent }) => (absent === undefined ? [] : [[person, absent] as const]));
  return acting.length > 0 ? { poolFor: Object.fromEntries(acting) } : {};
}

/** For whom somebody of a pool stands in. Pure. */
export function actingFor(pool: Readonly<Record<string, string>>, person: string): Pick<Seat, 'actingFor'> {
  const absent = ownValue(pool, person);
  return absent === undefined ? {} : { actingFor: absent };
}

/** A seat handed over for good: whoever has it decides, as if the rules had found them. Pure. */
export function handedSeat({ lentBy, actingFor, pool: _claimed, poolFor: _absent, ...seat }: Seat, to: string, n: number): Seat {
  return { ...seat, person: to, generation: n, from: seat.from ?? actingFor ?? lentBy ?? seat.person };
}
