import type { DefinitionInput } from '../definition/definition.schema';
import type { Step } from '../definition/step.schema';
import { compile, compileStored } from '../machine/compile';
import type { Directory } from '../people/directory';
import { cny, EXPENSE, grant, sampleDefinition, sampleDirectory } from '../people/sample-company.fixture';
import { inOneGo } from './in-one-go.fixture';
import { preview, type PreviewInput } from './preview';

const process = compile(sampleDefinition());
const look = (change: Partial<PreviewInput> = {}, by = process) =>
  inOneGo(
    preview(by, { form: { amount: cny(12_300) }, requesterId: 'na', directory: sampleDirectory(), params: {}, choices: {}, ...change }),
  );
const route = (found: ReturnType<typeof look>) => found.steps.map(({ step, result, people }) => `${step} ${people.join('+') || result}`);
const sampleFlow = EXPENSE.flow as Step[];
const withFlow = (flow: DefinitionInput['flow'], more: Partial<DefinitionInput> = {}) => compile(sampleDefinition({ ...more, flow }));

describe('a route preview', () => {
  it('names everybody who will decide, before anything is sent', () => {
    expect(route(look())).toEqual(['review zhang', 'check liu', 'director song', 'approval zhou', 'pay chen', 'tell zhang']);
  });

  it('says how each was found, with those passed over', () => {
    const approval = look().steps.find((step) => step.step === 'approval');
    expect(approval?.derivation?.rules[0]?.candidates.map(({ person, removed }) => [person, removed?.code ?? null])).toEqual([
      ['zhang', 'limit-too-low'],
      ['sun', 'limit-too-low'],
      ['zhou', null],
    ]);
  });

  it('goes by what the definition says of people who are found twice, and of the requester', () => {
    const title = { zh: '步骤', en: 'Step' };
    const role = (name: string) => ({ by: 'role' as const, role: name });
    const flow: DefinitionInput['flow'] = [
      { id: 'review', kind: 'review', title, assignee: { by: 'superior' } },
      { id: 'above', kind: 'review', title, assignee: { by: 'superior' }, samePerson: 'superior' },
      { id: 'once', kind: 'review', title, assignee: role('area-manager'), samePerson: 'any' },
      { id: 'own', kind: 'approve', title, assignee: role('store-manager'), whenRequester: 'superior', samePerson: 'ask' },
    ];
    expect(route(look({}, withFlow(flow)))).toEqual(['review zhang', 'above sun', 'once zhang', 'own zhang']);
    expect(look({}, withFlow(flow)).steps.map(({ result }) => result)).toEqual(['seats', 'seats', 'merged', 'seats']);
  });

  it('tells the way of a form that does not say yet by which entrance it comes in, and why it cannot be sent', () => {
    const text = { zh: '入口', en: 'Entrance' };
    const options = ['own', 'joint'].map((value) => ({ value, label: text }));
    const form = {
      ...EXPENSE.form,
      fields: [...EXPENSE.form.fields, { key: 'way', type: 'choice', label: text, required: true, options }],
    };
    const each = ['own', 'joint'].map((value) => ({ value, title: text, roles: ['nobody'] }));
    const entrances = { field: 'way', each };
    const several = compile(sampleDefinition({ form, entrances } as Partial<DefinitionInput>));
    for (const way of [null, 'joint', 'own']) {
      const found = look({ form: { amount: cny(12_300), way } }, several);
      expect([way, route(found)[0], found.submittable]).toEqual([way, 'review zhang', false]);
    }
  });

  it('says who is in charge where the process cannot be run', () => {
    const gone = compileStored(sampleDefinition({ submitChecks: [{ type: 'long-gone', params: {} }] }));
    expect(look({}, gone)).toMatchObject({ steps: [], submittable: false, refusal: { code: 'poisoned', params: { owners: ['ops'] } } });
  });

  it('shows a step that its condition skips', () => {
    expect(route(look({ form: { amount: cny(4_999) } }))).toEqual([
      'review zhang',
      'check liu',
      'director condition',
      'approval sun',
      'pay chen',
      'tell zhang',
    ]);
  });

  describe('over a list', () => {
    const text = (zh: string) => ({ zh, en: zh });
    const large = { gt: [{ field: 'amount' }, { money: '5000', currency: 'CNY' }] };
    const byRole = (role: string) => ({ by: 'role' as const, role });
    const items = [
      { id: 'shelves', title: text('货架'), owner: byRole('store-manager') },
      { id: 'till', title: text('收银机'), owner: byRole('treasury-cashier'), with: [byRole('store-manager')] },
      { id: 'sign', title: text('招牌'), owner: byRole('finance-director'), when: large },
    ];
    const list = { kind: 'checklist', id: 'prepare', title: text('准备'), assignee: byRole('area-manager'), waive: byRole('gm'), items };
    const listed = (change: object = {}) => withFlow([sampleFlow[0], { ...list, ...change }, sampleFlow.at(-1)] as DefinitionInput['flow']);

    it('names those who have an item of it, the requester too, and nobody who has none', () => {
      const own = listed();
      expect(route(look({}, own))).toEqual(['review zhang', 'prepare na+chen+song', 'tell zhang']);
      expect(route(look({ form: { amount: cny(400) } }, own))).toEqual(['review zhang', 'prepare na+chen', 'tell zhang']);
      const { derivation } = look({}, own).steps[1]!;
      expect(derivation?.rules.flatMap(({ candidates }) => candidates).filter(({ removed }) => removed)).toEqual([]);
    });

    it('leaves it out where nothing of it is asked for, or it does not exist', () => {
      const small = { form: { amount: cny(400) } };
      const none = listed({ items: items.map((each) => ({ ...each, when: large })) });
      expect(route(look(small, none))).toEqual(['review zhang', 'prepare condition', 'tell zhang']);
      expect(route(look(small, listed({ when: large })))).toEqual(['review zhang', 'prepare condition', 'tell zhang']);
    });

    it('stops at an item that nobody can do', () => {
      const stuck = listed({ items: [...items, { id: 'lights', title: text('灯'), owner: byRole('electrician') }] });
      expect(look({}, stuck)).toMatchObject({ blockedAt: 'prepare' });
    });
  });

  it('does not call a step left out while a step before it still has to write what it hangs on', () => {
    const fields = [
      ...EXPENSE.form.fields,
      { key: 'quote', type: 'money' as const, label: { zh: '报价', en: 'Quote' }, filledAt: 'step' as const },
    ];
    const [review, check, director, ...rest] = sampleFlow as (Step & { fields: object })[];
    const large = { gt: [{ field: 'quote' }, { money: '5000', currency: 'CNY' }] };
    const flow = (when: object) => [
      review,
      { ...check, fields: { ...check?.fields, write: ['inPlan', 'quote'] } },
      { ...director, when },
      ...rest,
    ];
    const found = look({}, withFlow(flow(large) as never, { form: { fields } }));
    expect(found.steps.find(({ step }) => step === 'director')).toMatchObject({ result: 'awaits', awaits: ['quote'] });
    // What is known already settles it, whatever is written.
    const never = { all: [large, { eq: [{ field: 'amount' }, { money: '1', currency: 'CNY' }] }] };
    expect(route(look({}, withFlow(flow(never) as never, { form: { fields } })))).toContain('director condition');
  });

  it('says what it assumes of fields that later steps fill in, and who it would be otherwise', () => {
    const [assumption, ...more] = look().assumptions;
    expect(more).toEqual([]);
    expect(assumption).toMatchObject({ field: 'inPlan', step: 'check', value: true });
    expect(
      assumption?.alternatives.map(({ value, steps, dropped }) => [value, steps.map(({ step, people }) => [step, people]), dropped]),
    ).toEqual([[false, [['approval', ['zheng']]], []]]);
  });

  it('offers no alternative that changes nothing', () => {
    const grants = [...sampleDirectory().grants, grant('area-manager', 'no-limit', 'any')];
    const directory: Directory = { ...sampleDirectory(), grants };
    expect(look({ directory }).assumptions[0]?.alternatives).toEqual([]);
  });

  it('goes on although the form is empty, and names what is missing', () => {
    const found = look({ form: {} });
    expect(found.problems).toEqual([{ field: 'amount', code: 'required', params: { type: 'money' } }]);
    expect(found.submittable).toBe(false);
    expect(route(found)).toEqual(['review zhang', 'check liu', 'director awaits', 'approval awaits', 'pay chen', 'tell zhang']);
  });

  it('names nobody for a step that depends on what is not filled in, and guesses no alternative', () => {
    const found = look({ form: {} });
    expect(found.steps.filter(({ result }) => result === 'awaits').map(({ step, awaits }) => [step, awaits])).toEqual([
      ['director', ['amount']],
      ['approval', ['amount']],
    ]);
    expect(found.assumptions[0]?.alternatives).toEqual([]);
  });

  it('does not say that nobody may approve while the amount is still blank', () => {
    const found = look({ form: {}, directory: { ...sampleDirectory(), grants: [] } });
    expect(found.blockedAt).toBeNull();
    expect(route(found).slice(-3)).toEqual(['approval awaits', 'pay chen', 'tell zhang']);
  });

  it('still says what it assumes of a step whose person awaits another field', () => {
    const fields = EXPENSE.form.fields.map((field) => (field.key === 'witness' ? { ...field, required: true } : field));
    const flow = sampleFlow.map((step) => (step.id === 'check' ? { ...step, assignee: { by: 'field' as const, field: 'witness' } } : step));
    const found = look({}, withFlow(flow as DefinitionInput['flow'], { form: { fields } }));
    expect(route(found)).toEqual(['review zhang', 'check awaits', 'director song', 'approval zhou', 'pay chen', 'tell awaits']);
    expect(found.assumptions.map(({ field, alternatives }) => [field, alternatives[0]?.steps.map(({ people }) => people)])).toEqual([
      ['inPlan', [['zheng']]],
    ]);
  });

  it('asks for choices behind a step that awaits a field', () => {
    const fields = EXPENSE.form.fields.map((field) => (field.key === 'witness' ? { ...field, required: true } : field));
    const flow: DefinitionInput['flow'] = [
      { id: 'look', kind: 'review', title: { zh: '看', en: 'Look' }, assignee: { by: 'field', field: 'witness' } },
      { id: 'pick', kind: 'approve', title: { zh: '批准', en: 'Approve' }, assignee: { by: 'choice', roles: ['gm'] } },
    ];
    const found = look({}, withFlow(flow, { form: { fields } }));
    expect(route(found)).toEqual(['look awaits', 'pick awaits']);
    expect(found.choices.map(({ step }) => step)).toEqual(['pick']);
  });

  it('waits for a field only where it has to be filled in', () => {
    const byWitness: DefinitionInput['flow'] = [
      {
        id: 'look',
        kind: 'review',
        title: { zh: '看', en: 'Look' },
        assignee: { by: 'superior', of: { field: 'witness' } },
        whenNobody: 'skip',
      },
    ];
    expect(route(look({}, withFlow(byWitness)))).toEqual(['look nobody']);
    const fields = EXPENSE.form.fields.map((field) => (field.key === 'witness' ? { ...field, required: true } : field));
    expect(route(look({}, withFlow(byWitness, { form: { fields } })))).toEqual(['look awaits']);
  });

  it('shows a branch that nobody can settle yet as one stop, and its steps once it is settled', () => {
    const title = { zh: '按金额', en: 'By amount' };
    const branched = withFlow([
      {
        id: 'by-amount',
        kind: 'branch',
        title,
        cases: [{ title, when: { lt: [{ field: 'amount' }, { money: '100', currency: 'CNY' }] }, steps: [] }],
        otherwise: [sampleFlow[2]!],
      },
      sampleFlow[0]!,
    ] as DefinitionInput['flow']);
    expect(route(look({ form: {} }, branched))).toEqual(['by-amount awaits', 'review zhang']);
    expect(route(look({ form: { amount: cny(50) } }, branched))).toEqual(['review zhang']);
    expect(route(look({}, branched))).toEqual(['director song', 'review zhang']);
  });

  it('merges the same person in adjacent steps', () => {
    const flow = sampleFlow.filter((step) => step.id === 'review' || step.id === 'approval');
    const directory = { ...sampleDirectory(), grants: [grant('area-manager', 1_000, 'any')] };
    const found = look({ form: { amount: cny(500) }, directory }, withFlow(flow));
    expect(found.steps.map(({ step, result, people }) => [step, result, people])).toEqual([
      ['review', 'seats', ['zhang']],
      ['approval', 'merged', ['zhang']],
    ]);
  });

  it('ends at a step that nobody may decide', () => {
    const found = look({ directory: { ...sampleDirectory(), grants: [] } });
    expect(route(found)).toEqual(['review zhang', 'check liu', 'director song', 'approval blocked']);
    expect(found.blockedAt).toBe('approval');
  });

  it('never lets the requester decide', () => {
    const found = look({ requesterId: 'zhang', form: { amount: cny(900) } });
    expect(route(found)).toEqual(['review sun', 'check liu', 'director condition', 'approval sun', 'pay chen', 'tell sun']);
  });

  it('says why the submit would be refused, apart from what is missing', () => {
    const strict = compile(sampleDefinition({ start: { roles: ['gm'] } }));
    const found = look({}, strict);
    expect(found.refusal?.code).toBe('may-not-start');
    expect(found.submittable).toBe(false);
    expect(route(found)).toHaveLength(6);
    expect(look().refusal).toBeNull();
    expect(look().submittable).toBe(true);
  });

  it('runs the checks of the submit without stopping at them', () => {
    const fields: DefinitionInput['form']['fields'] = [
      ...EXPENSE.form.fields,
      { key: 'day', type: 'date', label: { zh: '日期', en: 'Day' } },
    ];
    const old = compile(sampleDefinition({ form: { fields }, submitChecks: [{ type: 'too-old', params: { field: 'day', days: 30 } }] }));
    expect(look({ form: { amount: cny(10), day: '2026-01-01' } }, old)).toMatchObject({
      refusal: { code: 'too-old' },
      submittable: false,
      blockedAt: null,
    });
    expect(look({ form: { amount: cny(10), day: '2026-11-01' } }, old).refusal).toBeNull();
  });

  it('asks for the choices that the requester has to make', () => {
    const chosen = withFlow([
      { id: 'pick', kind: 'approve', title: { zh: '批准', en: 'Approve' }, assignee: { by: 'choice', roles: ['ops-director', 'gm'] } },
    ]);
    const open = look({}, chosen);
    expect(open.choices).toEqual([{ step: 'pick', candidates: ['zhou', 'zheng'], chosen: null }]);
    expect(open.submittable).toBe(false);
    expect(route(open)).toEqual(['pick awaits']);
    expect(route(look({ choices: { pick: 'zheng' } }, chosen))).toEqual(['pick zheng']);
  });

  it('asks for just the choices that the submit would ask for, those beyond a step that nobody could decide included', () => {
    const large = { gt: [{ field: 'amount' }, { money: '20000', currency: 'CNY' }] } as const;
    const chosen = withFlow([
      { id: 'nobody', kind: 'approve', title: { zh: '无人', en: 'Nobody' }, assignee: { by: 'role', role: 'no-such-role' } },
      { id: 'pick', kind: 'approve', title: { zh: '批准', en: 'Approve' }, assignee: { by: 'choice', roles: ['gm'] } },
      { id: 'more', kind: 'approve', title: { zh: '再批', en: 'More' }, assignee: { by: 'choice', roles: ['gm'] }, when: large as never },
    ]);
    expect(look({}, chosen)).toMatchObject({ blockedAt: 'nobody', refusal: null, submittable: false, choices: [{ step: 'pick' }] });
    expect(look({ choices: { pick: 'zheng' } }, chosen)).toMatchObject({ refusal: null, submittable: true });
  });

  it('has no way for somebody without a post', () => {
    expect(look({ requesterId: 'ops' })).toMatchObject({ steps: [], submittable: false, refusal: { code: 'may-not-start' } });
  });

  it('reads parameters as the company has set them', () => {
    const flow: DefinitionInput['flow'] = sampleFlow.map((step) =>
      step.id === 'director' ? { ...step, when: { eq: [{ param: 'director' }, { value: true }] } } : step,
    ) as DefinitionInput['flow'];
    const set = withFlow(flow, { parameters: [{ key: 'director', title: { zh: '财务总监', en: 'Director' }, default: true }] });
    expect(route(look({}, set))).toContain('director song');
    expect(route(look({ params: { director: false } }, set))).toContain('director condition');
  });
});
