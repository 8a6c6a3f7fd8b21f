import { definitionSchema, type Definition, type DefinitionInput } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { heldBy } from '../guards/held';
import { recordOf, standingSteps } from '../request/standing';
import { registerText } from '../text/register-text';
import { verify } from '../verify/verify';
import { expense, EXPENSE, grant } from './expense.fixture';
import { fold, type Play } from './play.fixture';
import { formOf, staffed } from './staffed.fixture';

const UP: Partial<DefinitionInput> = {
  graceSeconds: 0,
  reopen: { by: ['requester', 'operator', { role: 'auditor' }], days: 30, outcomes: ['approved', 'rejected'], to: 'check' },
  revoke: { by: ['operator'] },
};

function definitionOf(change: Partial<DefinitionInput> = UP): Definition {
  const flow = expense().flow.map((step) => (step.id === 'pay' ? { ...step, authority: { kind: 'execute', matter: 'expense' } } : step));
  return definitionSchema.parse({ ...EXPENSE, flow, ...change });
}

/** The same without a payment. */
const UNPAID = { ...UP, flow: (expense().flow as DefinitionInput['flow'] & { id: string }[]).filter(({ id }) => id !== 'pay') };

function begun(definition: Definition): Play {
  const play = staffed(definition);
  play.actors = {
    bo: { grants: [grant('bo', '2000000')] },
    op: { rights: ['requests.operate'] },
    eva: { roles: ['auditor'] },
    kai: { grants: [grant('kai', 'no-limit', { kind: 'execute' })] },
  };
  expect(play.do('submit', 'ann', { form: formOf(1200) })).toBeNull();
  expect(play.do('approve', 'mei')).toBeNull();
  expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
  return play;
}

function approved(definition: Definition): Play {
  const play = begun(definition);
  expect(play.do('approve', 'bo')).toBeNull();
  if (play.value === 'pay') expect(play.do('approve', 'kai', { fields: { receipt: 'R-7' } })).toBeNull();
  expect(play.context.outcome).toBe('approved');
  play.seconds += 60;
  expect(play.timer()).toBeNull();
  expect(play.request.state.value).toBe('closed');
  return play;
}

function rejected(): Play {
  const play = begun(definitionOf(UNPAID));
  expect(play.do('reject', 'bo', { comment: 'No.' })).toBeNull();
  play.seconds += 60;
  expect(play.timer()).toBeNull();
  return play;
}

const buttons = (play: Play, person: string): string[] =>
  allowed(play.process, play.request.state, play.actor(person), play.facts(person)).flatMap(({ command, refusal }) =>
    command === 'reopen' || command === 'revoke' ? [`${command} ${refusal?.code ?? 'yes'}`] : [],
  );

describe('re-opening a request that has ended', () => {
  it('is as the definition says: who, which end, how long after', () => {
    const play = rejected();
    expect(play.do('reopen', 'mei', { comment: 'Again.' })).toMatchObject({ code: 'not-yours-to-take-up' });
    expect(play.do('reopen', 'ann')).toMatchObject({ code: 'comment-required' });
    expect(play.do('revoke', 'op', { comment: 'No.' })).toMatchObject({ code: 'not-taken-up' });
    expect(buttons(play, 'ann')).toEqual(['reopen yes']);
    expect(buttons(play, 'mei')).toEqual([]);
    play.seconds += 31 * 86_400;
    expect(play.do('reopen', 'ann', { comment: 'Again.' })).toMatchObject({ code: 'finished-too-long', params: { days: 30 } });
    expect(buttons(play, 'ann')).toEqual(['reopen finished-too-long']);
    const other = rejected();
    expect(other.do('reopen', 'eva', { comment: 'Again.' })).toBeNull();
    const plain = staffed(expense());
    plain.do('submit', 'ann', { form: formOf(1200) });
    plain.do('withdraw', 'ann');
    expect(plain.do('reopen', 'ann', { comment: 'Again.' })).toMatchObject({ code: 'not-taken-up' });
    expect(buttons(plain, 'ann')).toEqual([]);
  });

  it('begins a round at its step: what stands before it is not asked, whoever ended it is, and its journal folds', () => {
    const play = rejected();
    expect(play.do('reopen', 'ann', { comment: 'The budget came.' })).toBeNull();
    expect(play.context).toMatchObject({ outcome: null, finishedAt: null, closesAt: null, returns: 1, undo: [] });
    expect(standingSteps(play.context)).toEqual(['check']);
    expect(play.events[0]).toEqual({ type: 'request.reopened', to: 'check', people: ['bo', 'chen', 'mei'] });
    expect(play.effects).toContainEqual(expect.objectContaining({ notice: 'request-reopened', to: ['bo', 'chen', 'mei'] }));
    play.do('approve', 'chen', { fields: { inPlan: true } });
    expect(standingSteps(play.context)).toEqual(['approve']);
    expect(play.do('approve', 'bo')).toBeNull();
    expect(play.context.outcome).toBe('approved');
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('holds its values again, or is refused where another request holds them now', () => {
    const play = rejected();
    const { held } = play.process.lookups;
    expect(heldBy(held, play.context).values).toEqual([]);
    const invoice = registerText('A1');
    play.claimed = { invoice: { [invoice]: 'SE-2026-0009' } };
    expect(play.do('reopen', 'ann', { comment: 'Again.' })).toMatchObject({ code: 'value-taken', params: { request: 'SE-2026-0009' } });
    play.claimed = {};
    expect(play.do('reopen', 'ann', { comment: 'Again.' })).toBeNull();
    expect(heldBy(held, play.context).values).toEqual([{ register: 'invoice', value: invoice }]);
  });

  it('begins nothing anew before what was carried out', () => {
    expect(approved(definitionOf()).do('reopen', 'ann', { comment: 'Again.' })).toMatchObject({
      code: 'carried-out',
      params: { step: 'pay' },
    });
    const at = approved(definitionOf({ ...UP, reopen: { ...UP.reopen!, to: 'pay' } }));
    expect(at.do('reopen', 'ann', { comment: 'Again.' })).toBeNull();
    expect(standingSteps(at.context)).toEqual(['pay']);
  });

  it('with its requester: whoever was shown what is changed is asked, the others stand', () => {
    const play = approved(definitionOf({ ...UNPAID, reopen: { ...UP.reopen!, to: 'requester' } }));
    expect(play.do('reopen', 'ann', { comment: 'Again.' })).toBeNull();
    expect(play.request.state.value).toBe('returned');
    expect(play.do('resubmit', 'ann', { form: formOf(1200) })).toBeNull();
    expect(play.context.outcome).toBe('approved');
    play.do('reopen', 'ann', { comment: 'Again.' });
    expect(play.do('resubmit', 'ann', { form: formOf(1300) })).toBeNull();
    expect(standingSteps(play.context)).toEqual(['review']);
    expect(recordOf(play.context, 'check')).toMatchObject({ status: 'passed', strict: true });
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });
});

describe('revoking an approval', () => {
  it('ends it as revoked, frees what it held, and tells everybody who had to do with it, copies included', () => {
    const play = approved(definitionOf(UNPAID));
    const { held } = play.process.lookups;
    expect(heldBy(held, play.context).values).toHaveLength(1);
    expect(play.do('revoke', 'ann', { comment: 'No.' })).toMatchObject({ code: 'not-yours-to-take-up' });
    expect(play.do('revoke', 'op')).toMatchObject({ code: 'comment-required' });
    expect(play.do('revoke', 'op', { comment: 'A forged invoice.' })).toBeNull();
    expect(play.context).toMatchObject({ outcome: 'revoked', undo: [] });
    expect(heldBy(held, play.context).values).toEqual([]);
    const told = play.effects.filter((effect) => effect.type === 'notify');
    expect(told).toEqual([expect.objectContaining({ notice: 'request-revoked', to: ['ann', 'bo', 'chen', 'mei', 'sun'] })]);
    play.seconds += 60;
    expect(play.timer()).toBeNull();
    expect(play.request.state.value).toBe('closed');
    expect(play.do('reopen', 'ann', { comment: 'Again.' })).toMatchObject({ code: 'not-taken-up' });
    expect(play.do('revoke', 'op', { comment: 'Again.' })).toMatchObject({ code: 'not-taken-up' });
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('is refused with what was done, where something was carried out', () => {
    const play = approved(definitionOf());
    expect(play.do('revoke', 'op', { comment: 'No.' })).toMatchObject({ code: 'carried-out', params: { step: 'pay' } });
  });

  it('is nothing for an operator whose own request it is', () => {
    const play = approved(definitionOf(UNPAID));
    play.actors['ann'] = { rights: ['requests.operate'] };
    expect(play.do('revoke', 'ann', { comment: 'No.' })).toMatchObject({ code: 'not-yours-to-take-up' });
  });
});

describe('withdrawing as the definition says', () => {
  it.each([
    ['any-time', ['approve', null]],
    [{ until: 'check' }, ['approve', 'passed-already']],
    [{ until: 'approve' }, ['approve', null]],
    ['never', ['approve', 'never-withdrawn']],
    [undefined, ['approve', 'decision-made']],
  ] as const)('%j', (withdraw, [step, code]) => {
    const play = begun(definitionOf({ ...(withdraw ? { withdraw } : {}) }));
    expect(play.value).toBe(step);
    const refused = play.do('withdraw', 'ann');
    expect(refused?.code ?? null).toBe(code);
  });

  it('never, not even when it has come back', () => {
    const play = begun(definitionOf({ withdraw: 'never' }));
    play.do('return', 'bo', { to: 'requester', comment: 'No.' });
    expect(play.do('withdraw', 'ann')).toMatchObject({ code: 'never-withdrawn' });
  });
});

it('names steps that are there, or is not published', () => {
  const wrong = definitionOf({ withdraw: { until: 'nowhere' }, reopen: { ...UP.reopen!, to: 'size' } });
  expect(
    verify(wrong)
      .filter(({ code }) => code === 'no-such-step')
      .map(({ path }) => path),
  ).toEqual(['withdraw.until', 'reopen.to']);
});
