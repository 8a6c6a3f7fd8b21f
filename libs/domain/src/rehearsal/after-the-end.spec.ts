import { fc, Walk } from '../../../../test/support/seeded';
import { definitionSchema, type Definition, type DefinitionInput } from '../definition/definition.schema';
import { allowed, mayActOn } from '../engine/allowed';
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

const mayAct = (play: Play, person: string): boolean => mayActOn(play.process, play.request.state, play.actor(person), play.facts(person));

describe('what somebody may do who had no part in a request', () => {
  const nothing = (play: Play, person: string): void => {
    const { process, request } = play;
    expect(
      allowed(process, request.state, { ...play.actor(person), rights: [] }, play.facts(person)).filter(({ refusal }) => refusal === null),
    ).toEqual([]);
    expect(mayAct(play, person)).toBe(false);
  };

  it('is nothing while it is under way, whatever rights over the company they have', () => {
    const play = begun(definitionOf());
    for (const person of ['op', 'eva', 'zoe']) nothing(play, person);
    expect(mayAct(play, 'bo')).toBe(true);
  });

  it('is what the definition gives their role, as long as it does', () => {
    const play = rejected();
    expect(mayAct(play, 'eva')).toBe(true);
    for (const person of ['op', 'zoe']) nothing(play, person);
    play.seconds += 31 * 86_400;
    nothing(play, 'eva');
    nothing(approved(definitionOf({ ...UP, reopen: { ...UP.reopen!, outcomes: ['rejected'] } })), 'eva');
  });
});

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

  it('asks nobody again for what their step hides, where no return would ever ask for what changed only', () => {
    const steps = UNPAID.flow.filter((step) => 'assignee' in step);
    const flow = steps.map((step) => ({
      ...step,
      returns: { to: ['requester' as const], resume: 'walk-again' as const },
      fields: { ...(step as { fields?: object }).fields, hidden: step.id === 'check' ? [] : ['note'] },
    }));
    const form = { fields: [...EXPENSE.form.fields, { key: 'note', type: 'text' as const, label: EXPENSE.title }] };
    const play = approved(definitionOf({ ...UP, form, flow: flow as never, reopen: { ...UP.reopen!, to: 'requester' } }));
    expect(play.do('reopen', 'ann', { comment: 'Again.' })).toBeNull();
    expect(play.do('resubmit', 'ann', { form: formOf(1200, { note: 'Another one' }) })).toBeNull();
    expect(standingSteps(play.context)).toEqual(['check']);
    play.do('approve', 'chen', { fields: { inPlan: true } });
    expect(play.context.outcome).toBe('approved');
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

it('has the budget follow an approval once it is closed, and again where it is revoked or taken up', () => {
  const plans = { ...UNPAID, becomesPlan: { table: 'items', amount: 'amount', from: 'date', to: 'date', unit: 'costUnit' } };
  const follows = (play: Play): boolean => play.effects.some(({ type }) => type === 'follow-plan');
  const [play, again] = [approved(definitionOf(plans)), approved(definitionOf(plans))];
  expect([follows(play), play.do('revoke', 'op', { comment: 'Forged.' }), follows(play)]).toEqual([true, null, true]);
  again.do('reopen', 'ann', { comment: 'Again.' });
  expect([again, begun(definitionOf(plans)), approved(definitionOf(UNPAID))].map(follows)).toEqual([true, false, false]);
});

describe('calling back what followed from an approval that is revoked', () => {
  const title = { zh: '善后', en: 'Calling back' };
  const work = (id: string, more: object = {}) => ({ kind: 'work', id, title, assignee: { by: 'role', role: 'cashier' }, ...more });
  const RECALL = work('recall', { distinctFrom: ['pay'], authority: { kind: 'execute', matter: 'expense' } });
  const tells = {
    kind: 'approve',
    id: 'tell-landlord',
    title,
    assignee: { by: 'role', role: 'manager' },
    returns: { to: ['requester', 'previous'], resume: 'walk-again' },
  };
  const recalling = (...steps: object[]) =>
    definitionOf({ ...UP, withdraw: 'any-time', revoke: { by: ['operator'], steps: steps as never } });
  const revoked = (definition = recalling(RECALL, tells)): Play => {
    const play = approved(definition).seat('recall', 'kim').seat('tell-landlord', 'tom');
    play.actors['kim'] = { grants: [grant('kim', 'no-limit', { kind: 'execute' })] };
    expect(play.do('revoke', 'op', { comment: 'A forged invoice.' })).toBeNull();
    return play;
  };
  const passed = (play: Play) => play.do('jump', 'op', { step: 'recall', to: 'tell-landlord', comment: 'Written off.' });
  const buttonsOf = (play: Play, person: string): string[] =>
    allowed(play.process, play.request.state, play.actor(person), play.facts(person)).map(
      ({ command, refusal }) => `${command} ${refusal?.code ?? 'yes'}`,
    );

  it('walks its steps with people, though something was carried out, and then ends as revoked with all of it free again', () => {
    const play = revoked();
    const { held } = play.process.lookups;
    expect([play.value, play.context.outcome, play.context.carriedOut]).toEqual(['recall', null, ['pay']]);
    expect(heldBy(held, play.context).values).toHaveLength(1);
    expect(play.effects).toContainEqual(
      expect.objectContaining({ notice: 'request-revoked', to: ['ann', 'bo', 'chen', 'kai', 'mei', 'sun'] }),
    );
    expect(play.effects).toContainEqual(expect.objectContaining({ type: 'tell-citing' }));
    expect(play.do('approve', 'kim')).toBeNull();
    expect([play.value, play.context.outcome]).toEqual(['tell-landlord', null]);
    expect(play.do('approve', 'tom')).toBeNull();
    expect(play.context).toMatchObject({ outcome: 'revoked', carriedOut: [] });
    expect(play.effects.filter((effect) => effect.type === 'notify')).toMatchObject([{ notice: 'request-called-back', to: ['ann', 'op'] }]);
    expect(play.context.revoking).toBeUndefined();
    expect(heldBy(held, play.context).values).toEqual([]);
    expect(play.do('undo', 'tom')).toBeNull();
    expect([play.value, play.context.outcome, play.context.carriedOut]).toEqual(['tell-landlord', null, ['pay', 'recall']]);
    expect(play.do('approve', 'tom')).toBeNull();
    play.seconds += 60;
    expect(play.timer()).toBeNull();
    expect(play.request.state.value).toBe('closed');
    expect(play.do('revoke', 'op', { comment: 'Again.' })).toMatchObject({ code: 'not-taken-up' });
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('is nothing while it is decided on: no walk comes to it, no return and no jump', () => {
    const play = begun(recalling(RECALL, tells));
    expect(buttonsOf(play, 'op').filter((each) => each.startsWith('revoke'))).toEqual([]);
    const jump = allowed(play.process, play.request.state, play.actor('op'), play.facts('op')).find(({ command }) => command === 'jump');
    expect(jump?.targets?.map(({ to }) => to)).not.toContain('recall');
    expect(play.do('jump', 'op', { step: play.value, to: 'recall', comment: '-' })).toMatchObject({ code: 'jump-target' });
    expect(approved(recalling(RECALL, tells)).context.steps['recall']).toBeUndefined();
  });

  it('refuses, with words, to be revoked again, withdrawn, rejected, sent back to its requester or moved into the walk', () => {
    const play = revoked();
    expect(play.do('revoke', 'op', { comment: 'Again.' })).toMatchObject({ code: 'being-revoked' });
    expect(buttonsOf(play, 'op')).toContain('revoke being-revoked');
    expect(play.do('withdraw', 'ann')).toMatchObject({ code: 'being-revoked' });
    expect(play.do('jump', 'op', { step: 'recall', to: 'check', comment: '-' })).toMatchObject({ code: 'jump-target' });
    play.do('approve', 'kim');
    expect(play.do('reject', 'tom', { comment: '-' })).toMatchObject({ code: 'invalid-state' });
    expect(play.do('return', 'tom', { to: 'requester', resume: 'walk-again', comment: '-' })).toMatchObject({ code: 'return-target' });
    expect(play.do('return', 'tom', { to: 'previous', resume: 'walk-again', comment: 'Not all of it came back.' })).toBeNull();
    expect([play.value, standingSteps(play.context)]).toEqual(['recall', ['recall']]);
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it.each<[string, (play: Play) => unknown]>([
    ['ended by an operator', (play) => play.do('terminate', 'op', { comment: 'Written off.' })],
    ['led past what calls it back', (play) => passed(play) ?? play.do('approve', 'tom')],
  ])('leaves what was carried out as it stands where it is %s', (_, ends) => {
    const play = revoked();
    expect(ends(play)).toBeNull();
    expect(play.context).toMatchObject({ outcome: 'revoked', carriedOut: ['pay'] });
    expect(heldBy(play.process.lookups.held, play.context).values).toHaveLength(1);
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('keeps the order of its own: conditions, lanes, and whoever paid does not call it back', () => {
    const large = { gt: [{ field: 'amount' }, { money: '5000', currency: 'CNY' }] };
    const lanes = ['one', 'two'].map((id) => ({ title, steps: [work(id)] }));
    const play = approved(recalling({ ...RECALL, when: large }, { kind: 'parallel', id: 'both', title, lanes }))
      .seat('one', 'kim')
      .seat('two', 'tom');
    play.do('revoke', 'op', { comment: 'A forged invoice.' });
    expect(standingSteps(play.context)).toEqual(['one', 'two']);
    expect(recordOf(play.context, 'recall')).toMatchObject({ status: 'skipped' });
    expect(play.do('approve', 'tom', { step: 'two' })).toBeNull();
    expect(play.do('approve', 'kim', { step: 'one' })).toBeNull();
    expect(play.context.outcome).toBe('revoked');
    const own = approved(recalling(RECALL)).seat('recall', 'kai');
    own.do('revoke', 'op', { comment: 'A forged invoice.' });
    expect(own.do('approve', 'kai')).toMatchObject({ code: 'decided-before' });
    const none = approved(recalling({ ...RECALL, when: large }));
    none.do('revoke', 'op', { comment: 'A forged invoice.' });
    expect(none.context.outcome).toBe('revoked');
  });

  it('comes to its end as revoked and to no other, whatever is done on the way, and touches nothing that was decided', () => {
    const lanes = [
      { title, steps: [work('one')] },
      { title, steps: [work('two'), tells] },
    ];
    const definition = recalling(RECALL, { kind: 'parallel', id: 'both', title, lanes }, { ...tells, id: 'last' });
    const approves = ['approve', 'approve', 'approve'];
    const moves = fc.array(
      fc.record({
        does: fc.constantFrom(...approves, 'return', 'undo', 'suspend', 'resume', 'withdraw', 'revoke', 'jump', 'terminate', 'override'),
        at: fc.nat(2),
      }),
      { maxLength: 20 },
    );
    const walk = new Walk('after-the-end');
    const run = (sequence: { does: string; at: number }[]): void => {
      const play = approved(definition);
      for (const id of ['recall', 'one', 'two', 'tell-landlord', 'last']) play.seat(id, `${id}-er`);
      play.actors['recall-er'] = { grants: [grant('recall-er', 'no-limit', { kind: 'execute' })] };
      const decided = Object.entries(play.context.steps);
      expect(play.do('revoke', 'op', { comment: 'A forged invoice.' })).toBeNull();
      for (const { does, at } of sequence) {
        walk.step();
        const open = standingSteps(play.context);
        const step = open[at % Math.max(1, open.length)] ?? 'none';
        const person = ['approve', 'return', 'undo'].includes(does) ? `${step}-er` : does === 'withdraw' ? 'ann' : 'op';
        const to = does === 'jump' ? (at === 0 ? 'check' : 'last') : 'previous';
        play.do(does as 'approve', does === 'undo' ? (play.context.undo.at(-1)?.person ?? person) : person, {
          step,
          to,
          resume: 'walk-again',
          comment: '-',
        } as never);
        const { outcome, revoking, steps, carriedOut } = play.context;
        expect([null, 'revoked']).toContain(outcome);
        expect(revoking === undefined).toBe(outcome === 'revoked');
        expect(decided.every(([id, record]) => JSON.stringify(steps[id]) === JSON.stringify(record))).toBe(true);
        if (outcome === 'revoked') {
          const isLeft =
            sequence.some((each) => each.does === 'terminate') || Object.values(steps).some(({ status }) => status === 'waived');
          expect(isLeft || carriedOut.length === 0).toBe(true);
        } else expect(standingSteps(play.context).every((id) => ['recall', 'one', 'two', 'tell-landlord', 'last'].includes(id))).toBe(true);
      }
      expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
    };
    fc.assert(fc.property(moves, run), { numRuns: walk.runs });
    walk.wentFar();
  });

  it.each<[string, object, string]>([
    ['an end', { kind: 'end', id: 'stop', title, outcome: 'rejected' }, 'not-compensating revoke.steps.1'],
    [
      'several who sign',
      { kind: 'countersign', id: 'sign', title, people: [{ assignee: { by: 'role', role: 'cashier' } }] },
      'not-compensating revoke.steps.1',
    ],
    ['a step of the same name', work('pay'), 'duplicate-step revoke.steps.1.id'],
    ['somebody whom the requester picks', work('pick', { assignee: { by: 'choice' } }), 'not-compensating revoke.steps.1'],
    [
      'a return into the walk',
      work('back', { returns: { to: ['check'], resume: 'walk-again' } }),
      'return-not-earlier revoke.steps.1.returns.to',
    ],
  ])('cannot be published with %s', (_what, step, code) => {
    expect(verify(recalling(RECALL, step)).map((found) => `${found.code} ${found.path}`)).toContain(code);
  });

  it('is published with work, notices and lanes; nothing begins anew from there', () => {
    const found = (definition: Definition) =>
      verify(definition)
        .filter(({ severity }) => severity === 'error')
        .map(({ code, path }) => `${code} ${path}`);
    expect(found(recalling(RECALL, tells))).toEqual([]);
    expect(found({ ...recalling(RECALL), reopen: { by: ['operator'], outcomes: ['approved'], to: 'recall' } })).toEqual([
      'no-such-step reopen.to',
    ]);
  });
});
