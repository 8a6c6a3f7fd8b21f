import type { Directory, Position, Unit } from '../people/directory';
import type { Grant } from '../request/grant';
import type { Dice } from './loaded-dice.fixture';

/** A post of the small company: `person` null = vacant. */
export interface Post {
  id: string;
  person: string | null;
  role: string;
  unit: string;
  superior: string | null;
  /** Who takes its place while nobody active holds it. */
  substitute?: string;
}

/** What somebody may approve: up to an amount in whole yuan, without limit, or, blank, nothing. */
export interface Authority {
  id: string;
  role: string | null;
  person: string | null;
  limit: number | 'no-limit' | null;
  granted: boolean;
}

/** A company as plain as it can be said. */
export interface Company {
  active: Record<string, boolean>;
  posts: Post[];
  authorities: Authority[];
  operators: string[];
  /** Who is away, and who stands in for them. */
  away: Record<string, string>;
  /** From which hour to which its offices work, every day, where clocks show eight hours more than in Greenwich; absent: they never sleep, and never will. */
  hours?: Hours;
}
export type Hours = readonly [from: number, to: number];
export const ALL_DAY: Hours = [0, 24];

/** Units from the top down to where the requester works. */
export const PATH = ['hq', 'ops', 'shop'];
export const PEOPLE = ['ann', 'bo', 'chen', 'dai', 'eve', 'fay', 'gus'];
export const OPERATOR = 'op';

/** A line of four posts above the requester's, two checkers for the whole company, and what each may approve. */
export function company(dice: Dice): Company {
  const somebody = (): string | null => (dice(8) === 0 ? null : (PEOPLE[1 + dice(PEOPLE.length - 1)] ?? null));
  const limit = (): Authority['limit'] => [null, 2, 5, 9, 'no-limit' as const][dice(5)] ?? null;
  const post = (id: string, role: string, unit: string, superior: string | null): Post => ({
    id,
    person: somebody(),
    role,
    unit,
    superior,
  });
  return {
    active: Object.fromEntries([...PEOPLE, OPERATOR].map((person) => [person, true])),
    // In the order of their keys, as a directory has them.
    posts: [
      { id: 'post-ann', person: 'ann', role: 'clerk', unit: 'shop', superior: 'post-lead' },
      post('post-check-1', 'checker', 'hq', 'post-gm'),
      post('post-check-2', 'checker', 'hq', 'post-gm'),
      post('post-gm', 'gm', 'hq', null),
      post('post-lead', 'lead', 'shop', 'post-manager'),
      post('post-lead-2', 'lead', 'ops', 'post-gm'),
      post('post-manager', 'manager', 'ops', 'post-gm'),
    ],
    authorities: [
      { id: 'for-lead', role: 'lead', person: null, limit: limit(), granted: true },
      { id: 'for-manager', role: 'manager', person: null, limit: limit(), granted: true },
      { id: 'for-gm', role: 'gm', person: null, limit: dice(3) === 0 ? 9 : 'no-limit', granted: true },
      { id: 'for-bo', role: null, person: 'bo', limit: limit(), granted: dice(2) === 0 },
      { id: 'for-checker', role: 'checker', person: null, limit: limit(), granted: dice(3) === 0 },
    ],
    operators: [OPERATOR],
    away: {},
  };
}

/** The company after something happened in it, and how one would say it. */
export function changedCompany(before: Company, dice: Dice): { company: Company; said: string } {
  const [kind, which, whom] = [dice(before.hours === undefined ? 8 : 9), dice(100), dice(100)];
  const post = before.posts[1 + (which % (before.posts.length - 1))] as Post;
  const person = PEOPLE[whom % PEOPLE.length] as string;
  const withPost = (change: Partial<Post>): Company => ({
    ...before,
    posts: before.posts.map((each) => (each.id === post.id ? { ...each, ...change } : each)),
  });
  if (kind === 0) return { company: withPost({ person: null }), said: `${post.id} falls vacant` };
  if (kind === 1) return { company: withPost({ person }), said: `${post.id} goes to ${person}` };
  // A requester who has left is another story, with a spec of its own.
  if (kind === 2 && person !== 'ann') {
    const active = !before.active[person];
    return {
      company: { ...before, active: { ...before.active, [person]: active } },
      said: `${person} ${active ? 'comes back' : 'leaves'}`,
    };
  }
  if (kind === 3) {
    const role = ['lead', 'manager', 'checker', 'clerk'][whom % 4] as string;
    return { company: withPost({ role }), said: `${post.id} becomes a post of ${role}` };
  }
  if (kind === 4) {
    const posts = before.posts.map((each) => (each.role === post.role && each.id !== 'post-ann' ? { ...each, person: null } : each));
    return { company: { ...before, posts }, said: `every post of ${post.role} falls vacant` };
  }
  if (kind === 7)
    return { company: withPost({ person: null, substitute: person }), said: `${post.id} falls vacant, and ${person} takes its place` };
  if (kind === 8) return otherHours(before, which);
  if (kind === 5) return leftOrBack(before, person, PEOPLE[which % PEOPLE.length] as string);
  const authority = before.authorities[which % before.authorities.length] as Authority;
  const limit = ([null, 1, 3, 6, 'no-limit'] as const)[whom % 5] ?? null;
  const granted = whom % 7 !== 0;
  const authorities = before.authorities.map((each) => (each.id === authority.id ? { ...each, limit, granted } : each));
  return {
    company: { ...before, authorities },
    said: `the authority ${authority.id} is ${granted ? `up to ${limit ?? '(blank)'}` : 'withheld'}`,
  };
}

function otherHours(before: Company, which: number): { company: Company; said: string } {
  const hours = ([ALL_DAY, [9, 18], [12, 13], [22, 24]] as const)[which % 4] ?? ALL_DAY;
  return { company: { ...before, hours }, said: `the offices work from ${hours[0]} to ${hours[1]} o’clock` };
}

function leftOrBack(before: Company, person: string, standIn: string): { company: Company; said: string } {
  const { [person]: was, ...others } = before.away;
  if (was !== undefined || person === standIn) return { company: { ...before, away: others }, said: `${person} is back` };
  return { company: { ...before, away: { ...before.away, [person]: standIn } }, said: `${person} is away, and ${standIn} stands in` };
}

/** The calendar of offices that work so. */
export function calendarOf([from, to]: Hours = ALL_DAY) {
  const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  const day: [string, string][] = [[clock(from), clock(to)]];
  return {
    exceptions: [],
    office: { statutory: false, week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day } },
  };
}

const LONG_HENCE = '2030-01-01T00:00:00.000Z';

const named = (text: string) => ({ zh: text, en: text });

/** The same as the engine reads it. */
export function directoryOf({ active, posts, authorities, operators, away, hours }: Company, now: string): Directory {
  return {
    now,
    today: now.slice(0, 10),
    timeZone: 'Asia/Shanghai',
    people: Object.fromEntries(Object.entries(active).map(([id, here]) => [id, { id, key: id, name: named(id), active: here }])),
    units: Object.fromEntries(PATH.map((id, level) => [id, { ...unitOf(id, level), calendar: calendarOf(hours) }])),
    positions: posts.map((post) => ({
      ...positionOf(post, posts.find(({ person }) => person === post.person)?.id === post.id),
      ...(post.substitute !== undefined && isVacant(post, active) && { substitute: { person: post.substitute, until: now.slice(0, 10) } }),
    })),
    grants: authorities.map(grantOf),
    operators: operators.filter((operator) => active[operator]),
    absences: Object.entries(away).map(([person, standIn]) => ({ person, standIn, processes: null, until: LONG_HENCE })),
  };
}

function unitOf(id: string, level: number): Unit {
  return {
    id,
    key: id,
    kind: 'department',
    name: named(id),
    parentId: PATH[level - 1] ?? null,
    path: PATH.slice(0, level + 1),
  };
}

/** Nobody holds it who is still there. */
export function isVacant({ person }: Post, active: Company['active']): boolean {
  return person === null || active[person] !== true;
}

function positionOf({ id, person, role, unit, superior }: Post, first: boolean): Position {
  const post = { id, personId: person, role, unitId: unit, superiorId: superior, primary: person !== null && first };
  return { ...post, title: named(role), grade: 'staff', covers: [], validFrom: null, validTo: null };
}

function grantOf({ id, role, person, limit, granted }: Authority): Grant {
  return {
    id,
    kind: 'approve-within-limit',
    matter: 'expense',
    role,
    personId: person,
    scopeUnitId: null,
    limit: typeof limit === 'number' ? { minor: `${limit}00`, currency: 'CNY' } : limit,
    plan: 'any',
    state: granted ? 'granted' : 'withheld',
    withheldReason: null,
    validFrom: null,
    validTo: null,
  };
}
