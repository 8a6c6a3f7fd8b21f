import type { Bilingual } from '../text/bilingual';
import type { Grant } from '../request/grant';
import type { AskedGrant } from './asked-grant';

/** A grant by its key, with its days; holder and unit by their ids. */
export interface StandingGrant extends Omit<Grant, 'id' | 'personId' | 'scopeUnitId'> {
  key: string;
  person: string | null;
  scope: string | null;
  source: string | null;
  title: Bilingual | null;
}

/** What makes the grants follow a request: those that end earlier than they did, and those that are made. */
export interface GrantFollowing {
  ended: StandingGrant[];
  made: StandingGrant[];
}

/** By what request, and from which day at the earliest. */
export interface FollowedBy {
  number: string;
  today: string;
}

const overlaps = (one: Grant['plan'], other: Grant['plan']): boolean => one === 'any' || other === 'any' || one === other;
const isOver = ({ validTo }: StandingGrant, day: string): boolean => validTo !== null && validTo <= day;
const begins = ({ validFrom }: StandingGrant, day: string): boolean => validFrom === null || validFrom <= day;

/**
 * What an approved request makes of the grants that stand: what its holder had of the same kind, matter, unit and side of the plan ends on its day, and holds
 * again on the day on which the new one ends, if it does. What somebody has arranged for a later day stays arranged. The other side of a plan keeps what it had.
 * Pure.
 */
export function followedGrant(asked: AskedGrant, standing: readonly StandingGrant[], { number, today }: FollowedBy): GrantFollowing {
  const from = asked.from < today ? today : asked.from;
  if (asked.until !== null && asked.until <= from) return { ended: [], made: [] };
  const concerned = standing.filter((each) => isConcerned(each, asked));
  const before = concerned.filter((each) => begins(each, from) && !isOver(each, from));
  const scopes = before.length > 0 ? [...new Set(before.map(({ scope }) => scope))] : [asked.scope];
  const made = scopes.flatMap((scope) => {
    const here = before.filter((each) => each.scope === scope);
    const later = concerned.filter((each) => each.scope === scope && !begins(each, from)).map(({ validFrom }) => validFrom ?? '');
    const end = [asked.until, ...later].filter((day) => day !== null).sort()[0] ?? null;
    const fresh = { ...freshOf(asked, here[0], number), scope, validFrom: from, validTo: end };
    const again = end !== null && end === asked.until ? end : null;
    return [fresh, ...here.flatMap((old) => rests(old, asked, from)), ...here.flatMap((old) => holdsAgain(old, asked, again))];
  });
  const name = `request.${number.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
  return {
    ended: before.map((old) => ({ ...old, validTo: from })),
    made: made.map((grant, at) => ({ ...grant, key: at === 0 ? name : `${name}.${at + 1}` })),
  };
}

function isConcerned(each: StandingGrant, asked: AskedGrant): boolean {
  const same = each.role === asked.role && each.person === asked.person && each.kind === asked.kind && each.matter === asked.matter;
  return same && overlaps(each.plan, asked.plan) && (asked.scope === null || each.scope === asked.scope);
}

function freshOf(
  { role, person, kind, matter, plan, ...asked }: AskedGrant,
  old: StandingGrant | undefined,
  number: string,
): StandingGrant {
  const state = asked.reach === 'withheld' ? 'withheld' : 'granted';
  const { limit, withheldReason } = asked;
  const named = { title: old?.title ?? null, source: number, key: '' };
  return { ...{ role, person, kind, matter, plan, limit, withheldReason, state }, ...named, scope: null, validFrom: null, validTo: null };
}

/** Of a grant for either side of the plan the side that nobody asked about. */
function rests(old: StandingGrant, { plan }: AskedGrant, from: string): StandingGrant[] {
  return old.plan !== 'any' || plan === 'any' ? [] : [{ ...old, plan: plan === 'in' ? 'over' : 'in', validFrom: from }];
}

/** What held before, from the day on which the new grant ends. */
function holdsAgain(old: StandingGrant, { plan }: AskedGrant, day: string | null): StandingGrant[] {
  if (day === null || isOver(old, day)) return [];
  return [{ ...old, plan: old.plan === 'any' ? plan : old.plan, validFrom: day }];
}
