import { expense, grant } from '../rehearsal/expense.fixture';
import { at, formOf, staffed, yuan } from '../rehearsal/staffed.fixture';
import { GUARDS, guardNamed } from './index';

const approve = (play: ReturnType<typeof at>, actor: string, change = {}) => play.do('approve', actor, change);

describe('guards on a decision', () => {
  it('refuse whoever has no seat', () => {
    expect(approve(at('check'), 'zoe')).toMatchObject({ code: 'not-assignee', params: { step: 'check' } });
  });

  it('refuse the requester, even on a seat of their own', () => {
    const play = staffed().seat('review', 'ann');
    play.do('submit', 'ann', { form: formOf(10) });
    for (const type of ['approve', 'return'] as const) {
      expect(play.do(type, 'ann', { to: 'requester', comment: 'x' })).toMatchObject({ code: 'own-request' });
    }
  });

  it('refuse the beneficiary', () => {
    const play = staffed();
    play.do('submit', 'ann', { form: formOf(10, { friend: 'mei' }) });
    expect(approve(play, 'mei')).toMatchObject({ code: 'own-benefit' });
  });

  it('refuse whoever decided a step that this one must be distinct from', () => {
    const play = at('approve');
    play.seat('pay', 'chen', 'kai');
    approve(play, 'bo');
    expect(approve(play, 'chen', { fields: { receipt: 'R' } })).toMatchObject({ code: 'decided-before', params: { step: 'check' } });
    expect(approve(play, 'kai', { fields: { receipt: 'R' } })).toBeNull();
  });

  it('refuse a decision about what is not there any more', () => {
    const play = at('approve');
    const shown = play.shown();
    expect(approve(play, 'bo', { shown: 'f00' })).toMatchObject({ code: 'stale-content', params: { current: shown } });
    expect(approve(play, 'bo', { shown: undefined })).toMatchObject({ code: 'stale-content' });
    expect(approve(play, 'bo', { shown })).toBeNull();
  });

  it('refuse without a grant of this kind and matter, and say when it is withheld', () => {
    const play = at('approve');
    play.actors['bo'] = { grants: [grant('bo', '2000000', { matter: 'lease' })] };
    expect(approve(play, 'bo')).toMatchObject({ code: 'no-authority', params: { why: 'no-authority', matter: 'expense' } });
    play.actors['bo'] = { grants: [grant('bo', '2000000', { state: 'withheld' })] };
    expect(approve(play, 'bo')).toMatchObject({ code: 'no-authority', params: { why: 'grant-withheld' } });
  });

  it('refuse above the limit, and by a blank limit', () => {
    const play = at('approve', 9000);
    play.actors['bo'] = { grants: [grant('bo', '899999')] };
    expect(approve(play, 'bo')).toMatchObject({
      code: 'over-limit',
      params: { amount: yuan(9000), limit: { minor: '899999' }, why: 'limit-too-low' },
    });
    play.actors['bo'] = { grants: [grant('bo', null)] };
    expect(approve(play, 'bo')).toMatchObject({ code: 'over-limit', params: { limit: null, why: 'limit-blank' } });
    play.actors['bo'] = { grants: [grant('bo', '900000')] };
    expect(approve(play, 'bo')).toBeNull();
  });

  it('count a blank plan as over plan', () => {
    const play = at('check');
    approve(play, 'chen');
    play.actors['bo'] = { grants: [grant('bo', 'no-limit', { plan: 'in' })] };
    expect(approve(play, 'bo')).toMatchObject({ code: 'no-authority', params: { why: 'plan-not-covered' } });
    play.actors['bo'] = { grants: [grant('bo', 'no-limit', { plan: 'over' })] };
    expect(approve(play, 'bo')).toBeNull();
  });

  it('refuse facts about somebody else', () => {
    const play = at('approve');
    play.actors['bo'] = { id: 'impostor', grants: [grant('impostor', 'no-limit')] };
    expect(approve(play, 'bo')).toMatchObject({ code: 'no-authority' });
  });

  it('refuse blanks where evidence is required, and values of the wrong type', () => {
    const play = at('pay');
    expect(approve(play, 'kai')).toMatchObject({ code: 'required-fields', params: { fields: ['receipt'] } });
    expect(approve(play, 'kai', { fields: { receipt: 7 } })).toMatchObject({ code: 'invalid-field', params: { fields: ['receipt'] } });
    expect(approve(play, 'kai', { fields: { receipt: 'R', inPlan: true } })).toMatchObject({
      code: 'invalid-field',
      params: { fields: ['inPlan'] },
    });
  });

  it('demand a signature and reasons of an opinion', () => {
    const play = at('opinion', 9000);
    expect(approve(play, 'dai', { comment: 'Fine.' })).toMatchObject({ code: 'opinion-unsigned' });
    expect(approve(play, 'dai', { stance: 'for' })).toMatchObject({ code: 'comment-required' });
    expect(approve(play, 'dai', { stance: 'for', comment: 'Fine.' })).toBeNull();
  });

  it('demand a comment of whoever goes on against an opinion', () => {
    const play = at('opinion', 9000);
    approve(play, 'dai', { stance: 'against', comment: 'Too dear.' });
    expect(approve(play, 'bo')).toMatchObject({ code: 'comment-required' });
    expect(approve(play, 'bo', { comment: 'We need it.' })).toBeNull();
  });

  it('demand a comment of a rejection', () => {
    expect(at('approve').do('reject', 'bo')).toMatchObject({ code: 'comment-required' });
  });

  it('do not let a review reject, nor anybody approve where nothing waits', () => {
    expect(at('review').do('reject', 'mei', { comment: 'x' })).toMatchObject({ code: 'invalid-state' });
    expect(at('approved').do('approve', 'kai')).toMatchObject({ code: 'invalid-state' });
  });
});

describe('checks that a definition puts on a step', () => {
  it('refuse the approval, by the values that the request stands with', () => {
    const [review, ...rest] = expense().flow;
    const checks = [{ type: 'value-taken', params: { field: 'items.invoice', register: 'invoice' } }];
    const play = staffed(expense({ submitChecks: [], flow: [{ ...review, checks }, ...rest] as never }));
    play.do('submit', 'ann', { form: formOf(10) });
    play.claimed = { invoice: { a1: 'SE-2026-0007' } };
    expect(approve(play, 'mei')).toMatchObject({ code: 'value-taken', params: { request: 'SE-2026-0007' } });
    play.claimed = {};
    expect(approve(play, 'mei')).toBeNull();
  });
});

describe('a task that has been decided', () => {
  it('says by whom, when, and whether with the same answer', () => {
    const play = at('check');
    const task = { step: 'check', generation: play.generation('check') };
    play.seconds = 3;
    approve(play, 'chen');
    expect(approve(play, 'cheng', task)).toMatchObject({
      code: 'already-decided',
      params: { by: 'chen', at: '2026-03-02T02:00:03.000Z', decision: 'approve', own: false, sameAnswer: true },
    });
    expect(play.do('return', 'chen', { ...task, to: 'requester', comment: 'x' })).toMatchObject({
      code: 'already-decided',
      params: { own: true, sameAnswer: false },
    });
  });

  it('says so even when the request has ended', () => {
    const play = at('approved');
    expect(approve(play, 'kai', { step: 'pay', generation: play.generation('pay') })).toMatchObject({
      code: 'already-decided',
      params: { own: true },
    });
  });

  it('is another one in another generation', () => {
    const play = at('check');
    play.do('return', 'chen', { to: 'review', comment: 'x' });
    expect(approve(play, 'mei', { generation: 1 })).toMatchObject({ code: 'invalid-state' });
    expect(approve(play, 'mei')).toBeNull();
  });
});

describe('guards on a submit', () => {
  it('refuse whoever may not start', () => {
    const play = staffed();
    play.actors['ann'] = { roles: ['guest'] };
    expect(play.do('submit', 'ann', { form: formOf(1) })).toMatchObject({ code: 'may-not-start', params: { why: 'no-role' } });
    play.actors['ann'] = { unitId: null };
    expect(play.do('submit', 'ann', { form: formOf(1) })).toMatchObject({ code: 'may-not-start', params: { why: 'no-post' } });
  });

  it('refuse a form with blanks or wrong values', () => {
    const play = staffed();
    expect(play.do('submit', 'ann', { form: {} })).toMatchObject({ code: 'required-fields', params: { fields: ['reason', 'items'] } });
    const wrong = { ...formOf(1), reason: 'x'.repeat(300) };
    expect(play.do('submit', 'ann', { form: wrong })).toMatchObject({ code: 'invalid-field', params: { fields: ['reason'] } });
    expect(play.do('submit', 'ann', { form: { ...formOf(1), surprise: 1 } })).toMatchObject({
      code: 'invalid-field',
      params: { fields: ['surprise'] },
    });
  });

  it('never take the word of the requester for what a step fills in', () => {
    const play = staffed();
    play.form = { inPlan: true };
    play.do('submit', 'ann', { form: formOf(1, { inPlan: true }) });
    expect(play.context.fields['inPlan']).toBeNull();
  });

  it('refuse an expense older than 30 days by its oldest date, counted at the first submit', () => {
    const day = (date: string) => ({
      form: formOf(1, {
        items: [
          { day: '2026-03-01', amount: yuan(1) },
          { day: date, amount: yuan(1) },
        ],
      }),
    });
    const play = staffed();
    expect(play.do('submit', 'ann', day('2026-01-30'))).toMatchObject({ code: 'too-old', params: { age: 31, days: 30 } });
    expect(play.do('submit', 'ann', day('2026-01-31'))).toBeNull();
    play.do('return', 'mei', { to: 'requester', comment: 'x' });
    play.seconds += 40 * 86_400;
    expect(play.do('resubmit', 'ann', day('2026-01-31'))).toBeNull();
  });

  it('refuse an invoice that stands on another request, or twice on this one', () => {
    const play = staffed();
    play.claimed = { invoice: { a1: 'SE-2026-0007' } };
    expect(play.do('submit', 'ann', { form: formOf(1) })).toMatchObject({
      code: 'value-taken',
      params: { value: 'A1', request: 'SE-2026-0007' },
    });
    const row = { day: '2026-03-01', invoice: 'B2', amount: yuan(1) };
    expect(play.do('submit', 'ann', { form: formOf(1, { items: [row, row] }) })).toMatchObject({
      code: 'value-taken',
      params: { value: 'B2', request: null },
    });
  });

  it.each([' Ａ１', 'a\u200b1', 'a 1'])('refuse %j where A1 stands on another request', (invoice) => {
    const play = staffed();
    play.claimed = { invoice: { a1: 'SE-2026-0007' } };
    const row = { day: '2026-03-01', invoice, amount: yuan(1) };
    expect(play.do('submit', 'ann', { form: formOf(1, { items: [row] }) })).toMatchObject({
      code: 'value-taken',
      params: { value: invoice },
    });
    const twice = [
      { ...row, invoice: 'b2' },
      { ...row, invoice: 'Ｂ２' },
    ];
    expect(play.do('submit', 'ann', { form: formOf(1, { items: twice }) })).toMatchObject({
      code: 'value-taken',
      params: { request: null },
    });
  });

  it.each([
    ['Cyrillic beside Latin', 'Ж1A', 'ж'],
    ['a small capital', 'ɪNV', 'ɪ'],
  ])('refuse what cannot be told from another value: %s', (_, invoice, letter) => {
    const row = { day: '2026-03-01', invoice, amount: yuan(1) };
    expect(staffed().do('submit', 'ann', { form: formOf(1, { items: [row] }) })).toMatchObject({
      code: 'odd-letter',
      params: { value: invoice, letter },
    });
  });

  it('refuse a second submit', () => {
    expect(at('review').do('submit', 'ann', { form: formOf(1) })).toMatchObject({ code: 'already-submitted' });
  });
});

describe('the registry of guards', () => {
  it('finds guards by name and nothing else', () => {
    expect(guardNamed('within-limit')).toBe(GUARDS['within-limit']);
    expect(guardNamed('toString')).toBeUndefined();
    expect(guardNamed('constructor')).toBeUndefined();
  });
});
