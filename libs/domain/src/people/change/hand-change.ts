import type { Bilingual } from '../../text/bilingual';
import type { Grade } from '../directory';
import type { RightName } from '../rights';
import { isHeld, sentPost, withHolder, type KnownPerson, type KnownPost, type KnownRows, type SentRows } from './sent-rows';

/** One change of the directory that somebody makes by hand. Posts and people by their keys; days as YYYY-MM-DD. */
export type HandChange =
  | { kind: 'give'; post: string; person: string; from: string }
  /** `until`: the first day on which it is no longer held; null: its end is taken away. */
  | { kind: 'end'; post: string; until: string | null }
  | { kind: 'substitute'; post: string; person: string; until: string }
  | { kind: 'superior'; post: string; superior: string | null }
  | { kind: 'role'; post: string; role: string; grade: Grade }
  | { kind: 'account'; person: string; active: boolean }
  | { kind: 'rights'; person: string; rights: readonly RightName[] };

/** Why a change by hand is not made. */
export type HandFault = 'unknown-post' | 'unknown-person' | 'own' | 'held' | 'not-held' | 'past-day' | 'has-left' | 'is-held' | 'no-change';

/** In words. */
export const HAND_FAULT_TEXT: Record<HandFault, Bilingual> = {
  'unknown-post': { zh: '没有这个岗位', en: 'There is no such post' },
  'unknown-person': { zh: '没有这个人', en: 'There is no such person' },
  own: {
    zh: '不能给自己任岗、代理、改角色、改上级或加权限；请由他人更改',
    en: 'Nobody gives themselves a post, a role, a superior or a right; somebody else has to',
  },
  held: {
    zh: '那天之前岗位还有人；请到那天再任命，或先指定暂代',
    en: 'Somebody holds the post until then: give it on that day, or name a substitute first',
  },
  'not-held': { zh: '岗位没有人，无从结束', en: 'Nobody holds the post, so there is nothing to end' },
  'past-day': { zh: '日期不能早于今天', en: 'The day is over already' },
  'has-left': { zh: '这个人的账号已停用', en: 'Their account has ended' },
  'is-held': { zh: '岗位有人，不需要暂代', en: 'Somebody holds the post, so nobody takes its place' },
  'no-change': { zh: '和现在一样，没有要改的', en: 'It is like that already' },
};

type Read = SentRows | { fault: HandFault };
const sent = (rows: Partial<SentRows>): SentRows => ({ people: [], positions: [], grants: [], ...rows });

/** The rows by which an import makes the change, or why it is not made: nobody raises their own. `by`: the key of whoever makes it. Pure. */
export function handChange(change: HandChange, known: KnownRows, by: string): Read {
  if (change.kind === 'account' || change.kind === 'rights') {
    const person = known.people.find(({ key }) => key === change.person);
    return person === undefined ? { fault: 'unknown-person' } : ofPerson(change, person, by);
  }
  const post = known.positions.find(({ key }) => key === change.post);
  if (post === undefined) return { fault: 'unknown-post' };
  return change.kind === 'give' || change.kind === 'substitute' ? named(change, post, { known, by }) : ofPost(change, post, { known, by });
}

interface Surroundings {
  known: KnownRows;
  by: string;
}

function ofPerson(change: Extract<HandChange, { kind: 'account' | 'rights' }>, person: KnownPerson, by: string): Read {
  if (change.kind === 'account') {
    if (person.key === by) return { fault: 'own' };
    return person.active === change.active ? { fault: 'no-change' } : sent({ people: [{ ...person, active: change.active }] });
  }
  const rights = [...new Set(change.rights)];
  const more = rights.some((right) => !person.rights.includes(right));
  if (person.key === by && more) return { fault: 'own' };
  if (!person.active && more) return { fault: 'has-left' };
  return !more && rights.length === person.rights.length ? { fault: 'no-change' } : sent({ people: [{ ...person, rights }] });
}

/** Somebody gets a post, or takes its place for a time. */
function named(change: Extract<HandChange, { kind: 'give' | 'substitute' }>, post: KnownPost, { known, by }: Surroundings): Read {
  const { today, people } = known;
  const person = people.find(({ key }) => key === change.person);
  if (person === undefined) return { fault: 'unknown-person' };
  if (!person.active) return { fault: 'has-left' };
  if (person.key === by) return { fault: 'own' };
  if (change.kind === 'substitute') {
    if (change.until <= today) return { fault: 'past-day' };
    if (isHeld(post, known, today)) return { fault: 'is-held' };
    return sent({ positions: [{ ...sentPost(post), substitute: { person: person.key, validTo: change.until } }] });
  }
  if (change.from < today) return { fault: 'past-day' };
  const held = isHeld(post, known, today);
  if (held && post.person === person.key) return { fault: 'no-change' };
  if (held && change.from > today) return { fault: 'held' };
  const now = change.from === today;
  return sent({ positions: [{ ...withHolder(post, person.key), validFrom: change.from, ...(now && { substitute: null }) }] });
}

function ofPost(change: Extract<HandChange, { kind: 'end' | 'superior' | 'role' }>, post: KnownPost, { known, by }: Surroundings): Read {
  const { today } = known;
  if (change.kind === 'end') {
    if (post.person === null) return { fault: 'not-held' };
    if (change.until === (post.validTo ?? null)) return { fault: 'no-change' };
    const longer = post.validTo !== undefined && (change.until === null || change.until > post.validTo);
    if (longer && post.person === by) return { fault: 'own' };
    if (change.until !== null && change.until < today) return { fault: 'past-day' };
    const begun = change.until === null || (post.validFrom ?? '') < change.until;
    return sent({ positions: [begun ? { ...sentPost(post), validTo: change.until } : withHolder(post, null)] });
  }
  if (post.person === by) return { fault: 'own' };
  if (change.kind === 'superior')
    return change.superior === post.superior
      ? { fault: 'no-change' }
      : sent({ positions: [{ ...sentPost(post), superior: change.superior }] });
  if (change.role === post.role && change.grade === post.grade) return { fault: 'no-change' };
  const { title: _, ...rest } = sentPost(post);
  // Another role brings its own title; the same one keeps the title of the post.
  const row = change.role === post.role ? sentPost(post) : rest;
  return sent({ positions: [{ ...row, role: change.role, grade: change.grade }] });
}
