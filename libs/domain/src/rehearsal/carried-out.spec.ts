import { heldBy } from '../guards/held';
import type { DefinitionInput } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { expense, grant } from './expense.fixture';
import { Play, START } from './play.fixture';
import { formOf } from './staffed.fixture';

const title = { zh: '步骤', en: 'Step' };
const authority = { kind: 'execute', matter: 'expense' };
const human = (id: string, more: object): DefinitionInput['flow'][number] =>
  ({ id, title, assignee: { by: 'role', role: id }, ...more }) as unknown as DefinitionInput['flow'][number];
const FLOW = [
  human('check', { kind: 'review' }),
  human('pay', { kind: 'work', authority, returns: { to: ['requester', 'previous', 'check'], resume: 'choose' } }),
  human('file', { kind: 'work', authority, returns: { to: ['requester', 'previous'], resume: 'straight-back' } }),
  human('sign-off', { kind: 'approve', returns: { to: ['requester', 'pay'] }, mayReject: true }),
];

/** A request that was paid, and stands at its filing. */
function paid(): Play {
  const play = new Play(expense({ flow: FLOW as DefinitionInput['flow'] }));
  for (const step of ['check', 'pay', 'file', 'sign-off']) play.seat(step, step);
  for (const who of ['pay', 'file']) play.actors[who] = { grants: [grant(who, 'no-limit', { kind: 'execute' })] };
  play.do('submit', 'ann', { form: formOf(1200) });
  play.do('approve', 'check');
  play.do('approve', 'pay');
  return play;
}

const SERIAL = [
  human('fill', { kind: 'work', fields: { write: ['receipt'] } }),
  human('pay', { kind: 'work', authority, fields: { write: ['slip'] } }),
  human('refill', { kind: 'work', fields: { write: ['receipt'] }, returns: { to: ['pay'], resume: 'straight-back' } }),
];
const REGISTER = {
  form: { fields: [...expense().form.fields, { key: 'slip', label: title, type: 'text', filledAt: 'step' }] } as never,
  submitChecks: [
    { type: 'value-taken', params: { field: 'receipt', register: 'invoice' } },
    { type: 'value-taken', params: { field: 'slip', register: 'slip' } },
  ],
};

/** A request that was paid, and whose judge is asked again since a later step has written over what they judged by. */
function rewritten(): Play {
  const flow = [
    human('fill', { kind: 'work', fields: { write: ['inPlan'] } }),
    human('judge', {
      kind: 'approve',
      returns: { to: ['requester', 'previous', 'fill'] },
      mayReject: true,
      commentRequired: { eq: [{ field: 'inPlan' }, { value: false }] },
    }),
    human('pay', { kind: 'work', authority }),
    human('refill', { kind: 'work', fields: { write: ['inPlan'] } }),
  ];
  const play = new Play(expense({ flow: flow as DefinitionInput['flow'], submitChecks: [] }));
  for (const step of ['fill', 'judge', 'pay', 'refill']) play.seat(step, step);
  play.actors['pay'] = { grants: [grant('pay', 'no-limit', { kind: 'execute' })] };
  play.do('submit', 'ann', { form: formOf(1200) });
  play.do('approve', 'fill', { fields: { inPlan: true } });
  play.do('approve', 'judge');
  play.do('approve', 'pay');
  play.do('approve', 'refill', { fields: { inPlan: false } });
  return play;
}

describe('what was carried out', () => {
  const back = (play: Play, actor: string, to: string) => play.do('return', actor, { to, comment: 'again', resume: 'walk-again' });

  it('is remembered by its step, and forgotten where the press is taken back', () => {
    const play = paid();
    expect(play.context.carriedOut).toEqual(['pay']);
    expect(play.do('undo', 'pay')).toBeNull();
    expect([play.value, play.context.carriedOut]).toEqual(['pay', []]);
  });

  it('is not gone back before, by whoever has it again either; the step itself may put right what it wrote', () => {
    const play = paid();
    expect(back(play, 'file', 'requester')).toMatchObject({ code: 'return-target', params: { targets: ['previous'] } });
    expect(back(play, 'file', 'previous')).toBeNull();
    expect(play.value).toBe('pay');
    for (const to of ['requester', 'previous', 'check']) expect(back(play, 'pay', to)).toMatchObject({ code: 'return-target' });
    expect(play.do('approve', 'pay', { again: true })).toBeNull();
    expect(play.context.carriedOut).toEqual(['pay']);
  });

  it('is not done once more by a press that does not say that it knows, whoever sits there by now; the button says who did it, and when', () => {
    const play = paid();
    play.actors['pay-2'] = { grants: [grant('pay-2', 'no-limit', { kind: 'execute' })] };
    play.seat('pay', 'pay', 'pay-2');
    play.seconds = 60;
    back(play, 'file', 'previous');
    const done = { person: 'pay', n: 3, at: new Date(START).toISOString() };
    const button = (who: string) =>
      allowed(play.process, play.request.state, play.actor(who), play.facts(who)).find(({ command }) => command === 'approve');
    for (const who of ['pay', 'pay-2']) {
      expect(play.do('approve', who)).toMatchObject({ code: 'done-before', params: { step: 'pay', by: 'pay', at: done.at } });
      expect(button(who)).toMatchObject({ done, refusal: null, label: { en: 'Confirm' } });
    }
    expect(play.do('approve', 'pay-2', { again: true })).toBeNull();
    expect(play.context.doneBy).toMatchObject({ pay: { person: 'pay-2' } });
    expect(play.do('undo', 'pay-2')).toBeNull();
    expect(play.context.doneBy).toEqual({ pay: done });
    expect(play.do('approve', 'pay-2')).toMatchObject({ code: 'done-before' });
  });

  it('is asked for plainly where nothing was done, and again after the press was taken back', () => {
    const play = paid();
    expect(play.do('undo', 'pay')).toBeNull();
    expect(Object.hasOwn(play.context, 'doneBy')).toBe(false);
    expect(play.do('approve', 'pay')).toBeNull();
    expect(play.value).toBe('file');
  });

  it('may be gone back to its requester before it was done', () => {
    const play = paid();
    play.do('undo', 'pay');
    expect(back(play, 'pay', 'requester')).toBeNull();
    expect(play.do('withdraw', 'ann')).toBeNull();
  });

  it('is not gone back before by a step before it that is asked anew', () => {
    const play = rewritten();
    expect(play.value).toBe('judge');
    for (const to of ['requester', 'previous', 'fill'])
      expect(back(play, 'judge', to)).toMatchObject({ code: 'return-target', params: { targets: [] } });
    expect(play.do('reject', 'judge', { comment: 'no' })).toMatchObject({ code: 'carried-out' });
    expect(play.do('approve', 'judge', { comment: 'so be it' })).toBeNull();
    expect(play.value).not.toBe('requester');
  });

  it('uses values up: no later step lets go of them; it may add others, and the step itself puts right its own', () => {
    const play = new Play(expense({ flow: SERIAL as DefinitionInput['flow'], ...REGISTER }));
    for (const step of ['fill', 'pay', 'refill']) play.seat(step, step);
    play.actors['pay'] = { grants: [grant('pay', 'no-limit', { kind: 'execute' })] };
    play.do('submit', 'ann', { form: formOf(1200) });
    play.do('approve', 'fill', { fields: { receipt: 'INV-1' } });
    play.do('approve', 'pay', { fields: { slip: 'PAY-1' } });
    const other = play.do('approve', 'refill', { fields: { receipt: 'INV-2' } });
    expect(other).toMatchObject({ code: 'value-used', params: { field: 'receipt', value: 'INV-1', step: 'pay' } });
    expect(play.do('approve', 'refill', { fields: { receipt: '' } })).toMatchObject({ code: 'value-used' });
    expect(back(play, 'refill', 'pay')).toBeNull();
    expect(play.do('approve', 'pay', { again: true, fields: { slip: 'PAY-2' } })).toBeNull();
    expect(play.do('undo', 'pay')).toBeNull();
    expect(play.do('approve', 'pay', { again: true, fields: { slip: 'PAY-2' } })).toBeNull();
    expect(play.do('approve', 'refill', { fields: { receipt: 'inv 1' } })).toBeNull();
    expect(heldBy(play.process.lookups.held, play.context).values).toEqual([
      { register: 'invoice', value: 'inv1' },
      { register: 'slip', value: 'pay2' },
    ]);
  });

  it('keeps the request from being withdrawn and rejected, and its values from being free', () => {
    const play = paid();
    play.do('approve', 'file');
    expect(play.do('reject', 'sign-off', { comment: 'no' })).toMatchObject({ code: 'carried-out', params: { step: 'file' } });
    expect(play.do('withdraw', 'ann')).toMatchObject({ code: 'decision-made' });
    expect(back(play, 'sign-off', 'requester')).toMatchObject({ code: 'return-target', params: { targets: [] } });
    const buttons = allowed(play.process, play.request.state, play.actor('sign-off'), {
      ...play.facts('sign-off'),
      requesterUnitPath: [],
    });
    expect(buttons.find(({ command }) => command === 'reject')?.refusal?.code).toBe('carried-out');
    const ended = { ...play.context, outcome: 'terminated' as const };
    expect(heldBy(play.process.lookups.held, ended).values).toEqual([{ register: 'invoice', value: 'a1' }]);
    expect(heldBy(play.process.lookups.held, { ...ended, carriedOut: [] }).values).toEqual([]);
  });
});
