import { openSeats, ownValue, type CommandBody, type FormValues, type RequestState } from '@countersign/domain';
import type { LookupQuery } from '../processes/lookup-query';
import type { RequestHead } from '../repositories/request-head';

type Seat = RequestState['context']['steps'][string]['seats'][string];
type Patch = RequestState['context']['undo'][number]['patch'];

/** People and units that a directory is needed around. What is no id is in neither list. */
export interface DirectoryNeed {
  people: string[];
  units: string[];
}

/** Who asks about a request, and what the command at hand writes and picks. */
export interface Asking {
  actorId: string | null;
  overlay?: FormValues;
  choices?: Record<string, string>;
  people?: string[];
}

/** What a command asks, writes and picks, and whom it names. Pure. */
export function askingOf({ actor, form, fields, choices, person }: CommandBody): Asking & { actorId: string } {
  const overlay = form ?? fields;
  return { actorId: actor, ...(overlay && { overlay }), ...(choices && { choices }), ...(person && { people: [person] }) };
}

/**
 * Whom and what a decision on this request may be about: those the form names, those picked or named for a step, the requester, the actor; also those of
 * what stands again where a decision is taken back. Pure.
 */
export function neededFor(head: Pick<RequestHead, 'requesterId' | 'state' | 'form'>, asking: Asking, lookups: LookupQuery): DirectoryNeed {
  const { requesterId, state, form } = head;
  const before = (state?.context.undo ?? []).map(({ patch }) => patch);
  const values: Record<string, unknown>[] = [{ ...form, ...asking.overlay }, ...before.map(({ fields }) => fields)];
  const named = (fields: string[]): unknown[] => values.flatMap((each) => fields.flatMap((field): unknown => ownValue(each, field)));
  const records = [...Object.values(state?.context.steps ?? {}), ...before.flatMap(recordsIn)];
  return {
    people: idsIn([
      requesterId,
      asking.actorId,
      ...named(lookups.personFields),
      ...[state?.context, ...before.map(({ rest }) => rest)].flatMap((each) => Object.values(each?.choices ?? {})),
      ...Object.values(asking.choices ?? {}),
      ...records.flatMap(({ assigned, seats }) => [assigned, ...Object.values(seats).flatMap((seat) => (seat ? givenTo(seat) : []))]),
      ...(asking.people ?? []),
    ]),
    units: idsIn([...named(lookups.unitFields), state?.context.requester?.unitId]),
  };
}

/** Steps as a patch brings them back; of some their seats alone. */
function recordsIn({ steps, seats }: Patch): { assigned?: string; seats: Record<string, Seat | null> }[] {
  return [...Object.values(steps).flatMap((record) => record ?? []), ...Object.values(seats).map((each) => ({ seats: each }))];
}

/** Who is on a seat, or decides on it, or is asked beside it, or is away while others do, though no rule may find them. */
const givenTo = ({ person, from, lentBy, addedBy, actingFor, question }: Seat): string[] =>
  (from ?? lentBy ?? addedBy ?? actingFor ?? question) === undefined
    ? []
    : [person, ...(lentBy ? [lentBy] : []), ...(actingFor ? [actingFor] : [])];

/** Who is asked on steps whose time runs. Pure. */
export function timedPeople({ state }: Pick<RequestHead, 'state'>): string[] {
  const timed = Object.values(state?.context.steps ?? {}).filter(({ status, clock }) => status === 'open' && clock !== undefined);
  return timed.flatMap((record) => openSeats(record).map(([, { person }]) => person));
}

const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Those of the values that are ids, each once, as PostgreSQL writes them. Pure. */
export function idsIn(values: unknown[]): string[] {
  const texts = values.flatMap((value) => (typeof value === 'string' ? [value.toLowerCase()] : []));
  return [...new Set(texts.filter((text) => ID.test(text)))];
}
