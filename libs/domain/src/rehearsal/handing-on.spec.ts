import type { Definition } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import type { RequestContext, Seat } from '../request/request-state';
import { openSeats, recordOf } from '../request/standing';
import { expense } from './expense.fixture';
import { changed, fold, START, type Play } from './play.fixture';
import { at, formOf, staffed, told } from './staffed.fixture';

const seatsOn = ({ context }: Play, step: string): Seat[] => openSeats(recordOf(context, step)).map(([, seat]) => seat);
const peopleOn = (play: Play, step: string): string[] => seatsOn(play, step).map(({ person }) => person);
const words = (play: Play, person: string): string[] =>
  allowed(play.process, play.request.state, play.actor(person), {
    now: new Date(START + play.seconds * 1000).toISOString(),
    today: '2026-03-02',
    requesterUnitPath: ['company', 'shop'],
  }).map(({ command, refusal }) => (refusal ? `${command}: ${refusal.code}` : command));
const forgotten = ({ undo: _undo, ...context }: RequestContext): object => context;
const folds = (play: Play): void => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

/** The step that several check has to be claimed. */
function claiming(): Definition {
  const definition = expense();
  return {
    ...definition,
    flow: definition.flow.map((step) => (step.id === 'check' ? { ...step, claim: true as const } : step)),
  } as Definition;
}

/** A request that has come as far as the check, which one of two has to claim. */
function unclaimed(): Play {
  const play = staffed(claiming());
  play.do('submit', 'ann', { form: formOf(1200) });
  play.do('approve', 'mei');
  return play;
}

describe('a transfer', () => {
  it('gives the task to somebody else, who decides it', () => {
    const play = at('check');
    expect(play.do('transfer', 'chen', { person: 'fay', comment: 'On leave.' })).toBeNull();
    expect(told(play.events)).toEqual(['task.closed check chen', 'task.transferred check', 'task.opened check fay']);
    expect(seatsOn(play, 'check')).toEqual([
      { person: 'fay', generation: play.request.n, from: 'chen' },
      expect.objectContaining({ person: 'cheng' }),
    ]);
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toMatchObject({ code: 'not-assignee' });
    expect(play.do('approve', 'fay', { generation: play.request.n, fields: { inPlan: true } })).toBeNull();
    folds(play);
  });

  it('tells the new one, and supersedes what the old one was told', () => {
    const play = at('review');
    play.do('transfer', 'mei', { person: 'fay', comment: 'x' });
    expect(play.effects).toEqual([
      { type: 'supersede-notices', step: 'review' },
      { type: 'notify', notice: 'task-opened', to: ['fay'], step: 'review', immediate: true },
    ]);
  });

  it.each([
    ['its requester', 'ann', 'own-matter-of'],
    ['somebody who has it already', 'cheng', 'already-theirs'],
    ['oneself', 'chen', 'already-theirs'],
  ])('never goes to %s', (_who, person, code) => {
    const play = at('check');
    expect(play.do('transfer', 'chen', { person, comment: 'x' })).toMatchObject({ code });
  });

  it('never goes to somebody who is not there, and needs a reason', () => {
    const play = at('check');
    play.gone.add('fay');
    expect(play.do('transfer', 'chen', { person: 'fay', comment: 'x' })).toMatchObject({ code: 'not-assignable' });
    expect(play.do('transfer', 'chen', { person: 'gus' })).toMatchObject({ code: 'comment-required' });
  });

  it('is taken back as a whole', () => {
    const play = at('check');
    const before = forgotten(play.context);
    play.do('transfer', 'chen', { person: 'fay', comment: 'x' });
    expect(play.do('undo', 'chen')).toBeNull();
    const seats = { ...recordOf(play.context, 'check')?.seats };
    expect(seats['0']).toEqual({ person: 'chen', generation: play.request.n });
    expect({ ...forgotten(play.context), steps: null }).toEqual({ ...before, steps: null });
    folds(play);
  });

  it('lasts when people are looked for again', () => {
    const play = at('review');
    play.do('transfer', 'mei', { person: 'fay', comment: 'x' });
    play.verdicts['review'] = { kind: 'seats', people: ['fay'] };
    expect(changed(play)).toMatchObject({ code: 'unchanged' });
    expect(seatsOn(play, 'review')).toMatchObject([{ person: 'fay', from: 'mei' }]);
  });
});

describe('advice', () => {
  const asked = (): Play => {
    const play = at('approve');
    play.do('consult', 'bo', { person: 'fay', comment: 'Is it worth it?' });
    return play;
  };

  it('is given by somebody who decides nothing, and the task comes back', () => {
    const play = asked();
    expect(peopleOn(play, 'approve')).toEqual(['fay']);
    expect(words(play, 'fay')).toEqual(['advise']);
    for (const type of ['approve', 'reject', 'return', 'transfer', 'consult', 'ask', 'copy'] as const)
      expect([type, play.do(type, 'fay', { to: 'previous', person: 'gus', comment: 'x' })?.code]).toEqual([type, 'advice-only']);
    expect(play.do('advise', 'fay')).toMatchObject({ code: 'comment-required' });
    expect(play.do('advise', 'fay', { comment: 'Yes.' })).toBeNull();
    expect(told(play.events)).toEqual(['task.closed approve fay', 'advice.given approve', 'task.opened approve bo']);
    expect(play.do('approve', 'bo', { generation: play.request.n })).toBeNull();
    folds(play);
  });

  it('need not be waited for', () => {
    const play = asked();
    expect(words(play, 'bo')).toEqual(['recall', 'undo', 'take-back']);
    expect(play.do('recall', 'gus')).toMatchObject({ code: 'nothing-lent' });
    expect(play.do('recall', 'bo')).toBeNull();
    expect(peopleOn(play, 'approve')).toEqual(['bo']);
    expect(play.effects).toContainEqual({ type: 'notify', notice: 'advice-recalled', to: ['fay'], step: 'approve', immediate: true });
    expect(play.do('advise', 'fay', { comment: 'Too late.' })).toMatchObject({ code: 'invalid-state' });
    folds(play);
  });

  it('of somebody who has left is not waited for either', () => {
    const play = asked();
    play.verdicts['approve'] = { kind: 'seats', people: ['bo'], away: ['fay'] };
    expect(changed(play)).toBeNull();
    expect(seatsOn(play, 'approve')).toEqual([{ person: 'bo', generation: play.request.n }]);
  });

  it('is taken back by whoever asked for it, and by whoever gave it', () => {
    const play = asked();
    expect(play.do('undo', 'bo')).toBeNull();
    expect(seatsOn(play, 'approve')).toEqual([{ person: 'bo', generation: play.request.n }]);
    play.do('consult', 'bo', { person: 'fay', comment: 'x' });
    play.do('advise', 'fay', { comment: 'Yes.' });
    expect(play.do('undo', 'fay')).toBeNull();
    expect(seatsOn(play, 'approve')).toMatchObject([{ person: 'fay', lentBy: 'bo' }]);
    folds(play);
  });
});

describe('whoever has a seat by the word of somebody else', () => {
  const ways = {
    'has the task back with advice': (play: Play): string => {
      play.do('consult', 'bo', { person: 'fay', comment: 'Is it worth it?' });
      play.do('advise', 'fay', { comment: 'Yes.' });
      return 'fay';
    },
    'was given the task': (play: Play): string => {
      play.do('transfer', 'bo', { person: 'gus', comment: 'On leave.' });
      return 'bo';
    },
  };
  const acts = {
    'sign-beside': 'remove-signer',
    'sign-after': 'remove-signer',
    ask: null,
  } as const;
  describe.each(Object.entries(ways))('%s', (_way, come) => {
    it.each(Object.entries(acts))('keeps it once they have acted from it: %s', (act, back) => {
      const play = at('approve');
      play.actors['gus'] = play.actors['bo'] ?? {};
      const whose = come(play);
      const [holder = ''] = peopleOn(play, 'approve');
      const does = (type: typeof act, more: object = {}) =>
        play.do(type as 'ask', holder, { generation: seatsOn(play, 'approve')[0]?.generation ?? 0, ...more });
      expect(does(act, { person: 'ann' === whose ? 'dai' : 'eve', comment: 'Look.' })).toBeNull();
      const people = peopleOn(play, 'approve');
      expect(play.do('undo', whose)).toMatchObject({ code: 'not-undoable' });
      expect(words(play, whose)).not.toContain('undo');
      expect(peopleOn(play, 'approve')).toEqual(people);
      if (back === null) return;
      expect(does(back as 'ask', { person: 'eve', comment: 'No need.' })).toBeNull();
      expect(play.do('undo', whose)).toBeNull();
      folds(play);
    });
  });
});

describe('a question', () => {
  it('leaves the step with whoever asks, until it is answered or decided', () => {
    const play = at('approve');
    expect(play.do('ask', 'bo', { person: 'ann', comment: 'Which shop?' })).toBeNull();
    expect(told(play.events)).toEqual(['question.asked approve', 'task.opened approve ann']);
    expect(words(play, 'ann')).toEqual(['answer', 'urge', 'withdraw: decision-made']);
    expect(play.do('approve', 'ann', { generation: play.request.n })).toMatchObject({ code: 'asked-only' });
    expect(play.do('answer', 'ann', { generation: play.request.n, comment: 'Xuhui.' })).toBeNull();
    expect(told(play.events)).toEqual(['task.closed approve ann', 'question.answered approve']);
    expect(play.effects).toContainEqual({ type: 'notify', notice: 'question-answered', to: ['bo'], step: 'approve', immediate: true });
    expect(peopleOn(play, 'approve')).toEqual(['bo']);
    folds(play);
  });

  it('goes away with the decision, and comes back with its undo', () => {
    const play = at('approve');
    const generation = play.generation('approve');
    play.do('ask', 'bo', { person: 'ann', comment: 'Which shop?' });
    expect(play.do('approve', 'bo', { generation })).toBeNull();
    expect(told(play.events)).toContain('task.closed approve ann');
    expect(play.do('undo', 'bo')).toBeNull();
    expect(peopleOn(play, 'approve')).toEqual(['bo', 'ann']);
    folds(play);
  });

  it('is asked of no more than ten at once', () => {
    const play = at('approve');
    const generation = play.generation('approve');
    const ask = (person: string) => play.do('ask', 'bo', { person, comment: 'Well?', generation });
    const answers = Array.from({ length: 11 }, (_, index) => ask(`somebody-${index}`)?.code ?? 'asked');
    expect(answers).toEqual([...Array<string>(10).fill('asked'), 'too-many-questions']);
  });
});

describe('a step that has to be claimed', () => {
  it('is decided by nobody before', () => {
    const play = unclaimed();
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toMatchObject({ code: 'claim-first' });
    expect(words(play, 'chen')).toEqual(expect.arrayContaining(['approve: claim-first', 'claim']));
    expect(play.do('claim', 'chen')).toBeNull();
    expect(told(play.events)).toEqual(['task.closed check cheng', 'task.claimed check']);
    expect(play.events[0]).toMatchObject({ reason: 'claimed' });
    expect(play.do('claim', 'cheng')).toMatchObject({ code: 'not-assignee' });
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
    folds(play);
  });

  it('is claimed by none of those who only sign besides', () => {
    const play = unclaimed();
    play.verdicts['check'] = { kind: 'seats', people: ['chen'] };
    changed(play);
    expect(play.do('sign-beside', 'chen', { person: 'fay', comment: 'x' })).toBeNull();
    const { n } = play.request;
    expect(play.do('claim', 'fay', { generation: n })).toMatchObject({ code: 'nothing-to-claim' });
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
    expect(peopleOn(play, 'check')).toEqual(['fay']);
    expect(play.do('approve', 'fay', { generation: n })).toBeNull();
    folds(play);
  });

  it('leaves whoever signs besides their task when one of several claims it', () => {
    const play = unclaimed();
    play.verdicts['check'] = { kind: 'seats', people: ['chen'] };
    changed(play);
    play.do('sign-beside', 'chen', { person: 'fay', comment: 'x' });
    play.verdicts['check'] = { kind: 'seats', people: ['chen', 'cheng'] };
    changed(play);
    expect(play.do('claim', 'chen')).toBeNull();
    expect(peopleOn(play, 'check')).toEqual(['chen', 'fay']);
    expect(seatsOn(play, 'check')).toContainEqual(expect.objectContaining({ person: 'chen', pool: ['chen', 'cheng'] }));
    folds(play);
  });

  it('is asked of all again when it is released', () => {
    const play = unclaimed();
    expect(play.do('release', 'chen')).toMatchObject({ code: 'not-claimed' });
    play.do('claim', 'chen');
    expect(play.do('release', 'chen')).toBeNull();
    expect(peopleOn(play, 'check')).toEqual(['chen', 'cheng']);
    expect(play.do('claim', 'cheng', { generation: play.request.n })).toBeNull();
    expect(peopleOn(play, 'check')).toEqual(['cheng']);
    folds(play);
  });

  it('stays claimed when people are looked for again, and is open to all who are found when its claimer is gone', () => {
    const play = unclaimed();
    play.do('claim', 'chen');
    play.verdicts['check'] = { kind: 'seats', people: ['chen', 'fay'] };
    expect(changed(play)).toBeNull();
    expect(seatsOn(play, 'check')).toMatchObject([{ person: 'chen', pool: ['chen', 'fay'] }]);
    play.verdicts['check'] = { kind: 'seats', people: ['cheng', 'fay'] };
    expect(changed(play)).toBeNull();
    expect(peopleOn(play, 'check')).toEqual(['cheng', 'fay']);
    folds(play);
  });
});

describe('a copy of somebody’s own choice', () => {
  it('goes to nobody twice, and not to whoever reads the request anyhow', () => {
    const play = at('approve');
    expect(play.do('copy', 'bo', { person: 'fay' })).toBeNull();
    expect(told(play.events)).toEqual(['copy.given approve', 'copy.sent approve fay']);
    for (const person of ['fay', 'ann', 'mei', 'bo']) expect(play.do('copy', 'bo', { person })).toMatchObject({ code: 'reads-it-already' });
    folds(play);
  });

  it('is not repeated by the process', () => {
    const play = at('approve');
    play.do('copy', 'bo', { person: 'sun' });
    expect(play.do('approve', 'bo')).toBeNull();
    expect(told(play.events)).not.toContain('copy.sent tell sun');
  });
});

describe('a reminder', () => {
  it('reaches whoever has the request, once in four hours, and takes no undo away', () => {
    const play = at('check');
    expect(play.do('urge', 'mei')).toMatchObject({ code: 'not-requester' });
    expect(play.do('urge', 'ann')).toBeNull();
    expect(play.effects).toEqual([{ type: 'notify', notice: 'request-urged', to: ['chen', 'cheng'], step: null, immediate: true }]);
    expect(play.do('urge', 'ann')).toMatchObject({ code: 'urged-lately' });
    expect(play.do('undo', 'mei')).toBeNull();
    play.seconds += 4 * 3_600;
    expect(play.do('urge', 'ann')).toBeNull();
    folds(play);
  });
});

describe('a reminder by somebody who looks after requests', () => {
  it.each<[string, object, string | null]>([
    ['nobody', { rights: [], covers: ['shop'] }, 'not-requester'],
    ['follows another unit', { rights: ['requests.track'], covers: ['elsewhere'] }, 'not-requester'],
    ['follows the unit', { rights: ['requests.track'], covers: ['shop'] }, null],
    ['follows the company', { rights: ['requests.track'], covers: ['company'] }, null],
    ['sorts out what is stuck', { rights: ['requests.operate'], covers: [] }, null],
    ['reads everything', { rights: ['requests.read-all'], covers: [] }, null],
  ])('who %s', (_, actor, code) => {
    const play = at('check');
    play.actors = { ...play.actors, zed: actor };
    const refused = play.do('urge', 'zed');
    expect(refused?.code ?? null).toBe(code);
    if (code !== null) return;
    expect(play.effects).toEqual([{ type: 'notify', notice: 'request-urged', to: ['chen', 'cheng'], step: null, immediate: true }]);
    // One reminder is enough, whoever sends it; it says when another may come.
    expect(play.do('urge', 'ann')).toMatchObject({ code: 'urged-lately', params: { again: expect.stringMatching(/Z$/) as string } });
    folds(play);
  });

  it('tells whoever sends it nothing', () => {
    const play = at('check');
    play.actors = { ...play.actors, chen: { rights: ['requests.operate'] } };
    expect(play.do('urge', 'chen')).toBeNull();
    expect(play.effects).toMatchObject([{ notice: 'request-urged', to: ['cheng'] }]);
  });
});

describe('a suspended request', () => {
  const suspended = (): Play => {
    const play = at('check');
    play.do('suspend', 'op', { comment: 'Audit.' });
    return play;
  };

  it('takes nothing but being resumed or ended, and loses no task', () => {
    const play = suspended();
    for (const [type, actor] of [
      ['approve', 'chen'],
      ['withdraw', 'ann'],
      ['undo', 'mei'],
      ['urge', 'ann'],
      ['suspend', 'op'],
    ] as const)
      expect([type, play.do(type, actor)?.code]).toEqual([type, 'suspended']);
    expect(peopleOn(play, 'check')).toEqual(['chen', 'cheng']);
    expect(play.do('resume', 'chen')).toMatchObject({ code: 'not-owner' });
    play.seconds += 60;
    expect(play.do('resume', 'op')).toBeNull();
    expect(play.events).toEqual([{ type: 'request.resumed', ms: 60_000, people: ['ann', 'chen', 'cheng'] }]);
    expect(play.context.suspendedAt).toBeUndefined();
    expect(play.do('undo', 'mei')).toMatchObject({ code: 'not-undoable' });
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
    folds(play);
  });

  it('still follows the company, and closes once it is ended', () => {
    const play = suspended();
    play.seat('check', 'fay');
    expect(changed(play)).toBeNull();
    expect(peopleOn(play, 'check')).toEqual(['fay']);
    expect(play.do('terminate', 'op', { comment: 'Over.' })).toBeNull();
    play.seconds += 100;
    expect(play.timer()).toBeNull();
    expect(play.value).toBe('closed');
    folds(play);
  });
});

describe('a copy that the process has sent', () => {
  it('is one that nobody need be sent again by somebody’s own choice', () => {
    const tell = { id: 'tell-first', title: { zh: '知会', en: 'Tell' }, kind: 'cc', to: [{ by: 'role', role: 'secretary' }] };
    const { flow } = expense();
    const play = staffed(expense({ flow: [tell, ...flow] as never })).seat('tell-first', 'sun', 'wu');
    play.do('submit', 'ann', { form: formOf(10) });
    expect(told(play.events)).toContain('copy.sent tell-first sun');
    for (const person of ['sun', 'wu']) expect(play.do('copy', 'mei', { person })).toMatchObject({ code: 'reads-it-already' });
    expect(play.do('copy', 'mei', { person: 'fay' })).toBeNull();
    folds(play);
  });
});
