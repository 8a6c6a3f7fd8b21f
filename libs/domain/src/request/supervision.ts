import type { RequestContext, Seat, StepRecord } from './request-state';
import { decidingSeats, openSeats, recordOf } from './standing';
import { ownValue } from '../text/own-value';

/** An answer that somebody who supervises a request demands of whoever has a task of it: it stays with the seat, whoever takes that over. */
export interface Demand {
  step: string;
  /** Number of the transition that opened the step. */
  opening: number;
  seat: string;
  by: string;
  /** Number of the transition that demanded it. */
  n: number;
  at: string;
  /** When the answer is due; null where the calendar never comes to it. */
  due: string | null;
  /** Its time is over, and whoever demanded it was told. */
  late?: true;
}

/** Somebody to whom a request was copied, to confirm that they have read it; `at`: when they did, null while they have not. */
export interface Reader {
  step: string;
  person: string;
  at: string | null;
}

type Standing = Pick<RequestContext, 'steps' | 'requester'>;

/** Under which name the facts hold until when an answer is due that is demanded now, and whom a report upward tells; no step can be called so. */
export const DEMAND_DUE = 'demand/due';
export const REPORTED_TO = 'report/above';

/** Who supervises a request: those to whom it was copied for that, whoever asks for it left out. Pure. */
export function supervisorsOf({ steps, requester }: Standing): string[] {
  const people = Object.values(steps).flatMap(({ supervisors = [] }) => supervisors);
  return [...new Set(people)].filter((person) => person !== requester?.id).sort();
}

/** Who is asked to confirm that they have read a request, step by step, and when they did. What was confirmed of an older copy counts no more. Pure. */
export function readersOf({ steps, receipts = {} }: Pick<RequestContext, 'steps' | 'receipts'>): Reader[] {
  return Object.entries(steps).flatMap(([step, { readers = [], generation }]) =>
    readers.map((person) => {
      const done = ownValue(ownValue(receipts, step) ?? {}, person);
      return { step, person, at: done !== undefined && done.n > generation ? done.at : null };
    }),
  );
}

/** Seats for which a request waits, with whoever sits there; its requester and `by` are not waited for by themselves. Pure. */
export function seatsAwaited({ steps, requester }: Standing, by?: string): { step: string; name: string; seat: Seat }[] {
  return Object.entries(steps)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([step, record]) => openSeats(record).map(([name, seat]) => ({ step, name, seat })))
    .filter(({ seat }) => seat.person !== requester?.id && seat.person !== by);
}

/** Whether somebody has a step of a request to decide; whoever only advises has none. Pure. */
export function isToDecide({ steps }: Pick<Standing, 'steps'>, person: string): boolean {
  return Object.values(steps).some((record) =>
    decidingSeats(record).some(([, seat]) => seat.person === person && seat.lentBy === undefined),
  );
}

/** Whether a request waits for somebody and for nobody else. Pure. */
export function isWaitedFor(context: Standing, person: string): boolean {
  return isToDecide(context, person) && seatsAwaited(context, person).length === 0;
}

/** Who sits there, each once, by id. Pure. */
export function peopleAsked(context: Standing, by?: string): string[] {
  return [...new Set(seatsAwaited(context, by).map(({ seat }) => seat.person))].sort();
}

function isOn({ step, opening, seat }: Demand, at: { step: string; record: StepRecord | undefined; name: string }): boolean {
  return step === at.step && opening === at.record?.generation && seat === at.name;
}

/** Answers that are owed on a seat; nobody owes themselves one, whoever gets the seat from them does. Pure. */
export function demandsOn({ steps, demands = [] }: Pick<RequestContext, 'steps' | 'demands'>, step: string, name: string): Demand[] {
  const record = recordOf({ steps }, step);
  const seat = ownValue(record?.seats ?? {}, name);
  return demands.filter((demand) => isOn(demand, { step, record, name }) && demand.by !== seat?.person);
}

/** Answers that were demanded of a seat where somebody still sits, with who that is. What was decided, closed or opened anew owes none. Pure. */
export function demandsStanding(context: Pick<RequestContext, 'steps' | 'demands'>): (Demand & { of: string })[] {
  return (context.demands ?? []).flatMap((demand) => {
    const record = recordOf(context, demand.step);
    const seat = openSeats(record).find(([name]) => isOn(demand, { step: demand.step, record, name }));
    return seat === undefined ? [] : [{ ...demand, of: seat[1].person }];
  });
}

/** Those of them that whoever sits there owes to somebody else. Pure. */
export function demandsOpen(context: Pick<RequestContext, 'steps' | 'demands'>): (Demand & { of: string })[] {
  return demandsStanding(context).filter(({ by, of }) => by !== of);
}

/** The same once a command is done: what was owed on a seat that is gone is not owed by whoever gets another one of its name. Pure. */
export function demandsKept(
  before: Pick<RequestContext, 'steps'>,
  { steps, demands = [] }: Pick<RequestContext, 'steps' | 'demands'>,
): Demand[] {
  const isThere = (context: Pick<RequestContext, 'steps'>, { step, opening, seat }: Demand): boolean => {
    const record = recordOf(context, step);
    return record?.generation === opening && ownValue(record.seats, seat) !== undefined;
  };
  return demands.filter((demand) => isThere(before, demand) || !isThere({ steps }, demand));
}
