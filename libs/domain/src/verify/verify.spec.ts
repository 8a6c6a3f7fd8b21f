import type { DefinitionInput } from '../definition/definition.schema';
import { parseDefinition } from '../definition/document/parse-definition';
import { EXPENSE, expense } from '../rehearsal/expense.fixture';
import { verify } from './verify';

type StepInput = Record<string, unknown>;
const title = { zh: '节点', en: 'Step' };
const [review, check, size, approve, tell, pay] = EXPENSE.flow as [StepInput, StepInput, StepInput, StepInput, StepInput, StepInput];

const codes = (change: Partial<DefinitionInput>) => verify(expense(change)).map(({ code, path }) => `${code} ${path}`);
const flow = (...steps: object[]) => codes({ flow: steps as DefinitionInput['flow'] });
const withField = (field: object) => codes({ form: { fields: [...EXPENSE.form.fields, { label: title, ...field } as never] } });

describe('verify', () => {
  it('has nothing against a sound definition', () => {
    expect(verify(expense()).filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it.each<[string, string, object]>([
    ['a field that does not exist', 'unknown-field flow.0.when', { when: { filled: { field: 'nothing' } } }],
    ['a column that does not exist', 'unknown-table-column flow.0.when', { when: { filled: { sum: 'items.nothing' } } }],
    ['a column that has no sum', 'unknown-table-column flow.0.when', { when: { filled: { sum: 'items.invoice' } } }],
    ['a count of no rows', 'unknown-countable flow.0.when', { when: { filled: { count: 'reason' } } }],
    ['a parameter that does not exist', 'unknown-parameter flow.0.when', { when: { filled: { param: 'nothing' } } }],
    ['a stance of a step that signs nothing', 'unknown-opinion flow.0.when', { when: { filled: { stance: 'check' } } }],
    ['a stance of a later opinion', 'opinion-later flow.0.commentRequired', { commentRequired: { filled: { stance: 'opinion' } } }],
    ['money compared with a number', 'types-differ flow.0.when', { when: { gt: [{ field: 'amount' }, { value: 5000 }] } }],
    [
      'money compared in another currency',
      'types-differ flow.0.when',
      { when: { gt: [{ field: 'amount' }, { money: '1', currency: 'EUR' }] } },
    ],
    [
      'an amount with too many decimals',
      'bad-amount flow.0.when',
      { when: { gt: [{ field: 'amount' }, { money: '1.001', currency: 'CNY' }] } },
    ],
    ['a list compared with one value', 'list-compared flow.0.when', { when: { eq: [{ field: 'items.invoice' }, { value: 'A' }] } }],
    ['a return to a later step', 'return-not-earlier flow.0.returns.to', { returns: { to: ['approve'] } }],
    ['distinctness from a later step', 'distinct-not-earlier flow.0.distinctFrom', { distinctFrom: ['pay'] }],
    ['writing the requester’s field', 'not-a-step-field flow.0.fields.write', { fields: { write: ['reason'] } }],
    ['requiring what may not be written', 'required-not-writable flow.0.fields.required', { fields: { required: ['inPlan'] } }],
    ['a check that does not exist', 'unknown-guard flow.0.checks.0', { checks: [{ type: 'nothing' }] }],
    [
      'a check that is put in by step kinds only',
      'unknown-guard flow.0.checks.0',
      { checks: [{ type: 'is-assignee', params: { step: 'review' } }] },
    ],
    [
      'parameters that a check does not take',
      'bad-guard-params flow.0.checks.0.params.days',
      { checks: [{ type: 'too-old', params: { field: 'items.day' } }] },
    ],
    [
      'a check of a field that does not exist',
      'unknown-field flow.0.checks.0.params',
      { checks: [{ type: 'value-taken', params: { field: 'nothing', register: 'invoice' } }] },
    ],
    ['a requester who decides', 'requester-decides flow.0.assignee', { assignee: { by: 'requester' } }],
    ['a climb that asks for no authority', 'climb-without-authority flow.0.assignee', { assignee: { by: 'climb' } }],
    ['a person field that is none', 'not-person flow.0.assignee', { assignee: { by: 'field', field: 'reason' } }],
    [
      'an anchor that is neither person nor unit',
      'bad-anchor flow.0.assignee',
      { assignee: { by: 'role', role: 'x', scope: { field: 'reason' } } },
    ],
    ['several superiors of whom one decides', 'several-of-one flow.0.assignee.upTo', { assignee: { by: 'superior', upTo: 2 } }],
    ['a unit by a field that names none', 'bad-anchor flow.0.assignee', { assignee: { by: 'members', of: { field: 'reason' } } }],
    ['a fallback that is no person', 'not-person flow.0.fallback.1', { fallback: [{ by: 'superior' }, { by: 'field', field: 'reason' }] }],
    ['a due date that is none', 'not-date flow.0.due.field', { due: { field: 'reason' } }],
    ['a limit without an amount', 'limit-without-amount flow.0.authority', { authority: { kind: 'approve-within-limit', matter: 'x' } }],
    ['an amount that is no money', 'not-money flow.0.authority.amount', { authority: { kind: 'approve', matter: 'x', amount: 'reason' } }],
    ['a reserved id', 'reserved-id flow.0.id', { id: 'returned' }],
  ])('finds %s', (_what, expected, change) => {
    expect(flow({ ...review, ...change }, check, size, approve, tell, pay)).toContain(expected);
  });

  it('finds a branch that hangs on what is written inside it, and no step that hangs on what it writes itself', () => {
    const inPlan = { eq: [{ field: 'inPlan' }, { value: true }] };
    const inside = { ...review, id: 'inside', returns: undefined, fields: { write: ['inPlan'] }, when: inPlan };
    const branch = { kind: 'branch', id: 'fork', title: review.title, cases: [{ title: review.title, when: inPlan, steps: [inside] }] };
    const found = flow(review, check, size, approve, tell, pay, branch).filter((each) => each.startsWith('own-condition'));
    expect(found).toEqual(['own-condition flow.6.cases.0.when']);
  });

  it('finds an approval that would be skipped', () => {
    expect(flow(review, check, size, { ...approve, whenNobody: 'skip' }, tell, pay)).toContain('approve-skipped flow.3.whenNobody');
  });

  it('finds ids and keys that stand twice, in branches too', () => {
    const twice = { ...size, otherwise: [{ ...review }] };
    expect(flow(review, check, twice, approve, pay)).toContain('duplicate-step flow.2.otherwise.0.id');
    expect(withField({ key: 'reason', type: 'text' })).toContain('duplicate-key form.fields');
  });

  it.each(['requester', 'unit', 'number'])('finds a field that would stand in a sentence where “%s” should', (key) => {
    expect(withField({ key, type: 'text' })).toContain('reserved-id form.fields.6.key');
  });

  it('finds steps that are never reached', () => {
    const end = { id: 'over', title, kind: 'end' };
    expect(flow(review, end, check)).toContain('unreachable flow.2');
    const both = {
      id: 'fork',
      title,
      kind: 'branch',
      cases: [{ title, when: { filled: { field: 'reason' } }, steps: [end] }],
      otherwise: [{ ...end, id: 'over-too' }],
    };
    expect(flow(review, both, check)).toContain('unreachable flow.2');
    expect(flow(review, { ...end, when: { filled: { field: 'friend' } } }, check, pay)).not.toContain('unreachable flow.2');
  });

  it('warns when a way to the end asks nobody', () => {
    const maybe = { ...review, when: { filled: { field: 'friend' } } };
    expect(flow(maybe, check)).not.toContain('may-pass-undecided flow');
    expect(flow(maybe)).toContain('may-pass-undecided flow');
  });

  it('warns of money that no limit is compared with', () => {
    expect(flow(review)).toContain('money-without-limit flow');
  });

  it('warns of a condition that asks for what nobody has written yet', () => {
    expect(flow({ ...review, when: { filled: { field: 'inPlan' } } }, check, size, approve, pay)).toContain(
      'read-before-written flow.0.when',
    );
  });

  it('finds places of a template that stand for nothing', () => {
    expect(codes({ rowTitle: { zh: '{nothing}', en: '{requester} {unit} {number} {amount}' } })).toEqual([
      'unknown-place rowTitle',
      'material-by-use form.fields',
    ]);
  });

  it('finds mail templates of notices that there are not, or twice, and places in them that stand for nothing', () => {
    const mail = (notice: string, text: string) => ({ notice, subject: title, text: { zh: text, en: text } });
    const mails = [mail('task-opened', '{requester}\n{nobody}'), mail('task-opened', '{amount'), mail('task-opnd', 'x')];
    expect(codes({ mails }).filter((code) => code.includes('mails'))).toEqual([
      'stray-mark mails.1.text',
      'unknown-place mails.0.text',
      'repeated-notice mails.1.notice',
      'unknown-notice mails.2.notice',
    ]);
    expect(codes({ mails: [mail('task-opened', '{requester}: {amount}')] }).filter((code) => code.includes('mails'))).toEqual([]);
  });

  it.each([
    ['{ amount }', '{ amount }'],
    ['{{amount}}', '{'],
    ['{amount', '{amount'],
    ['amount}', '}'],
    ['[, {amount}', '['],
    ['{items.amount} and {}', '{items.amount}'],
    ['{__proto__}', '{__proto__}'],
  ])('finds marks of a template that mark nothing: %s', (en, mark) => {
    const found = verify(expense({ sentence: { zh: '{amount}', en } })).filter(({ code }) => code === 'stray-mark');
    expect(found.map(({ path }) => path)).toContain('sentence');
    expect(found[0]?.message.en).toContain(`“${mark}`);
  });

  it('takes parts that are left out where they hold a blank', () => {
    expect(codes({ sentence: { zh: '{amount}[，{reason}]', en: '{amount}[ for {reason}]' } })).toEqual(['material-by-use form.fields']);
  });

  it('finds an end as rejected behind something that was carried out, and work that does not say that it is', () => {
    const [review = {}, check = {}] = EXPENSE.flow as { title?: object }[];
    const pay = { ...check, id: 'pay', kind: 'work', fields: { write: ['receipt'], required: ['receipt'] } };
    const paid = { ...pay, authority: { kind: 'execute', matter: 'expense' } };
    const no = { id: 'no', kind: 'end', outcome: 'rejected', title: review.title };
    const last = { ...review, id: 'last' };
    const codesOf = (...flow: object[]) => codes({ flow: flow as never }).filter((code) => /execution|undone/.test(code));
    expect(codesOf(review, paid, no)).toEqual(['rejected-after-execution flow.2.outcome']);
    expect(codesOf(review, pay, last)).toEqual(['work-may-be-undone flow.1.authority']);
    expect(codesOf(review, paid, last)).toEqual([]);
    // What is prepared for a decision may come back; a review is no preparation.
    for (const kind of ['draft', 'propose', 'advise', 'participate', 'inspect', 'assess'])
      expect(codesOf(review, { ...pay, authority: { kind, matter: 'expense' } }, last)).toEqual([]);
    expect(codesOf(review, { ...pay, authority: { kind: 'review', matter: 'expense' } }, last)).toHaveLength(1);
    const cases = [{ title: review.title, when: { filled: { field: 'reason' } }, steps: [paid] }];
    const branch = { id: 'way', kind: 'branch', title: review.title, cases, otherwise: [no] };
    expect(codesOf(review, branch)).toEqual([]);
  });

  it('finds a head that names the wrong fields', () => {
    const { fields } = expense().form;
    const late = fields.map((field) => (field.key === 'friend' ? { ...field, filledAt: 'step' as const } : field));
    expect(codes({ form: { fields: late } })).toContain('beneficiary-late beneficiary');
    expect(codes({ amount: 'reason', beneficiary: 'amount', facts: ['nothing'] })).toEqual(
      expect.arrayContaining(['not-money amount', 'not-person beneficiary', 'unknown-field facts.0']),
    );
  });

  it('finds sums of no column, or of another currency', () => {
    expect(withField({ key: 'total', type: 'money-sum', of: 'items.day' })).toContain('unknown-table-column form.fields.6.of');
    expect(withField({ key: 'total', type: 'money-sum', of: 'items.amount', currency: 'EUR' })).toContain(
      'currencies-differ form.fields.6.of',
    );
  });

  it('finds options that a choice does not have, and options that stand twice', () => {
    const options = [{ value: 'a', label: title }];
    const choice = { key: 'kind', type: 'choice', label: title, options, visible: { eq: [{ field: 'kind' }, { value: 'b' }] } };
    expect(withField(choice)).toContain('unknown-option form.fields.6.visible');
    const afterwards = { key: 'answer', type: 'text', visible: { filled: { stance: 'opinion' } } };
    expect(withField(afterwards)).toContain('opinion-in-form form.fields.6.visible');
    expect(withField({ ...choice, visible: undefined, options: [...options, ...options] })).toContain(
      'duplicate-key form.fields.6.options.1',
    );
  });

  it('finds fields of steps that no step writes, or that claim to be required of the requester', () => {
    expect(withField({ key: 'late', type: 'text', filledAt: 'step' })).toContain('never-written form.fields.6');
    expect(withField({ key: 'late', type: 'text', filledAt: 'step', required: true })).toContain('required-at-step form.fields.6.required');
    expect(withField({ key: 'late', type: 'yes-no', expected: 'yes' })).toContain('bad-expected form.fields.6.expected');
  });

  it('says everything in both languages, errors first', () => {
    const findings = verify(expense({ flow: [{ ...review, when: { filled: { field: 'nothing' } } }] as never }));
    expect(findings.map(({ severity }) => severity)).toEqual([
      'error',
      ...Array.from({ length: findings.length - 2 }, () => 'warning'),
      'note',
    ]);
    for (const { message } of findings) expect([message.zh, message.en].every((text) => text.length > 5)).toBe(true);
  });
});

describe('reading a definition', () => {
  it('fills in defaults', () => {
    const read = parseDefinition(EXPENSE);
    expect(read).toMatchObject({ ok: true, definition: { graceSeconds: 10, submitChecks: [{ type: 'too-old' }, {}] } });
  });

  it('says inside a step what is wrong with it, not that it is no step', () => {
    const wrong = { ...review, title: { zh: '审核' }, surprise: 1 };
    const nested = { ...size, cases: [{ title, when: { filled: { field: '' } }, steps: [{ ...check, assignee: { by: 'magic' } }] }] };
    const read = parseDefinition({ ...EXPENSE, flow: [wrong, nested] });
    const paths = read.ok ? [] : read.findings.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['flow.0.title.en', 'flow.0', 'flow.1.cases.0.steps.0.assignee.by']));
    expect(paths.some((path) => path.startsWith('flow.1.cases.0.when'))).toBe(true);
  });

  it('says of what is empty only that', () => {
    const found = parseDefinition({ ...EXPENSE, sentence: { zh: '{requester}', en: '' } });
    expect(!found.ok && found.findings.map(({ path, message }) => [path, message.zh])).toEqual([['sentence.en', '不能为空。']]);
  });

  it('says where the format is not kept', () => {
    const read = parseDefinition({ ...EXPENSE, key: 'Not A Key', surprise: 1 });
    expect(read.ok).toBe(false);
    const findings = read.ok ? [] : read.findings;
    expect(findings.map(({ path }) => path)).toEqual(['key', '']);
    for (const { message } of findings) {
      expect(message.zh).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(message.en).not.toMatch(/[\u4e00-\u9fff]|nvalid|expected/);
    }
  });
});
