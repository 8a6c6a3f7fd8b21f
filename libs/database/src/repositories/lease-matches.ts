import { heldToday } from '../held-on';

/** `lease` is the newest term of its contract. */
export const isNewestTerm = (lease: string): string =>
  `NOT EXISTS (SELECT 1 FROM lease n WHERE n.company_id = ${lease}.company_id AND n.number = ${lease}.number AND n.starts_on > ${lease}.starts_on)`;

/** So it stands in the register: nobody took it out. */
export const isKept = (lease: string): string => `(${isNewestTerm(lease)} AND ${lease}.taken_out_at IS NULL)`;

/** The store of `lease` has another contract, of which something is so; whatever a list shows of the register. */
const another = (lease: string, so: string): string =>
  `EXISTS (SELECT 1 FROM lease o WHERE o.company_id = ${lease}.company_id AND o.unit_id = ${lease}.unit_id AND o.number <> ${lease}.number AND ${so} AND ${isKept('o')})`;

/** A day that a form says, for the index of last days. */
const asDate = (day: string): string => `CASE WHEN pg_input_is_valid(${day}, 'date') THEN (${day})::date END`;

/** What a request says of the lease that it is about, as texts: SQL of each. */
export interface LeaseRequest {
  id: string;
  store: string;
  place: string;
  day: string;
  /** A contract of the store ends on that day. */
  named: string;
  /** Last day up to which it may still change the register: as good as never while it is not decided. */
  until: string;
}

/** A renewal that has come to no new term: it proposed to leave, or an exit has grown from it. */
export const isGivenUp = (r: string): string =>
  `(${r}.form->>'proposal' IS NOT DISTINCT FROM 'exit' OR EXISTS (
    SELECT 1 FROM request x JOIN definition xd ON xd.id = x.definition_id WHERE x.parent_id = ${r}.id AND xd.key = 'mall-exit'))`;

/** What the form of a renewal or an exit says, `r` a request; which day it is about in which field. */
export const leaseRequest = (r: string, day: 'expiresOn' | 'exitOn'): LeaseRequest => ({
  id: `${r}.id`,
  store: `${r}.form->>'store'`,
  place: `${r}.form->>'mall'`,
  day: `${r}.form->>'${day}'`,
  named: `EXISTS (SELECT 1 FROM lease o WHERE o.company_id = ${r}.company_id AND o.unit_id = uuid_or_null(${r}.form->>'store')
      AND o.expires_on = ${asDate(`${r}.form->>'${day}'`)} AND ${isKept('o')})`,
  until: `CASE WHEN ${r}.status <> 'approved' THEN '9999' WHEN NOT ${isGivenUp(r)} THEN ${r}.form#>>'{newTerm,to}' END`,
});

/**
 * A renewal is about `lease`, a newest term: it names its last day; or, where that was corrected since, a day after its first and no other contract of
 * the store that it could be about. The one that this term came from is about the term before; one that was decided holds no lease whose last day has
 * gone beyond what was agreed on.
 */
export const isRenewalOf = (
  lease: string,
  { id, store, place, day, named, until }: LeaseRequest,
): string => `(${store} = ${lease}.unit_id::text AND CASE
    WHEN ${day} = ${lease}.expires_on::text THEN coalesce(${place} = ${lease}.place, false) OR NOT ${another(lease, `o.expires_on = ${lease}.expires_on AND o.place = ${place}`)}
    ELSE ${day} >= ${lease}.starts_on::text AND coalesce(${until} > ${lease}.expires_on::text, false) AND NOT ${named} AND NOT EXISTS (SELECT 1 FROM lease x WHERE x.request_id = ${id})
      AND NOT ${another(lease, `(${lease}.place IS DISTINCT FROM ${place} OR o.place = ${place})`)} END)`;

/** An exit is about `lease`, a newest term: of its place, where the store has several contracts. */
export const isExitFrom = (lease: string, { store, place, day }: LeaseRequest): string =>
  `(${store} = ${lease}.unit_id::text AND ${day} >= ${lease}.starts_on::text AND (${place} = ${lease}.place OR NOT ${another(lease, 'true')}))`;

/** A draft `r` of a definition `d` counts: its requester may start requests of it still. Anybody else’s keeps nothing from beginning. */
export const mayBeSubmitted = (r: string, d: string): string => `EXISTS (
    SELECT 1 FROM person p JOIN company c ON c.id = p.company_id JOIN position o ON o.person_id = p.id
    WHERE p.id = ${r}.requester_id AND p.active AND (${d}.body->'start' ? 'everyone' OR ${d}.body->'start'->'roles' ? o.role)
      AND ${heldToday('o')})`;
