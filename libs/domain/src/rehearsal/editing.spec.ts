import { definitionSchema, type Definition } from '../definition/definition.schema';
import { openSeats, recordOf } from '../request/standing';
import { verify } from '../verify/verify';
import { EXPENSE, grant } from './expense.fixture';
import { fold, Play } from './play.fixture';
import { told } from './staffed.fixture';

const title = { zh: '步骤', en: 'Step' };
const role = { by: 'role', role: 'checker' };
const step = (id: string, more: object = {}) => ({ id, title, kind: 'approve', assignee: role, samePerson: 'ask', ...more });
const FIELDS = [
  { key: 'reason', type: 'text', label: title, required: true },
  { key: 'amount', type: 'money', label: title, required: true, material: true },
  {
    key: 'lines',
    type: 'table',
    label: title,
    columns: [
      { key: 'what', type: 'text', label: title },
      { key: 'cost', type: 'money', label: title },
    ],
  },
  ...EXPENSE.form.fields.filter(({ key }) => ['friend', 'inPlan', 'receipt'].includes(key)),
];
const limit = { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' };

/** `first`, then `check`, which may correct these fields, then `last`. */
function editing(edit: string[], check: object = {}): Definition {
  const { assignee: _one, ...signed } = step('check');
  const middle = { ...('people' in check ? signed : step('check')), ...check, fields: { edit } };
  const flow = [step('first'), middle, step('last')];
  return definitionSchema.parse({ ...EXPENSE, form: { fields: FIELDS }, submitChecks: [], flow });
}
const money = (yuan: number) => ({ amount: String(yuan), currency: 'CNY' });
const line = (what: string, yuan: number) => ({ what, cost: { minor: `${yuan}00`, currency: 'CNY' } });
const wireLine = (what: string, yuan: number) => ({ what, cost: money(yuan) });

const FORM = { reason: 'Lamps', amount: { minor: '120000', currency: 'CNY' }, lines: [line('a', 700), line('b', 500)] };

function at(definition: Definition): Play {
  const play = new Play(definition).seat('first', 'fi').seat('check', 'chen').seat('last', 'la');
  play.do('submit', 'ann', { form: FORM });
  play.do('approve', 'fi');
  return play;
}
const folds = (play: Play): void => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
const codes = (definition: Definition) =>
  verify(definition).flatMap(({ code, path, severity }) => (severity === 'error' ? [`${code} ${path}`] : []));

describe('approving with corrections', () => {
  it('changes the form, tells its requester, and asks nobody again where nothing material is otherwise', () => {
    const play = at(editing(['reason']));
    expect(play.do('approve', 'chen', { fields: { reason: 'Lamps for the window' } })).toBeNull();
    expect(play.form).toMatchObject({ reason: 'Lamps for the window' });
    expect(told(play.events)).toEqual(['task.decided check chen', 'step.passed check', 'form.edited check', 'task.opened last la']);
    expect(play.events).toContainEqual({ type: 'form.edited', step: 'check', fields: ['reason'] });
    expect(play.effects).toContainEqual(expect.objectContaining({ type: 'notify', notice: 'form-edited', to: ['ann'] }));
    folds(play);
  });

  it('asks those again who were shown something material that is otherwise now, and not whoever corrected it', () => {
    const play = at(editing(['amount']));
    expect(play.do('approve', 'chen', { fields: { amount: money(1000) } })).toBeNull();
    expect(told(play.events)).toContain('task.opened first fi');
    expect(play.context.fields['amount']).toEqual({ minor: '100000', currency: 'CNY' });
    expect(play.do('approve', 'fi', { step: 'first' })).toBeNull();
    expect(play.value).toBe('last');
    folds(play);
  });

  it('is nothing where what is sent says what stands there already, and looks over nothing else', () => {
    const play = at(editing(['reason', 'amount']));
    const before = play.context.written;
    expect(play.do('approve', 'chen', { fields: { reason: 'Lamps', amount: money(1200) } })).toBeNull();
    expect(told(play.events)).not.toContain('form.edited check');
    expect(play.context.written).toEqual(before);
    expect(play.value).toBe('last');
  });

  it('is refused where a field is emptied that must be filled, or is none that the step may correct', () => {
    const play = at(editing(['reason']));
    expect(play.do('approve', 'chen', { fields: { reason: '' } })).toMatchObject({
      code: 'required-fields',
      params: { fields: ['reason'] },
    });
    expect(play.do('approve', 'chen', { fields: { amount: money(1) } })).toMatchObject({ code: 'invalid-field' });
    expect(play.form).toMatchObject({ reason: 'Lamps' });
  });

  it('is refused where the rest of the form is blank or wrong by it, and tells what it takes away', () => {
    const day = (key: string, more: object) => ({ key, type: 'date', label: title, required: true, ...more });
    const abroad = { eq: [{ field: 'reason' }, { value: 'abroad' }] };
    const more = [
      { key: 'visa', type: 'text', label: title, required: true, visible: abroad },
      { key: 'home', type: 'text', label: title, visible: { not: abroad } },
      { key: 'period', type: 'date-range', label: title },
      day('on', { within: 'period' }),
    ];
    const base = editing(['reason', 'period']);
    const definition = definitionSchema.parse({ ...base, form: { fields: [...FIELDS, ...more] } });
    const period = (from: string, to: string) => ({ from: `2026-05-${from}`, to: `2026-05-${to}` });
    const play = new Play(definition).seat('first', 'fi').seat('check', 'chen').seat('last', 'la');
    play.do('submit', 'ann', { form: { ...FORM, reason: 'here', home: 'Shop 1', period: period('01', '20'), on: '2026-05-10' } });
    play.do('approve', 'fi');
    expect(play.do('approve', 'chen', { fields: { reason: 'abroad' } })).toMatchObject({
      code: 'required-fields',
      params: { fields: ['visa'] },
    });
    expect(play.do('approve', 'chen', { fields: { period: period('11', '20') } })).toMatchObject({
      code: 'invalid-field',
      params: { fields: ['on'] },
    });
    expect(play.do('approve', 'chen', { fields: { period: period('10', '20'), reason: 'there' } })).toBeNull();
    const hides = definitionSchema.parse({ ...base, form: { fields: [...FIELDS, ...more.slice(1, 2)] } });
    const other = new Play(hides).seat('first', 'fi').seat('check', 'chen').seat('last', 'la');
    other.do('submit', 'ann', { form: { ...FORM, reason: 'here', home: 'Shop 1' } });
    other.do('approve', 'fi');
    expect(other.do('approve', 'chen', { fields: { reason: 'abroad' } })).toBeNull();
    expect(other.events).toContainEqual({ type: 'form.edited', step: 'check', fields: ['reason', 'home'] });
    folds(other);
  });

  it('lowers money, and raises it only as far as the own limit reaches', () => {
    const free = at(editing(['amount', 'lines']));
    expect(free.do('approve', 'chen', { fields: { amount: money(1201) } })).toMatchObject({
      code: 'edit-raises',
      params: { fields: ['amount'] },
    });
    const more = [wireLine('a', 800), wireLine('b', 500)];
    expect(free.do('approve', 'chen', { fields: { lines: more } })).toMatchObject({
      code: 'edit-raises',
      params: { fields: ['lines.cost'] },
    });
    expect(free.do('approve', 'chen', { fields: { lines: [wireLine('a, put right', 650), wireLine('b', 400)] } })).toBeNull();
    const limited = at(editing(['amount'], { authority: limit }));
    limited.actors['chen'] = { grants: [grant('chen', '200000')] };
    expect(limited.do('approve', 'chen', { fields: { amount: money(2001) } })).toMatchObject({ code: 'over-limit' });
    expect(limited.do('approve', 'chen', { fields: { amount: money(2000) } })).toBeNull();
    folds(limited);
  });

  it.each<[string, [string, number][], boolean]>([
    [
      'more for one and as much less for another',
      [
        ['a', 800],
        ['b', 400],
      ],
      false,
    ],
    [
      'amounts that change places',
      [
        ['a', 500],
        ['b', 700],
      ],
      false,
    ],
    [
      'rows that change places',
      [
        ['b', 500],
        ['a', 700],
      ],
      true,
    ],
    [
      'names that change places',
      [
        ['b', 700],
        ['a', 500],
      ],
      false,
    ],
    [
      'another name for as much',
      [
        ['a', 700],
        ['c', 500],
      ],
      true,
    ],
    [
      'other names, and more for one of them',
      [
        ['c', 500],
        ['d', 700],
      ],
      false,
    ],
    ['a row less', [['b', 500]], true],
    ['a row less and another name', [['c', 500]], true],
    ['another row, in place of two', [['c', 1200]], false],
    [
      'one row made two',
      [
        ['a', 350],
        ['a', 350],
        ['b', 500],
      ],
      false,
    ],
    [
      'one more for nothing',
      [
        ['a', 700],
        ['b', 500],
        ['c', 0],
      ],
      true,
    ],
    [
      'less of each',
      [
        ['a', 1],
        ['b', 1],
      ],
      true,
    ],
  ])('compares a table row by row: %s', (_what, lines, fits) => {
    const play = at(editing(['lines']));
    const sent = lines.map(([what, cost]) => wireLine(what, cost));
    expect(play.do('approve', 'chen', { fields: { lines: sent } })?.code ?? null).toBe(fits ? null : 'edit-raises');
    folds(play);
  });

  it('asks whom the rules find for the corrected amount where somebody is asked beside it, and nobody anew who is found still', () => {
    const beside = (id: string, more: object) => ({ title, steps: [step(id, { authority: limit, ...more })] });
    const lanes = [beside('check', { fields: { edit: ['amount'] } }), beside('other', {})];
    const flow = [{ id: 'both', title, kind: 'parallel', lanes }, step('last')];
    const definition = definitionSchema.parse({ ...EXPENSE, form: { fields: FIELDS }, submitChecks: [], flow });
    for (const [amount, other, events] of [
      [900, 'lead', ['task.decided check chen', 'task.closed other boss', 'step.asks-others', 'task.opened other lead']],
      [1100, 'boss', ['task.decided check chen']],
      [5000, 'head', ['task.decided check chen', 'task.closed other boss', 'step.asks-others', 'task.opened other head']],
      [9000, null, ['task.decided check chen', 'task.closed other boss', 'step.asks-others', 'request.blocked other']],
    ] as const) {
      const play = new Play(definition);
      play.resolver = ({ context }, id) => {
        if (id === 'check') return { kind: 'seats', people: ['chen'] };
        const of = Number((context.fields['amount'] as { minor: string }).minor) / 100;
        if (of > 8000) return { kind: 'blocked', owners: ['op'], reason: 'no-approver' };
        return { kind: 'seats', people: [of > 2000 ? 'head' : of > 1000 ? 'boss' : 'lead'] };
      };
      play.actors['chen'] = { grants: [grant('chen', 'no-limit')] };
      play.do('submit', 'ann', { form: FORM });
      expect(play.do('approve', 'chen', { step: 'check', fields: { amount: money(amount) } })).toBeNull();
      const asked = openSeats(recordOf(play.context, 'other')).map(([, { person }]) => person);
      expect([amount, asked]).toEqual([amount, other === null ? [] : [other]]);
      expect(told(play.events).filter((each) => !/edited|passed/.test(each))).toEqual(events);
      expect(play.events.filter(({ type }) => type === 'task.closed')).toEqual(
        other === 'boss' ? [] : [expect.objectContaining({ reason: 'lapsed' })],
      );
      folds(play);
    }
  });

  it('keeps whoever corrected it from deciding a later step of what they wrote, by whichever way they come to it', () => {
    const definition = (last: object = {}) => {
      const base = editing(['reason']);
      return definitionSchema.parse({ ...base, flow: base.flow.map((each) => (each.id === 'last' ? { ...each, ...last } : each)) });
    };
    const other = { fields: { reason: 'Other' } };
    const play = new Play(definition()).seat('first', 'fi').seat('check', 'chen').seat('last', 'chen', 'la');
    play.do('submit', 'ann', { form: FORM });
    play.do('approve', 'fi');
    expect(play.do('approve', 'chen', other)).toBeNull();
    expect(play.do('approve', 'chen', { step: 'last' })).toMatchObject({ code: 'own-edit', params: { step: 'check' } });
    expect(play.do('reject', 'chen', { step: 'last', comment: '-' })).toMatchObject({ code: 'own-edit' });
    // What is taken back was written by nobody.
    expect(play.do('undo', 'chen')).toBeNull();
    expect(play.context.editedBy).toBeUndefined();
    expect(play.do('approve', 'chen')).toBeNull();
    expect(play.do('approve', 'chen', { step: 'last' })).toBeNull();
    folds(play);
    const allowed = new Play(definition({ ownCorrection: 'allow' })).seat('first', 'fi').seat('check', 'chen').seat('last', 'chen');
    allowed.do('submit', 'ann', { form: FORM });
    allowed.do('approve', 'fi');
    allowed.do('approve', 'chen', other);
    expect(allowed.do('approve', 'chen', { step: 'last' })).toBeNull();
  });

  it('is written by its requester again once all of it is asked anew', () => {
    for (const [resume, code] of [
      ['walk-again', null],
      ['straight-back', 'own-edit'],
    ] as const) {
      const base = editing(['reason']);
      const flow = base.flow.map((each) => (each.id === 'last' ? { ...each, returns: { to: ['requester'], resume } } : each));
      const play = at(definitionSchema.parse({ ...base, flow }));
      play.do('approve', 'chen', { fields: { reason: 'Other' } });
      expect(play.do('return', 'la', { to: 'requester', comment: '-' })).toBeNull();
      play.seat('last', 'chen');
      expect(play.do('resubmit', 'ann', { form: { ...FORM, reason: 'Other' } })).toBeNull();
      if (resume === 'walk-again') for (const who of ['fi', 'chen']) play.do('approve', who);
      expect(play.do('approve', 'chen', { step: 'last' })?.code ?? null).toBe(code);
    }
  });

  it('is never one of several by one press', () => {
    const play = at(editing(['reason'], { bulk: true }));
    const bulk = { upTo: '100000' };
    expect(play.do('approve', 'chen', { bulk, fields: { reason: 'Other' } })).toMatchObject({ code: 'not-in-bulk' });
    expect(play.do('approve', 'chen', { bulk })).toBeNull();
  });

  it('is taken back with the decision: what stood there stands there again', () => {
    const play = at(editing(['reason', 'amount']));
    play.do('approve', 'chen', { fields: { reason: 'Other', amount: money(900) } });
    expect(play.do('undo', 'chen')).toBeNull();
    expect(play.form).toMatchObject({ reason: 'Lamps', amount: { minor: '120000', currency: 'CNY' } });
    expect(play.context.fields['amount']).toEqual({ minor: '120000', currency: 'CNY' });
    expect(play.value).toBe('check');
    expect(play.effects).toContainEqual(expect.objectContaining({ type: 'take-back-notices', notice: 'form-edited' }));
    folds(play);
  });

  it('makes what was read stale for whoever reads it at the same time', () => {
    const play = at(editing(['reason']));
    const read = play.shown('last');
    play.do('approve', 'chen', { fields: { reason: 'Other' } });
    expect(play.do('approve', 'la', { step: 'last', generation: play.generation('last'), shown: read })).toMatchObject({
      code: 'stale-content',
    });
    expect(play.do('approve', 'la')).toBeNull();
  });

  it.each<[string, string[], object, string]>([
    ['a field that steps fill in', ['receipt'], {}, 'not-editable flow.1.fields.edit'],
    ['a field that is not there', ['nothing'], {}, 'not-editable flow.1.fields.edit'],
    ['by several who sign', ['reason'], { kind: 'countersign', people: [{ assignee: role }] }, 'edits-together flow.1.fields.edit'],
    ['by an opinion', ['reason'], { kind: 'opinion' }, 'edits-together flow.1.fields.edit'],
  ])('cannot be published for %s', (_what, edit, check, code) => {
    expect(codes(editing(edit, check))).toContain(code);
  });

  it.each<[string, string, object, object]>([
    [
      'by which it came in',
      'way',
      { type: 'choice', options: ['a', 'b'].map((value) => ({ value, label: title })) },
      { entrances: { field: 'way', each: ['a', 'b'].map((value) => ({ value, title })) } },
    ],
    ['of a request that has to be approved', 'way', { type: 'request', definition: 'permit', must: 'approved' }, {}],
    ['of a request that has to say the same', 'way', { type: 'request', definition: 'permit', same: [['reason', 'where']] }, {}],
    ['that such a request has to say too', 'reason', { type: 'request', definition: 'permit', same: [['reason', 'where']] }, {}],
    ['of which only one may be in force', 'way', { type: 'text' }, { oneInForce: ['way'] }],
  ])('cannot be published for the field %s', (_what, edit, field, head) => {
    const fields = [...FIELDS, { key: 'way', label: title, required: true, ...field }];
    const definition = definitionSchema.parse({ ...editing([edit]), form: { fields }, ...head });
    expect(codes(definition)).toContain('not-editable flow.1.fields.edit');
  });

  it('is published for what the requester fills in', () => {
    expect(codes(editing(['reason', 'amount', 'lines']))).toEqual([]);
  });
});
