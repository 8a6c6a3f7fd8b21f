import { dayAfter } from '../../calendar/day-count';
import type { Bilingual } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { sentPost, withHolder, type KnownGrant, type KnownPost, type KnownRows, type SentPost, type SentRows } from './sent-rows';

/** Somebody leaves: after which day, and who takes the place of each of their posts until when. Keys of people and posts. */
export interface Leaving {
  person: string;
  /** YYYY-MM-DD; a day that is over: they have gone already. */
  lastDay: string;
  /** By post: who takes its place, and takes over where they took the place of it. Absent: nobody does. */
  heirs: Readonly<Record<string, string>>;
  /** First day on which whoever takes a post's place no longer does. */
  until: string;
}

/** Posts of somebody that are not over on a day, and those whose place they take. Pure. */
export function postsLeft(person: string, from: string, positions: readonly KnownPost[]): { own: KnownPost[]; instead: KnownPost[] } {
  const lasts = (validTo: string | undefined): boolean => validTo === undefined || validTo > from;
  return {
    own: positions.filter((post) => post.person === person && lasts(post.validTo)),
    instead: positions.filter(({ substitute }) => substitute?.person === person && lasts(substitute.validTo)),
  };
}

/** Who takes the place of each post where nobody is named: whoever holds the nearest post above it that is held then, and is neither the leaver nor gone. Pure. */
export function superiorOf(post: KnownPost, person: string, { people, positions }: KnownRows, from: string): string | null {
  const byKey = new Map(positions.map((each) => [each.key, each]));
  const active = new Set(people.filter((each) => each.active && each.key !== person).map(({ key }) => key));
  const seen = new Set([post.key]);
  for (let at = post.superior; at !== null && !seen.has(at); at = byKey.get(at)?.superior ?? null) {
    seen.add(at);
    const above = byKey.get(at);
    const held = above !== undefined && (above.validFrom ?? '') <= from && (above.validTo === undefined || above.validTo > from);
    if (held && above.person !== null && active.has(above.person)) return above.person;
  }
  return null;
}

/**
 * The rows by which an import makes somebody leave: their posts end, somebody takes the place of each, what was given to them alone ends, and where the
 * day is over they are gone at once; before, the account ends by itself when the day has come. A place that they took for somebody goes to the heir at
 * once. Pure.
 */
export function leavingRows({ person, lastDay, heirs, until }: Leaving, known: KnownRows): SentRows {
  const from = dayAfter(lastDay);
  const gone = from <= known.today;
  const { own, instead } = postsLeft(person, from, known.positions);
  const posts = new Map<string, SentPost>();
  const heirOf = (post: KnownPost): string | null => ownValue(heirs, post.key) ?? null;
  for (const post of own) posts.set(post.key, ended(post, { from, heir: heirOf(post), until }));
  for (const post of instead) posts.set(post.key, handedOn(posts.get(post.key) ?? sentPost(post), { from, heir: heirOf(post) }));
  const people = known.people.filter(({ key }) => key === person).map((row) => ({ ...row, active: false, rights: [] }));
  const grants = known.grants.filter((grant) => grant.person === person && (grant.validTo === undefined || grant.validTo > from));
  return { people: gone ? people : [], positions: [...posts.values()], grants: grants.map((grant) => endedGrant(grant, from)) };
}

/** The rows as they were before somebody was to leave, of the posts that still have the same holder: by them the leaving is taken back. Pure. */
export function stayingRows(kept: Pick<SentRows, 'positions' | 'grants'>, known: KnownRows): SentRows {
  const byKey = new Map(known.positions.map((post) => [post.key, post]));
  return { people: [], positions: kept.positions.filter(({ key, person }) => byKey.get(key)?.person === person), grants: kept.grants };
}

function ended(post: KnownPost, { from, heir, until }: { from: string; heir: string | null; until: string }): SentPost {
  const row = (post.validFrom ?? '') < from ? { ...sentPost(post), validTo: from } : withHolder(post, null);
  return heir === null ? row : { ...row, substitute: { person: heir, validFrom: from, validTo: until } };
}

/** A place that they took: of somebody else at once, or of nobody from the day on. */
function handedOn(post: SentPost, { from, heir }: { from: string; heir: string | null }): SentPost {
  const { substitute } = post;
  if (!substitute) return post;
  if (heir !== null) return { ...post, substitute: { ...substitute, person: heir } };
  return { ...post, substitute: (substitute.validFrom ?? '') < from ? { ...substitute, validTo: from } : null };
}

const endedGrant = (grant: KnownGrant, from: string): KnownGrant =>
  (grant.validFrom ?? '') < from ? { ...grant, validTo: from } : { ...grant, state: 'expired' };

/** Why somebody is not made to leave like that. */
export type LeavingFault =
  | 'unknown-person'
  | 'own-leaving'
  | 'has-left'
  | 'unknown-heir'
  | 'heir-leaves'
  | 'own-heir'
  | 'long-past'
  | 'until-too-early'
  | 'last-operator';

/** In words. */
export const LEAVING_FAULT_TEXT: Record<LeavingFault, Bilingual> = {
  'unknown-person': { zh: '没有这个人', en: 'There is no such person' },
  'own-leaving': { zh: '不能给自己办离职；请由他人办理', en: 'Nobody takes themselves out; somebody else has to' },
  'has-left': { zh: '已经离职', en: 'They have left already' },
  'unknown-heir': { zh: '接手人不在职', en: 'Whoever takes it over is nobody active' },
  'heir-leaves': { zh: '接手人不能是离职的人', en: 'Whoever leaves cannot take it over' },
  'own-heir': { zh: '不能指定自己接手；请由他人办理', en: 'Nobody names themselves; somebody else has to' },
  'long-past': { zh: '最后一天最早是昨天', en: 'The last day is yesterday at the earliest' },
  'last-operator': {
    zh: '离职后没有人能处理受阻的申请；请先把这项权限给别人',
    en: 'Nobody could sort out stuck requests any more; give that right to somebody else first',
  },
  'until-too-early': { zh: '暂代须到离职之后', en: 'Whoever takes a place takes it until after the last day' },
};

/** Why the person does not leave like that; null: they do. Who is asked for by the reporting line may be whoever makes the change; whom they name may not. Pure. */
export function leavingFault({ person, lastDay, heirs, until }: Leaving, known: KnownRows, by: string): LeavingFault | null {
  const leaver = known.people.find(({ key }) => key === person);
  if (leaver === undefined) return 'unknown-person';
  if (!leaver.active) return 'has-left';
  if (person === by) return 'own-leaving';
  const from = dayAfter(lastDay);
  if (from < known.today) return 'long-past';
  if (until <= from || until <= known.today) return 'until-too-early';
  const operates = ({ key, active, rights }: KnownRows['people'][number]): boolean =>
    active && key !== person && rights.includes('requests.operate');
  if (leaver.rights.includes('requests.operate') && !known.people.some(operates)) return 'last-operator';
  const active = new Set(known.people.filter((each) => each.active).map(({ key }) => key));
  for (const [key, heir] of Object.entries(heirs)) {
    if (heir === person) return 'heir-leaves';
    if (!active.has(heir)) return 'unknown-heir';
    const post = known.positions.find((each) => each.key === key);
    if (heir === by && (post === undefined || superiorOf(post, person, known, from) !== by)) return 'own-heir';
  }
  return null;
}
