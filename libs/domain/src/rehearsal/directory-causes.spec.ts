import { commandFrom } from '../operations/command-from';
import type { DirectoryCause } from '../request/command';
import { company, directoryOf, OPERATOR, type Authority, type Company, type Post } from './company.fixture';
import { expense } from './expense.fixture';
import { fold, Play } from './play.fixture';
import { loadedDice } from './loaded-dice.fixture';
import { formOf, told } from './staffed.fixture';

const NOW = '2026-03-02T02:00:00.000Z';
const PEOPLE_OF: Record<string, string | null> = {
  'post-lead': 'bo',
  'post-manager': 'chen',
  'post-gm': 'dai',
  'post-check-1': 'eve',
  'post-check-2': null,
  'post-lead-2': null,
};
const LIMITS: Record<string, Authority['limit']> = { 'for-lead': 2, 'for-manager': 9, 'for-gm': 'no-limit' };

/** Bo leads Ann's shop, up to 2; Chen above him up to 9; Dai at the top without limit; Eve checks. */
function settled(): Company {
  const { posts, authorities, ...rest } = company(loadedDice([1]));
  return {
    ...rest,
    posts: posts.map((post) => ({ ...post, person: post.id === 'post-ann' ? 'ann' : (PEOPLE_OF[post.id] ?? null) })),
    authorities: authorities
      .filter(({ id }) => Object.hasOwn(LIMITS, id))
      .map((each) => ({ ...each, limit: LIMITS[each.id] ?? null, granted: true })),
  };
}

const withPost = (id: string, change: Partial<Post>) => (before: Company) => ({
  ...before,
  posts: before.posts.map((post) => (post.id === id ? { ...post, ...change } : post)),
});
const withAuthority = (id: string, change: Partial<Authority>) => (before: Company) => ({
  ...before,
  authorities: before.authorities.map((each) => (each.id === id ? { ...each, ...change } : each)),
});
const without = (person: string) => (before: Company) => ({ ...before, active: { ...before.active, [person]: false } });

/** Ann asks for 5: nobody below Chen may approve it. */
function asked(): Play {
  const [, , , approve] = expense().flow;
  const authority = { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' };
  const flow = [{ ...approve, authority }];
  const play = new Play(expense({ flow: flow as never, submitChecks: [], start: { everyone: true } }));
  play.directory = directoryOf(settled(), NOW);
  play.actors = { [OPERATOR]: { rights: ['requests.operate'] } };
  expect(play.do('submit', 'ann', { form: formOf(5) })).toBeNull();
  expect(told(play.events)).toEqual(['request.submitted', 'task.opened approve chen']);
  return play;
}

function changed(play: Play, change: (before: Company) => Company, cause: DirectoryCause['change']) {
  play.directory = directoryOf(change(settled()), NOW);
  const body = { type: 'directory.changed' as const, requestId: 'request-1', actor: 'system', cause: { change: cause, by: OPERATOR } };
  const before = play.before('system');
  return play.ask({ command: commandFrom(play.process, body, 'change', before), body: null, before });
}

describe('an open task follows the company', () => {
  it.each<[string, DirectoryCause['change'], (before: Company) => Company, string]>([
    ['a lowered limit sends it further up', 'grant', withAuthority('for-manager', { limit: 4 }), 'dai'],
    ['a limit that is blank now covers nothing', 'grant', withAuthority('for-manager', { limit: null }), 'dai'],
    ['an authority that is withheld', 'grant', withAuthority('for-manager', { granted: false }), 'dai'],
    ['a raised limit brings it to who is nearer', 'grant', withAuthority('for-lead', { limit: 5 }), 'bo'],
    ['a post that goes to somebody else', 'import', withPost('post-manager', { person: 'fay' }), 'fay'],
    ['a post that falls vacant', 'import', withPost('post-manager', { person: null }), 'dai'],
    ['a post that has another role now', 'import', withPost('post-manager', { role: 'clerk' }), 'dai'],
    ['a reporting line that passes the post by', 'import', withPost('post-lead', { superior: 'post-gm' }), 'dai'],
    ['somebody who has left', 'account', without('chen'), 'dai'],
  ])('%s', (_what, cause, change, to) => {
    const play = asked();
    expect(changed(play, change, cause)).toBeNull();
    expect(told(play.events)).toEqual(['task.closed approve chen', `task.opened approve ${to}`]);
    expect(play.journal.at(-1)?.command).toMatchObject({ type: 'directory.changed', cause: { change: cause, by: OPERATOR } });
    expect(play.do('approve', 'chen')).not.toBeNull();
    expect(play.do('approve', to)).toBeNull();
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('stands still with its operators where a lowered limit leaves nobody, and goes on when somebody has it again', () => {
    const play = asked();
    const nobody = (before: Company) => withAuthority('for-gm', { limit: 4 })(withAuthority('for-manager', { limit: 4 })(before));
    expect(changed(play, nobody, 'grant')).toBeNull();
    expect(told(play.events)).toEqual(['task.closed approve chen', 'request.blocked approve']);
    expect(play.blocked?.owners).toEqual([OPERATOR]);
    expect(changed(play, withAuthority('for-manager', { limit: 5 }), 'day')).toBeNull();
    expect(told(play.events)).toEqual(['request.unblocked approve', 'task.opened approve chen']);
    expect(play.do('approve', 'chen')).toBeNull();
  });

  it('stays where it is while nothing changes for it', () => {
    for (const change of [withAuthority('for-gm', { limit: null }), withPost('post-check-1', { person: null }), without('eve')])
      expect(changed(asked(), change, 'import')).toMatchObject({ code: 'unchanged' });
  });
});
