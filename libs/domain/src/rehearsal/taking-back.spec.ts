import { openSeats, recordOf } from '../request/standing';
import { allowed } from '../engine/allowed';
import { expense } from './expense.fixture';
import { fold, type Play } from './play.fixture';
import { at, formOf, staffed, told } from './staffed.fixture';

const peopleOn = ({ context }: Play, step: string): string[] => openSeats(recordOf(context, step)).map(([, { person }]) => person);
const folds = (play: Play): void => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

describe('a decision', () => {
  it('is taken back long after its grace time, until whoever comes next has acted', () => {
    const play = at('check');
    const before = recordOf(at('review').context, 'review')?.seats['0']?.person;
    play.seconds += 9_000;
    expect(play.do('undo', 'mei')).toMatchObject({ code: 'undo-too-late' });
    expect(play.do('take-back', 'chen')).toMatchObject({ code: 'decides-first' });
    expect(play.do('take-back', 'mei')).toBeNull();
    expect(peopleOn(play, 'review')).toEqual([before]);
    expect(play.effects).toContainEqual({
      type: 'notify',
      notice: 'decision-undone',
      to: ['chen', 'cheng'],
      step: 'check',
      immediate: true,
    });
    folds(play);
  });

  it('is taken back no more once somebody has built on it, once it was sent, and once the request has ended', () => {
    const [built, sent, ended] = [at('approve'), at('check'), at('approved')];
    expect(built.do('take-back', 'mei')).toMatchObject({ code: 'not-undoable' });
    sent.effectsTaken = true;
    expect(sent.do('take-back', 'mei')).toMatchObject({ code: 'undo-too-late' });
    expect(ended.do('take-back', 'kai')).toMatchObject({ code: 'not-undoable' });
  });

  it('stays where somebody was asked to act on it and only asked something', () => {
    const play = at('check');
    play.do('ask', 'chen', { person: 'ann', comment: 'Which?' });
    expect(play.do('take-back', 'mei')).toMatchObject({ code: 'not-undoable' });
  });
});

describe('a jump', () => {
  /** The same, and its operator may override. */
  const overridden = (...come: Parameters<typeof at>): Play => {
    const play = at(...come);
    play.actors['op'] = { rights: ['requests.operate', 'requests.override'] };
    return play;
  };
  const jump = (play: Play, to: string, more: object = {}) => play.do('jump', 'op', { step: play.value, to, comment: 'Stuck.', ...more });

  it('goes forward over steps that nobody decided, and marks them', () => {
    const play = overridden('review');
    expect(jump(play, 'approve')).toBeNull();
    expect(told(play.events)).toEqual(
      expect.arrayContaining([
        'task.closed review mei',
        'request.jumped',
        'step.skipped review',
        'step.skipped check',
        'task.opened approve bo',
      ]),
    );
    expect(play.events).toContainEqual({ type: 'step.skipped', step: 'check', reason: 'waived' });
    expect(play.effects).toContainEqual({ type: 'notify', notice: 'task-jumped', to: ['mei'], step: 'review', immediate: true });
    folds(play);
  });

  it('goes back, and asks everybody from there on anew', () => {
    const play = at('approve');
    expect(jump(play, 'review')).toBeNull();
    expect(peopleOn(play, 'review')).toEqual(['mei']);
    expect(Object.keys(play.context.steps)).toEqual(['review']);
    play.do('approve', 'mei');
    expect(play.value).toBe('check');
    folds(play);
  });

  it('lets what was passed over stay so when the request is returned to a step behind it', () => {
    const play = overridden('review');
    jump(play, 'approve');
    expect(play.do('return', 'bo', { to: 'requester', comment: 'x' })).toBeNull();
    folds(play);
  });

  it('passes over no approval, and nothing that is carried out, without the right to override, and says so at each place', () => {
    const play = at('approve', 10);
    play.actors['op'] = { rights: ['requests.operate'] };
    expect(jump(play, 'pay')).toEqual({ code: 'passes-over', params: { step: 'approve' } });
    const button = () =>
      allowed(play.process, play.request.state, play.actor('op'), play.facts('op')).find(({ command }) => command === 'jump');
    const refusedAt = () => button()?.targets?.flatMap(({ to, refusal }) => (refusal ? [`${to}: ${refusal.code}`] : []));
    expect(button()?.refusal).toBeNull();
    expect(refusedAt()).toEqual(['pay: passes-over']);
    play.actors['op'] = { rights: ['requests.operate', 'requests.override'] };
    expect(refusedAt()).toEqual([]);
    expect(jump(play, 'pay')).toBeNull();
    folds(play);
  });

  /** A step that writes a value, or signs an opinion; one of three; and one that hangs on the value or on the opinion. */
  const chosen = (amount: number, hangsOn: 'value' | 'opinion'): Play => {
    const { flow } = expense();
    const by = (id: string) => flow.find((step) => step.id === id) as object;
    const one = (id: string, more: object = {}) => ({
      id,
      title: { zh: id, en: id },
      kind: 'approve',
      assignee: { by: 'superior' },
      ...more,
    });
    const above = (money: string) => ({ gt: [{ field: 'amount' }, { money, currency: 'CNY' }] });
    const when = hangsOn === 'value' ? { eq: [{ field: 'inPlan' }, { value: true }] } : { eq: [{ stance: 'view' }, { value: 'against' }] };
    const play = staffed(
      expense({
        flow: [
          { ...by('review'), returns: { to: [] } },
          ...(hangsOn === 'value' ? [{ ...by('check'), returns: { to: [] } }] : [one('view', { kind: 'opinion' })]),
          {
            ...{ id: 'size', title: { zh: 'size', en: 'size' }, kind: 'branch' },
            cases: [
              { title: { zh: '大', en: 'Large' }, when: above('5000'), steps: [one('chief')] },
              { title: { zh: '中', en: 'Middling' }, when: above('500'), steps: [one('boss')] },
            ],
            otherwise: [one('clerk')],
          },
          one('far', { when }),
          { ...by('review'), id: 'last', returns: { to: [] } },
        ] as never,
      }),
    );
    for (const step of ['view', 'chief', 'boss', 'clerk', 'far', 'last']) play.seat(step, 'bo');
    play.do('submit', 'ann', { form: formOf(amount) });
    return play;
  };

  it.each([
    [9_000, 'chief'],
    [900, 'boss'],
    [90, 'clerk'],
  ])('passes over the one that a choice leads to, and none beside it (%d)', (amount, step) => {
    for (const [hangsOn, first] of [
      ['value', 'check'],
      ['opinion', 'view'],
    ] as const) {
      const play = chosen(amount, hangsOn);
      // What it would write, or sign, decides what is asked behind.
      for (const to of [step, 'last']) expect(jump(play, to)).toEqual({ code: 'passes-over', params: { step: first } });
      expect(jump(play, first)).toBeNull();
      play.do(
        'approve',
        hangsOn === 'value' ? 'chen' : 'bo',
        hangsOn === 'value' ? { fields: { inPlan: true } } : { stance: 'against', comment: 'No.' },
      );
      expect(play.value).toBe(step);
      expect(jump(play, 'last')).toEqual({ code: 'passes-over', params: { step } });
      play.do('approve', 'bo');
      expect(play.value).toBe('far');
      expect(jump(play, 'last')).toEqual({ code: 'passes-over', params: { step: 'far' } });
      expect(jump(play, 'review')).toBeNull();
    }
  });

  it.each([
    ['where nobody stands', 'review', { to: 'review' }, 'jump-target'],
    ['to what is no step', 'review', { to: 'moon' }, 'jump-target'],
    ['without a reason', 'review', { to: 'approve', comment: '' }, 'comment-required'],
    ['before what was carried out', 'pay', { to: 'review' }, null],
  ] as const)('does not go %s', (_where, from, { to, ...more }, code) => {
    const play = at(from);
    if (code === null)
      play.request = { ...play.request, state: { ...play.request.state, context: { ...play.context, carriedOut: ['approve'] } } };
    expect(jump(play, to, more)).toMatchObject({ code: code ?? 'carried-out' });
  });

  it('is nobody’s who has no right to it, nor of whoever asks for the request', () => {
    const play = at('review');
    play.actors['ann'] = { rights: ['requests.operate'] };
    expect(play.do('jump', 'mei', { step: 'review', to: 'approve', comment: 'x' })).toMatchObject({ code: 'not-owner' });
    expect(play.do('jump', 'ann', { step: 'review', to: 'approve', comment: 'x' })).toMatchObject({ code: 'own-repair' });
  });

  it('does not go where what the request says does not lead', () => {
    const play = overridden('review', 10);
    const { steps, order } = play.process;
    const left = order.find((id) => steps[id]?.when !== undefined && steps[id]?.kind === 'opinion');
    expect(left).toBeDefined();
    const refused = jump(play, left ?? '');
    expect([null, 'off-the-way']).toContain(refused?.code ?? null);
  });
});
