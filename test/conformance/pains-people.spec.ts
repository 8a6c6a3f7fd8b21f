import { hiddenFrom } from '../../libs/domain/src/form/shown/hidden-from';
import type { Directory } from '../../libs/domain/src/people/directory';
import { refolds } from '../../libs/domain/src/rehearsal/calls.fixture';
import { grant } from '../../libs/domain/src/rehearsal/expense.fixture';
import { open, titled } from '../../libs/domain/src/rehearsal/lanes.fixture';
import { changed } from '../../libs/domain/src/rehearsal/play.fixture';
import { at, formOf, staffed } from '../../libs/domain/src/rehearsal/staffed.fixture';
import { asked, away, CLIMB, inCompany, leave, reviewBy } from './pains/in-company';

/** Pains of who is asked, by their names in public reports. In the sample company 张伟 may approve 1,000, 孙倩 5,000, 周岩 20,000, 郑国华 anything. */

const JOINT = {
  id: 'joint',
  kind: 'countersign',
  title: titled('Joint'),
  people: ['finance-director', 'treasury-cashier'].map((role) => ({
    title: titled(role),
    assignee: { by: 'role', role, scope: 'company' },
  })),
};
const superiorOf = (directory: Directory, role: string, superiorId: string | null): void => {
  for (const post of directory.positions) if (post.role === role) post.superiorId = superiorId;
};

describe('Self-approval through a chain or a delegation; a guard with a hole at an amount', () => {
  it('nobody decides their own request, whoever the rules find', () => {
    const play = staffed();
    play.seat('review', 'ann');
    play.do('submit', 'ann', { form: formOf(1200) });
    expect(play.do('approve', 'ann')).toMatchObject({ code: expect.stringMatching(/own/) });
  });

  it('no delegation brings a request back to whoever asks for it: it goes to the next above', () => {
    const play = inCompany(800, [CLIMB]);
    expect(asked(play)).toEqual(['zhang']);
    expect(leave(play, away('zhang', 'na'))).toBeNull();
    expect(asked(play)).toEqual(['sun for zhang']);
    expect(play.do('approve', 'na')).not.toBeNull();
    refolds(play);
  });

  it('nor to whoever benefits from it', () => {
    const play = inCompany(800, [CLIMB], { form: { payee: 'sun' } });
    leave(play, away('zhang', 'sun'));
    expect(asked(play)).toEqual(['zhou for zhang']);
  });

  it('nobody decides two steps that are kept apart by standing in on one of them', () => {
    const apart = [
      reviewBy('finance-specialist', 'check'),
      { ...reviewBy('finance-director', 'review', 'company'), distinctFrom: ['check'] },
    ];
    const play = inCompany(800, apart);
    expect(play.do('approve', 'liu')).toBeNull();
    leave(play, away('song', 'liu'));
    expect(asked(play)).toEqual(['zheng for song']);
  });

  it('nobody has two voices among those who sign together', () => {
    const play = inCompany(800, [JOINT]);
    leave(play, away('song', 'chen'));
    expect(asked(play)).toEqual(['chen', 'zheng for song']);
  });

  it('a blank limit covers nothing: it goes upward instead of through', () => {
    const play = at('approve');
    play.actors['bo'] = { grants: [grant('bo', null)] };
    expect(play.do('approve', 'bo')).not.toBeNull();
    play.actors['bo'] = { grants: [grant('bo', '119999')] };
    expect(play.do('approve', 'bo')).toMatchObject({ code: 'over-limit' });
    play.actors['bo'] = { grants: [grant('bo', '120000')] };
    expect(play.do('approve', 'bo')).toBeNull();
  });
});

describe('Leavers and absences freeze the flow', () => {
  it('whoever leaves loses the task, and whom the rules find now has it', () => {
    const play = at('review');
    play.gone.add('mei');
    play.seat('review', 'fay');
    expect(changed(play)).toBeNull();
    expect(asked(play, 'review')).toEqual(['fay']);
    expect(play.do('approve', 'mei', { step: 'review' })).not.toBeNull();
    expect(play.do('approve', 'fay')).toBeNull();
    refolds(play);
  });

  it('whoever is away hands over the task that is open, and has it again once they are back', () => {
    const play = inCompany(800, [CLIMB]);
    leave(play, away('zhang', 'sun'));
    expect(asked(play)).toEqual(['sun for zhang']);
    expect(play.do('approve', 'zhang')).toMatchObject({ code: 'not-assignee' });
    expect(leave(play)).toBeNull();
    expect(asked(play)).toEqual(['zhang']);
    expect(play.do('approve', 'zhang')).toBeNull();
    refolds(play);
  });

  it('and what comes while they are away goes to their stand-in at once', () => {
    const play = inCompany(800, [CLIMB], { company: (directory) => void (directory.absences = [away('zhang', 'sun')]) });
    expect(asked(play)).toEqual(['sun for zhang']);
  });

  it('a word that was given for them stands when they are back', () => {
    const play = inCompany(800, [JOINT]);
    leave(play, away('song', 'liu'));
    expect(play.do('approve', 'liu')).toBeNull();
    leave(play);
    expect(asked(play)).toEqual(['chen', 'liu for song']);
    expect(play.do('approve', 'chen')).toBeNull();
    expect(play.context.outcome).toBe('approved');
  });
});

describe('Delegation rules are too simple: one stand-in for everything, beyond all limits', () => {
  it('only the processes that were named are handed over', () => {
    const play = inCompany(800, [CLIMB]);
    expect(leave(play, away('zhang', 'sun', ['travel']))).toMatchObject({ code: 'unchanged' });
    expect(leave(play, away('zhang', 'sun', ['expense']))).toBeNull();
    expect(asked(play)).toEqual(['sun for zhang']);
  });

  it('a stand-in decides within the smaller of both limits; above it the next above is asked', () => {
    const play = inCompany(8_000, [CLIMB]);
    leave(play, away('zhou', 'sun'));
    expect(asked(play)).toEqual(['zheng for zhou']);
    expect(play.do('approve', 'sun')).toMatchObject({ code: 'not-assignee' });
  });

  it('the record names both: who decided, and for whom', () => {
    const play = inCompany(800, [CLIMB]);
    leave(play, away('zhang', 'sun'));
    expect(play.do('approve', 'sun')).toBeNull();
    expect(play.events).toContainEqual(expect.objectContaining({ type: 'task.decided', person: 'sun', actingFor: 'zhang' }));
  });
});

describe('Approver loops, and chains that change for others', () => {
  it('two who stand in for each other do not send a task round: it goes to the next above', () => {
    const play = inCompany(800, [CLIMB]);
    leave(play, away('zhang', 'sun'), away('sun', 'zhang'));
    expect(asked(play)).toEqual(['zhou for zhang']);
  });

  it('a line of superiors that comes back to itself ends, blocked with its owners', () => {
    const play = inCompany(800, [CLIMB], {
      company: (directory) => {
        superiorOf(directory, 'area-manager', 'post-ops-manager');
        superiorOf(directory, 'ops-manager', 'post-area-manager');
        directory.grants = [];
      },
    });
    expect([play.blocked?.step, play.blocked?.owners, play.context.outcome]).toEqual(['approval', ['ops'], null]);
    refolds(play);
  });

  it('somebody who hands over what is theirs changes nobody else’s', () => {
    const play = inCompany(4_000, [CLIMB]);
    expect(asked(play)).toEqual(['sun']);
    expect(leave(play, away('zhang', 'chen'), away('zhou', 'liu'))).toMatchObject({ code: 'unchanged' });
    expect(asked(play)).toEqual(['sun']);
  });
});

describe('The approver comes from the wrong group, cannot open it, or has it in the inbox after it is gone', () => {
  const second = (covers: string[]) => (directory: Directory) => {
    const post = directory.positions.find(({ role }) => role === 'finance-specialist');
    if (!post) throw new Error('Expected a finance specialist in the sample company, but there is none');
    directory.positions.push({ ...post, id: 'second', personId: 'chen', covers });
  };

  it('of all who hold a role, those are asked who serve the requester’s unit, the nearest first', () => {
    const step = [reviewBy('finance-specialist', 'check')];
    expect(asked(inCompany(800, step, { company: second(['finance']) }))).toEqual(['liu']);
    expect(asked(inCompany(800, step, { company: second(['xuhui']) }))).toEqual(['chen']);
  });

  it('and where nobody serves it, nobody of another group is asked: it is blocked with its owners', () => {
    const play = inCompany(800, [reviewBy('finance-specialist', 'check')], {
      company: ({ positions }) => positions.forEach((post) => void (post.role === 'finance-specialist' && (post.covers = ['finance']))),
    });
    expect([asked(play, 'check'), play.blocked?.owners]).toEqual([[], ['ops']]);
  });

  it('a task is enough to read what its step shows', () => {
    const hiding = [
      { ...reviewBy('finance-specialist', 'check'), fields: { hidden: ['payee'] } },
      reviewBy('finance-director', 'last', 'company'),
    ];
    const { process } = inCompany(800, hiding);
    const hidden = (...steps: string[]) => [...hiddenFrom(process, { requester: false, readsAll: false, steps })];
    expect([hidden('check'), hidden('last'), hidden()]).toEqual([['payee'], [], ['payee']]);
  });

  it.each([
    ['withdraw', 'ann'],
    ['terminate', 'op'],
  ] as const)('%s leaves nobody a task, and what they were told of it is out of date', (type, by) => {
    const play = at('review');
    play.actors['op'] = { rights: ['requests.operate', 'requests.assign', 'requests.override'] };
    expect(play.do(type, by, { comment: 'not needed' })).toBeNull();
    expect(open(play)).toEqual([]);
    expect(play.effects).toContainEqual(expect.objectContaining({ type: 'supersede-notices', step: 'review' }));
    expect(play.do('approve', 'mei', { step: 'review' })).not.toBeNull();
  });
});
