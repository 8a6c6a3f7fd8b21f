import type { DefinitionInput } from '../definition/definition.schema';
import type { Step } from '../definition/step.schema';
import { compile } from '../machine/compile';
import { cny, EXPENSE, sampleDefinition, sampleDirectory } from '../people/sample-company.fixture';
import type { BudgetLine } from '../request/budget-line';
import { inOneGo } from './in-one-go.fixture';
import { preview } from './preview';

const words = { zh: '预算', en: 'Budget' };
type Fields = DefinitionInput['form']['fields'];

/** An expense that draws on the line of its unit; finance is asked whether it is in plan only where no plan speaks. */
const FIELDS: Fields = [
  ...EXPENSE.form.fields.map((field) => (field.key === 'inPlan' ? { ...field, visible: { not: { filled: { field: 'budget' } } } } : field)),
  { key: 'shop', type: 'unit', label: words, required: true },
  { key: 'budget', type: 'budget', label: words, amount: 'amount', unit: 'shop', commit: 'approval' },
] as Fields;
const says = (field: string) => ({ eq: [{ field }, { value: true }] });
const authority = {
  ...{ kind: 'approve-within-limit', matter: 'expense', amount: 'amount' },
  inPlan: { any: [says('budget.inPlan'), says('inPlan')] },
};
const FLOW = (EXPENSE.flow as Step[]).map((step) => (step.id === 'approval' ? { ...step, authority } : step));
const drawing = compile(sampleDefinition({ form: { ...EXPENSE.form, fields: FIELDS }, flow: FLOW }));

const LINE: BudgetLine = {
  ...{ id: 'l', unitId: 'xuhui', category: null, from: '2026-11-01', to: '2026-11-30', currency: 'CNY', control: 'over-plan' },
  ...{ tolerance: 0, ownerId: null, planned: '80000', moved: '0', extended: '0', reserved: '0', committed: '0', spent: '0', outside: '0' },
};
const look = (yuan: number, lines: BudgetLine[]) =>
  inOneGo(
    preview(drawing, {
      ...{ form: { amount: cny(yuan), shop: 'xuhui' }, requesterId: 'na', directory: sampleDirectory(), params: {}, choices: {} },
      funds: { unitPath: ['hq', 'xuhui'], lines },
    }),
  );
const approver = (found: ReturnType<typeof look>): string | undefined => found.steps.find(({ step }) => step === 'approval')?.people[0];

describe('a route preview of what draws on a budget', () => {
  it('goes by the ledger to the last cent, and asks finance nothing', () => {
    const [within, beyond] = [look(800, [LINE]), look(800.01, [LINE])];
    expect([approver(within), within.budget?.inPlan, within.assumptions]).toEqual(['zhang', true, []]);
    expect([approver(beyond), beyond.budget?.over, beyond.assumptions]).toEqual(['zheng', cny(0.01), []]);
  });

  it('names nobody, but what is to be filled in, before it is known which line it draws on', () => {
    const form = { amount: cny(800) };
    const found = inOneGo(
      preview(drawing, {
        ...{ form, requesterId: 'na', directory: sampleDirectory(), params: {}, choices: {} },
        funds: { unitPath: ['hq', 'xuhui'], lines: [LINE] },
      }),
    );
    expect(found.steps.find(({ step }) => step === 'approval')).toMatchObject({ result: 'awaits', awaits: ['shop'] });
  });

  it('goes by what finance is expected to say where no plan speaks', () => {
    const found = look(800, []);
    expect([approver(found), found.budget?.line]).toEqual(['zhang', null]);
    expect(found.assumptions.map(({ field, value }) => [field, value])).toEqual([['inPlan', true]]);
  });
});
