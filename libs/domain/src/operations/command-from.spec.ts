import { expense } from '../rehearsal/expense.fixture';
import { at, formOf, staffed, yuan } from '../rehearsal/staffed.fixture';
import { compile } from '../machine/compile';
import type { FormValues } from '../request/request-state';
import { NOTHING_AROUND, SAMPLE, sampleFile as file } from '../form/sample-form.fixture';
import { Play } from '../rehearsal/play.fixture';
import type { CommandBody } from '../request/command';
import { commandFrom } from './command-from';
import { formAfter } from './form/form-after';

const process = compile(expense());
const before = (form: FormValues | null) => ({ form, surroundings: NOTHING_AROUND });
const submit = (form = formOf(1200)): CommandBody & { type: 'submit' } => ({ type: 'submit', requestId: 'r', actor: 'ann', form });
const check = (more: Partial<CommandBody> = {}): CommandBody & { type: 'approve' } => ({
  requestId: 'r',
  actor: 'chen',
  step: 'check',
  generation: 1,
  shown: 'x',
  ...more,
  type: 'approve',
});

describe('a stored command', () => {
  it('holds routing values, with sums computed, and the rest as a digest', () => {
    const command = commandFrom(process, submit(), 'id', before(null));
    expect(command.fields['amount']).toEqual(yuan(1200));
    expect(command.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(command)).not.toContain('Tools');
    expect(command).toMatchObject({ id: 'id', missing: [], invalid: [] });
  });

  it('has another digest when any word of the form is another', () => {
    const digest = (form: CommandBody['form']) => commandFrom(process, submit(form as never), 'id', before(null)).digest;
    expect(digest(formOf(1200))).toBe(digest(formOf(1200)));
    expect(digest(formOf(1200, { reason: 'Tools!' }))).not.toBe(digest(formOf(1200)));
  });

  it('has another material digest only when a material field is another', () => {
    const material = (form: CommandBody['form']) => commandFrom(process, submit(form as never), 'id', before(null)).material;
    expect(material(formOf(1200, { receipt: 'R' }))).toEqual(material(formOf(1200)));
    expect(material(formOf(1201))).not.toEqual(material(formOf(1200)));
    expect(material(formOf(1200, { friend: 'zoe' }))).not.toEqual(material(formOf(1200)));
  });

  it('covers comment and stance by its digest', () => {
    const digest = (more: Partial<CommandBody>) => commandFrom(process, check(more), 'id', before(formOf(1))).digest;
    expect(digest({ comment: 'a' })).not.toBe(digest({ comment: 'b' }));
    expect(digest({ stance: 'for' })).not.toBe(digest({ stance: 'against' }));
  });

  it('writes exactly the fields of its step, blanks included', () => {
    expect(commandFrom(process, check({ fields: { inPlan: true } }), 'id', before(formOf(1))).fields).toEqual({ inPlan: true });
    expect(commandFrom(process, check({ fields: { inPlan: null } }), 'id', before({ ...formOf(1), inPlan: true })).fields).toEqual({
      inPlan: null,
    });
    expect(commandFrom(process, check({ step: 'review' }), 'id', before(formOf(1)))).toMatchObject({
      fields: {},
      writes: false,
      material: {},
    });
  });

  it('writes nothing when it returns or rejects', () => {
    expect(commandFrom(process, { ...check({ fields: { inPlan: true } }), type: 'return' }, 'id', before(formOf(1)))).not.toHaveProperty(
      'fields',
    );
  });

  it('knows a comment of blanks for none', () => {
    for (const comment of [' \n', '\u200b\u200b', '\u3164\u2060'])
      expect(commandFrom(process, check({ comment }), 'id', before(formOf(1))).hasComment).toBe(false);
  });

  it('survives a step that does not exist: the guards refuse it', () => {
    const play = at('check');
    expect(play.do('approve', 'chen', { step: 'nowhere', fields: { inPlan: true } })).not.toBeNull();
  });
});

describe('the digest of the material fields', () => {
  const material = compile({ ...SAMPLE, form: { fields: SAMPLE.form.fields.map((field) => ({ ...field, material: true })) } });
  const digest = (extra: FormValues, line: FormValues) =>
    commandFrom(material, { type: 'submit', requestId: 'r', actor: 'ann', form: { ...extra, items: [line] } }, 'c', before(null)).material;

  it('is the same for a file that was uploaded again, in a field and in a line, and another one for other content', () => {
    const first = digest({ extra: [file('a', '1')] }, { scan: [file('b', '2')] });
    expect(digest({ extra: [file('c', '1')] }, { scan: [file('d', '2')] })).toEqual(first);
    expect(digest({ extra: [file('a', '3')] }, { scan: [file('b', '2')] })).not.toEqual(first);
    expect(digest({ extra: [file('a', '1')] }, { scan: [file('b', '3')] })).not.toEqual(first);
    expect(digest({ extra: [file('a', '1'), file('e', '4')] }, { scan: [file('b', '2')] })).not.toEqual(first);
  });
});

describe('a sum over what a step fills in', () => {
  const title = { zh: '节点', en: 'Step' };
  const money = (minor: string) => ({ minor, currency: 'CNY' });
  const lines = (...amounts: string[]) => ({ parts: amounts.map((amount) => ({ cost: { amount, currency: 'CNY' } })) });
  const definition = expense({
    submitChecks: [],
    form: {
      fields: [
        ...expense().form.fields,
        { key: 'parts', type: 'table', label: title, filledAt: 'step', columns: [{ key: 'cost', type: 'money', label: title }] },
        { key: 'total', type: 'money-sum', label: title, of: 'parts.cost', material: true },
        { key: 'memo', type: 'text', label: title, visible: { gt: [{ field: 'total' }, { money: '5', currency: 'CNY' }] } },
      ],
    },
    flow: [
      {
        id: 'review',
        kind: 'review',
        title,
        assignee: { by: 'superior' },
        fields: { write: ['parts'] },
        returns: { resume: 'straight-back' },
      },
      {
        id: 'approve',
        kind: 'approve',
        title,
        assignee: { by: 'superior' },
        when: { any: [{ filled: { field: 'memo' } }, { filled: { field: 'total' } }] },
        authority: { kind: 'approve-within-limit', matter: 'expense', amount: 'total' },
        returns: { to: ['requester', 'review'], resume: 'walk-again' },
      },
    ],
  });
  const written = (...amounts: string[]) => {
    const play = new Play(definition).seat('review', 'mei').seat('approve', 'bo');
    play.do('submit', 'ann', { form: formOf(10) });
    expect(play.do('approve', 'mei', { fields: lines(...amounts) })).toBeNull();
    return play;
  };

  it('stands in the state as it stands in the form, changes what is material, and goes with an undo', () => {
    const play = written('30.00', '12.50');
    expect(play.form?.['total']).toEqual(money('4250'));
    expect(play.context.fields['total']).toEqual(money('4250'));
    expect(play.journal.at(-1)?.command).toMatchObject({ material: { total: expect.stringMatching(/^[0-9a-f]{16}$/) } });
    play.do('undo', 'mei');
    expect(play.context.fields['total']).toBeNull();
  });

  it('is blank again when everything is asked anew', () => {
    const play = written('30.00');
    play.do('return', 'bo', { to: 'requester', comment: 'again' });
    expect(play.do('resubmit', 'ann', { form: formOf(10) })).toBeNull();
    expect(play.form).not.toHaveProperty('total');
    expect(play.context.fields['total']).toBeNull();
  });
});

describe('the form after a command', () => {
  it('is the submitted one, with sums', () => {
    expect(formAfter(process, submit(), before(null)).values).toMatchObject({ amount: yuan(1200), reason: 'Tools' });
  });

  it('takes money of a decision in wire form and keeps the rest', () => {
    expect(formAfter(process, check({ fields: { inPlan: true } }), before(formOf(1))).values).toEqual({
      ...formOf(1),
      amount: yuan(1),
      inPlan: true,
    });
  });

  it('keeps what steps have filled in when the request goes straight back, and only then', () => {
    const play = at('opinion', 9000);
    play.do('return', 'dai', { to: 'requester', comment: 'x' });
    play.do('resubmit', 'ann', { form: formOf(9000) });
    expect(play.value).toBe('opinion');
    expect(play.form).toHaveProperty('inPlan', true);
    expect(play.context.fields['inPlan']).toBe(true);
    play.do('return', 'dai', { to: 'requester', comment: 'x' });
    play.do('resubmit', 'ann', { form: formOf(9001) });
    expect(play.value).toBe('review');
    expect(play.form).not.toHaveProperty('inPlan');
    expect(play.context.fields['inPlan']).toBeNull();
  });

  it('keeps the stored form of a resubmit without one', () => {
    const play = staffed();
    play.do('submit', 'ann', { form: formOf(1200) });
    play.do('return', 'mei', { to: 'requester', comment: 'x' });
    expect(play.do('resubmit', 'ann')).toBeNull();
    expect(play.form).toMatchObject({ reason: 'Tools' });
  });
});
