import { allowed } from '../engine/allowed';
import { ASSIGN_RIGHT } from '../guards/is-owner.guard';
import { newestWord } from '../request/items/items';
import { openSeats, recordOf } from '../request/standing';
import { atList, itemIn, pictures, FOUND, listed, settledOf, tick } from './checklist.fixture';
import { signaturesOf } from '../sentences/events/signatures';
import { changed, fold, type Play } from './play.fixture';
import { told } from './staffed.fixture';

const seated = (play: Play) => openSeats(recordOf(play.context, 'prepare')).map(([, { person }]) => person);
const photos = { photos: pictures('screen', 'slip') };

/** Everything that must be, done. */
function finish(play: Play): void {
  tick(play, 'ann', 'cables');
  tick(play, 'ann', 'till', photos);
  tick(play, 'bo', 'till');
  tick(play, 'chen', 'goods', { count: 40 });
  play.do('waive', 'mo', { step: 'prepare', item: 'sign', comment: 'The landlord hangs it.' });
}

describe('a checklist', () => {
  it('gives everybody a task with what is theirs, and tells who may waive', () => {
    const play = atList();
    expect(seated(play)).toEqual(['ann', 'ada', 'bo', 'chen']);
    expect(told(play.events)).toContain('copy.sent prepare mo');
    expect(Object.keys(recordOf(play.context, 'prepare')?.items?.of ?? {})).toEqual(['cables', 'till', 'goods', 'sign', 'flowers']);
    expect(recordOf(play.context, 'prepare')?.items?.since).toBe('2026-03-02');
  });

  it('is nothing that its people sign together', () => {
    const { process, context } = atList();
    expect(signaturesOf(process, context)).toEqual([]);
  });

  it('is signed item by item where others are passed together', () => {
    const play = atList();
    const pressed = { step: 'prepare', generation: 1, shown: play.shown('prepare') };
    expect(play.do('approve', 'ann', { ...pressed, bulk: { upTo: '100000' } })).toEqual({ code: 'not-in-bulk', params: { why: 'list' } });
    expect(play.do('approve', 'ann', pressed)).toMatchObject({ code: 'invalid-state' });
  });

  it('passes when all that must be is done or waived, and each task ends when its own items are done', () => {
    const play = atList();
    expect(tick(play, 'ann', 'cables')).toBeNull();
    expect(told(play.events)).toEqual(['item.ticked prepare ann']);
    expect(tick(play, 'ann', 'till', photos)).toBeNull();
    // The flowers may stay, and wait for her still.
    expect(seated(play)).toEqual(['ann', 'ada', 'bo', 'chen']);
    expect(tick(play, 'bo', 'till')).toBeNull();
    expect(told(play.events)).toEqual(['task.decided prepare bo', 'item.ticked prepare bo']);
    expect(tick(play, 'chen', 'goods', { count: 40 })).toBeNull();
    expect(play.do('waive', 'mo', { step: 'prepare', item: 'sign', comment: 'The landlord hangs it.' })).toBeNull();
    expect(told(play.events)).toEqual([
      'task.closed prepare ann',
      'task.closed prepare ada',
      'task.closed prepare chen',
      'item.waived prepare mo',
      'step.passed prepare',
      'task.opened permit boss',
    ]);
    expect(play.value).toBe('permit');
    expect(play.form).toMatchObject({ ...photos, count: 40 });
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('takes an item from whoever it belongs to only, and in its order', () => {
    const play = atList();
    expect(tick(play, 'chen', 'cables')).toMatchObject({ code: 'item-not-yours' });
    expect(tick(play, 'boss', 'cables')).toMatchObject({ code: 'invalid-state' });
    expect(tick(play, 'bo', 'till')).toMatchObject({ code: 'item-waits', params: { items: ['cables'] } });
    expect(tick(play, 'ann', 'roof')).toMatchObject({ code: 'no-such-item' });
    expect(tick(play, 'ann', 'advice')).toMatchObject({ code: 'no-such-item' });
    tick(play, 'ann', 'cables');
    expect(tick(play, 'ada', 'cables')).toMatchObject({ code: 'item-settled', params: { by: 'ann' } });
    expect(play.do('approve', 'ann', { step: 'prepare' })).not.toBeNull();
  });

  it('wants two people, of both sides, each only once', () => {
    const play = atList();
    tick(play, 'ann', 'cables');
    expect(tick(play, 'ann', 'till', photos)).toBeNull();
    expect(tick(play, 'ann', 'till')).toMatchObject({ code: 'item-signed' });
    expect(tick(play, 'ada', 'till')).toMatchObject({ code: 'item-place-taken' });
    expect(settledOf(play.context)).toEqual(['cables ann', 'till ann']);
    expect(tick(play, 'bo', 'till')).toBeNull();
    expect(settledOf(play.context)).toEqual(['cables ann', 'till ann+bo']);
  });

  it('is handed to nobody who has signed what it waits for, by whomever it is handed over', () => {
    const play = atList();
    play.actors['op'] = { rights: [ASSIGN_RIGHT] };
    tick(play, 'ann', 'cables');
    expect(tick(play, 'bo', 'till', photos)).toBeNull();
    expect(seated(play)).toEqual(['ann', 'ada', 'chen']);
    const given = { step: 'prepare', person: 'bo', comment: 'On leave.' };
    const open = (person: string) =>
      openSeats(recordOf(play.context, 'prepare')).find(([, seat]) => seat.person === person)?.[1].generation;
    const transfer = (from: string) => play.do('transfer', from, { ...given, generation: open(from) ?? 0 });
    const no = { code: 'has-signed-item', params: { step: 'prepare', item: 'till', person: 'bo' } };
    expect(transfer('ann')).toEqual(no);
    expect(play.do('reassign', 'op', { ...given, from: 'ada' })).toEqual(no);
    expect(transfer('chen')).toBeNull();
    expect(tick(play, 'ann', 'till')).toBeNull();
    expect(seated(play)).toEqual(['ann', 'ada', 'bo']);
  });

  it('is signed by the second as it is, not as it was read before somebody signed it anew', () => {
    const play = atList();
    tick(play, 'ann', 'cables');
    tick(play, 'ann', 'till', photos);
    const read = newestWord(itemIn(play, 'till'));
    play.do('untick', 'ann', { step: 'prepare', item: 'till' });
    tick(play, 'ann', 'till', { photos: pictures('another', 'one') });
    const signs = (seen?: number) => tick(play, 'bo', 'till', seen === undefined ? {} : { seen })?.code ?? null;
    expect([signs(read), signs(0)]).toEqual(['item-changed', 'item-changed']);
    expect(signs()).toBeNull();
  });

  it.each([
    ['ann', 'bo'],
    ['bo', 'ann'],
  ])('has its evidence from whoever signs first, %s, and %s signs the same', (first, second) => {
    const play = atList();
    tick(play, 'ann', 'cables');
    expect(tick(play, first, 'till')).toMatchObject({ code: 'required-fields', params: { fields: ['photos'] } });
    expect(tick(play, first, 'till', photos)).toBeNull();
    const [others, more] = [pictures('other', 'another'), [...photos.photos, ...pictures('third')]];
    for (const brought of [others, more])
      expect(tick(play, second, 'till', { photos: brought })).toMatchObject({ code: 'evidence-signed' });
    expect(tick(play, second, 'till', photos)).toBeNull();
    expect(settledOf(play.context)).toContain(`till ${first}+${second}`);
    expect(play.form).toMatchObject(photos);
  });

  it('is signed anew by everybody where its evidence is to be otherwise', () => {
    const play = atList();
    tick(play, 'ann', 'cables');
    tick(play, 'ann', 'till', photos);
    tick(play, 'bo', 'till');
    const untick = (person: string) => play.do('untick', person, { step: 'prepare', item: 'till', comment: 'Blurred.' });
    const again = { photos: pictures('sharp', 'sharper') };
    expect(untick('ann')).toBeNull();
    expect(tick(play, 'ann', 'till', again)).toMatchObject({ code: 'evidence-signed' });
    expect(untick('ann')).toBeNull();
    expect(tick(play, 'ann', 'till', again)).toBeNull();
    expect(settledOf(play.context)).toEqual(['cables ann', 'till ann']);
    expect(tick(play, 'bo', 'till')).toBeNull();
  });

  it('keeps its evidence from the undo of whoever brought it, once somebody else has signed it', () => {
    const play = atList();
    tick(play, 'ann', 'cables');
    tick(play, 'ann', 'till', photos);
    tick(play, 'bo', 'till');
    expect(play.do('undo', 'ann')).toMatchObject({ code: 'not-undoable' });
    expect(settledOf(play.context)).toContain('till ann+bo');
  });

  it('takes no evidence but the item’s own, in its own bounds', () => {
    const play = atList();
    tick(play, 'ann', 'cables');
    expect(tick(play, 'chen', 'goods', { count: 0 })).toMatchObject({ code: 'invalid-field', params: { fields: ['count'] } });
    expect(tick(play, 'chen', 'goods', { count: 501 })).toMatchObject({ code: 'invalid-field' });
    expect(tick(play, 'chen', 'goods', { count: 5, photos: photos.photos })).toMatchObject({ code: 'invalid-field' });
    expect(tick(play, 'bo', 'till', { photos: pictures('one') })).toMatchObject({ code: 'invalid-field' });
    expect(play.form).not.toHaveProperty('count');
    expect(settledOf(play.context)).toEqual(['cables ann']);
  });

  it.each(['sign-before', 'sign-beside', 'sign-after'] as const)('is not signed by anybody added to it (%s): its items are', (adds) => {
    const play = atList();
    const pressed = { step: 'prepare', generation: 1, shown: play.shown('prepare'), person: 'dan', comment: 'Please.' };
    const { now, today, requesterUnitPath } = play.facts('ann');
    const offered = allowed(play.process, play.request.state, play.actor('ann'), { now, today, requesterUnitPath });
    expect(offered.map(({ command }) => command)).not.toContain(adds);
    expect(play.do(adds, 'ann', pressed)).toMatchObject({ code: 'invalid-state' });
    expect(seated(play)).toEqual(['ann', 'ada', 'bo', 'chen']);
  });

  it.each([
    ['ask', 'answer', ['ada', 'ann', 'bo', 'chen', 'dan']],
    ['consult', 'advise', ['ada', 'bo', 'chen', 'dan']],
  ] as const)('keeps whoever somebody has asked something (%s), whatever others do meanwhile', (asks, answers, open) => {
    const play = atList();
    const generation = openSeats(recordOf(play.context, 'prepare'))[0]?.[1].generation ?? 0;
    const pressed = { step: 'prepare', generation, shown: play.shown('prepare'), person: 'dan', comment: 'Well?' };
    expect(play.do(asks, 'ann', pressed)).toBeNull();
    expect(tick(play, 'chen', 'goods', { count: 4 })).toBeNull();
    expect(seated(play).sort()).toEqual([...open]);
    const [, asked] = openSeats(recordOf(play.context, 'prepare')).find(([, { person }]) => person === 'dan') ?? [];
    const said = { step: 'prepare', generation: asked?.generation ?? 0, comment: 'Yes.' };
    expect(play.do(answers, 'dan', said)).toBeNull();
    expect(tick(play, 'ann', 'cables')).toBeNull();
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('is waived only where it may be, by who may, with a reason', () => {
    const play = atList();
    const waive = (person: string, item: string, comment = 'Because.') => play.do('waive', person, { step: 'prepare', item, comment });
    expect(waive('mo', 'cables')).toMatchObject({ code: 'not-waivable' });
    expect(waive('chen', 'sign')).toMatchObject({ code: 'may-not-waive' });
    expect(waive('mo', 'sign', ' ')).toMatchObject({ code: 'comment-required' });
    expect(waive('mo', 'sign')).toBeNull();
    expect(settledOf(play.context)).toEqual(['sign waived']);
    expect(tick(play, 'chen', 'sign')).toMatchObject({ code: 'item-settled' });
    expect(play.do('untick', 'mo', { step: 'prepare', item: 'sign' })).toBeNull();
    expect(settledOf(play.context)).toEqual([]);
  });
});

describe('taking an item back', () => {
  it('is for who did it, or with a reason for whose it is, until something is built on it', () => {
    const play = atList();
    const untick = (person: string, item: string, comment?: string) =>
      play.do('untick', person, { step: 'prepare', item, ...(comment ? { comment } : {}) });
    expect(untick('ann', 'cables')).toMatchObject({ code: 'item-open' });
    tick(play, 'ann', 'cables');
    expect(untick('chen', 'cables', 'Wrong.')).toMatchObject({ code: 'item-not-yours' });
    expect(untick('ada', 'cables')).toMatchObject({ code: 'comment-required' });
    expect(untick('ada', 'cables', 'Wrong.')).toBeNull();
    expect(settledOf(play.context)).toEqual([]);
    tick(play, 'ann', 'cables');
    tick(play, 'bo', 'till', photos);
    expect(untick('ann', 'cables')).toMatchObject({ code: 'item-built-on', params: { items: ['till'] } });
    expect(untick('bo', 'till')).toBeNull();
    expect(untick('ann', 'cables')).toBeNull();
  });

  it('opens the task anew of whoever had finished', () => {
    const play = atList();
    tick(play, 'ann', 'cables');
    tick(play, 'bo', 'till', photos);
    expect(seated(play)).not.toContain('bo');
    expect(play.do('untick', 'bo', { step: 'prepare', item: 'till' })).toBeNull();
    expect(told(play.events)).toEqual(['item.unticked prepare bo', 'task.opened prepare bo']);
    expect(play.form).toMatchObject(photos);
    expect(tick(play, 'bo', 'till')).toBeNull();
  });

  it('closes the task of whoever has nothing left, because others did it', () => {
    const play = atList(listed({ items: listedItems('cables', 'goods') }), {
      kind: 'seats',
      people: ['ann', 'ada', 'chen'],
      items: { cables: [[0, 1]], goods: [[2]] },
    });
    tick(play, 'ann', 'cables');
    expect(told(play.events)).toEqual(['task.decided prepare ann', 'task.closed prepare ada', 'item.ticked prepare ann']);
    expect(play.do('untick', 'ann', { step: 'prepare', item: 'cables' })).toBeNull();
    expect(seated(play)).toEqual(['ann', 'ada', 'chen']);
  });

  it('undoes the last item within the grace time, evidence included, and the step with it', () => {
    const play = atList();
    finish(play);
    expect(play.value).toBe('permit');
    expect(play.do('undo', 'mo')).toBeNull();
    expect(play.value).toBe('prepare');
    expect(settledOf(play.context)).toEqual(['cables ann', 'till ann+bo', 'goods chen']);
    // What the list passed with has been built on what came before: that is taken back item by item.
    expect(play.do('undo', 'chen')).toMatchObject({ code: 'not-undoable' });
    expect(play.do('untick', 'chen', { step: 'prepare', item: 'goods' })).toBeNull();
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('undoes one’s own newest item beside those of others, and what it wrote', () => {
    const play = atList();
    tick(play, 'chen', 'goods', { count: 40 });
    tick(play, 'ann', 'cables');
    expect(play.do('undo', 'chen')).toBeNull();
    expect(settledOf(play.context)).toEqual(['cables ann']);
    expect(play.form?.['count'] ?? null).toBeNull();
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('asks nobody again whose items are done by others, whatever is taken back of theirs', () => {
    const play = atList();
    tick(play, 'ann', 'cables');
    tick(play, 'ann', 'flowers');
    tick(play, 'ann', 'till', { photos: pictures('a', 'b') });
    expect(seated(play)).toEqual(['bo', 'chen']);
    expect(tick(play, 'chen', 'goods', { count: 40 })).toBeNull();
    expect(play.do('undo', 'chen')).toBeNull();
    expect(seated(play)).toEqual(['bo', 'chen']);
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('keeps one undoable word of each person, however long the list', () => {
    const play = atList();
    finish(play);
    expect(play.context.undo.filter(({ person }) => person === 'ann').length).toBeLessThanOrEqual(1);
  });
});

const listedItems = (...ids: string[]) =>
  listed().flow.flatMap((step) => (step.kind === 'checklist' ? step.items.filter(({ id }) => ids.includes(id)) : []));

describe('a checklist on the way', () => {
  const RETURNING = { returns: { to: ['requester', 'previous'], resume: 'choose' } };

  it('falls when every step is walked again, evidence too', () => {
    const play = atList(listed(RETURNING));
    tick(play, 'ann', 'cables');
    tick(play, 'chen', 'goods', { count: 3 });
    expect(play.do('return', 'ann', { step: 'prepare', to: 'requester', resume: 'walk-again', comment: 'No.' })).toBeNull();
    expect(play.do('resubmit', 'req', {})).toBeNull();
    play.do('approve', 'boss');
    expect(settledOf(play.context)).toEqual([]);
    expect(play.form?.['count'] ?? null).toBeNull();
    expect(seated(play)).toEqual(['ann', 'ada', 'bo', 'chen']);
  });

  it('stands when the request comes straight back, and is asked only for what is left', () => {
    const play = atList(listed(RETURNING));
    tick(play, 'ann', 'cables');
    tick(play, 'chen', 'goods', { count: 3 });
    expect(play.do('return', 'ann', { step: 'prepare', to: 'requester', resume: 'straight-back', comment: 'No.' })).toBeNull();
    expect(play.do('resubmit', 'req', { form: { opensOn: '2026-03-25', franchise: false } })).toBeNull();
    expect(play.value).toBe('prepare');
    expect(settledOf(play.context)).toEqual(['cables ann', 'goods chen']);
    expect(play.form?.['count']).toBe(3);
  });

  it('falls where something material has changed since', () => {
    const play = atList(listed(RETURNING));
    play.verdicts['prepare'] = { ...FOUND, items: { ...FOUND.items, advice: [[0]] } };
    tick(play, 'ann', 'cables');
    play.do('return', 'ann', { step: 'prepare', to: 'requester', resume: 'straight-back', comment: 'No.' });
    expect(play.do('resubmit', 'req', { form: { opensOn: '2026-03-20', franchise: true } })).toBeNull();
    play.do('approve', 'boss');
    expect(settledOf(play.context)).toEqual([]);
    expect(Object.keys(recordOf(play.context, 'prepare')?.items?.of ?? {})).toContain('advice');
  });

  it('keeps what is done while people change, and asks who is there now', () => {
    const play = atList();
    tick(play, 'ann', 'cables');
    play.verdicts['prepare'] = {
      ...FOUND,
      people: ['ada', 'bo', 'dai'],
      items: { cables: [[0]], till: [[0], [1]], goods: [[2]], sign: [[2]], flowers: [[0]] },
    };
    expect(changed(play)).toBeNull();
    expect(seated(play)).toEqual(['ada', 'bo', 'dai']);
    expect(settledOf(play.context)).toEqual(['cables ann']);
    expect(changed(play)).toMatchObject({ code: 'unchanged' });
    expect(tick(play, 'dai', 'goods', { count: 9 })).toBeNull();
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('keeps what is done while nobody can be found for the rest', () => {
    const play = atList();
    tick(play, 'ann', 'cables');
    play.verdicts['prepare'] = { kind: 'blocked', owners: ['op'], reason: 'no-approver' };
    expect(changed(play)).toBeNull();
    expect(play.blocked).toMatchObject({ step: 'prepare', owners: ['op'] });
    play.verdicts['prepare'] = FOUND;
    expect(play.do('resolve-again', 'op')).toBeNull();
    expect(settledOf(play.context)).toEqual(['cables ann']);
    expect(seated(play)).toEqual(['ann', 'ada', 'bo', 'chen']);
  });

  it('is skipped where none of its items exists in this case', () => {
    const play = atList(listed({ items: listedItems('advice') }));
    expect(play.value).toBe('permit');
    expect(play.events).toContainEqual({ type: 'step.skipped', step: 'prepare', reason: 'condition' });
  });

  it('counts what was done as words: the request is not withdrawn over it, and whoever did it is kept apart', () => {
    const play = atList(listed({}, [listed().flow[1], { ...listed().flow[2], distinctFrom: ['prepare'] }] as never));
    tick(play, 'ann', 'cables');
    expect(play.do('withdraw', 'req', { comment: 'No.' })).toMatchObject({ code: 'decision-made' });
  });
});
