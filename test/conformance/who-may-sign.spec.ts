import { DEMO_DIRECTORY, SEED_DEFINITIONS } from '@countersign/definitions';
import { compile, directoryImportSchema, whoMaySign, type Process } from '@countersign/domain';
import { inOneGo } from '../../libs/domain/src/preview/in-one-go.fixture';
import { preview } from '../../libs/domain/src/preview/preview';
import { directoryOf } from './golden/directory-of';

const NOW = '2026-11-23T02:00:00.000Z';
const directory = directoryOf(directoryImportSchema.parse(DEMO_DIRECTORY), NOW);
const processes = new Map(SEED_DEFINITIONS.map((definition) => [definition.key, compile(definition)]));
const processOf = (key: string): Process => processes.get(key)!;
const yuan = (text: string) => ({ minor: text.replace('.', ''), currency: 'CNY' });

interface Case {
  what: string;
  source: string;
  process: string;
  step: string;
  unit: string;
  requester?: string;
  amount?: string;
  plan?: 'in' | 'over';
  /** Who is asked, then who comes later. */
  may: string[];
  /** Of those who may not, whom and why. */
  not: Record<string, string>;
}

const expense = { process: 'expense-reimbursement', step: 'approval', source: '§6.1, G01' };

/** Both sides of limits, from the rows of the source: limit, limit + 0.01, over plan, own matter, what is withheld, what serves other units. */
const CASES: Case[] = [
  {
    ...{ ...expense, what: 'up to an area manager’s limit', unit: 'store-xuhui', amount: '1000.00' },
    may: ['zhang-wei', 'sun-qian', 'zhou-yan', 'zheng-guohua', 'shen-siyuan'],
    not: { 'yuan-ye': 'no-authority', 'song-lan': 'no-authority', 'lin-feng': 'no-authority' },
  },
  {
    ...{ ...expense, what: 'a cent above it', unit: 'store-xuhui', amount: '1000.01' },
    may: ['sun-qian', 'zhou-yan', 'zheng-guohua', 'shen-siyuan'],
    not: { 'zhang-wei': 'limit-too-low' },
  },
  {
    ...{ ...expense, what: 'up to an operations manager’s limit', unit: 'store-xuhui', amount: '5000.00' },
    may: ['sun-qian', 'zhou-yan', 'zheng-guohua', 'shen-siyuan'],
    not: { 'zhang-wei': 'limit-too-low' },
  },
  {
    ...{ ...expense, what: 'above it', unit: 'store-jingan', requester: 'wang-min', amount: '12300.00' },
    may: ['zhou-yan', 'zheng-guohua', 'shen-siyuan'],
    not: { 'zhao-yue': 'limit-too-low', 'sun-qian': 'limit-too-low' },
  },
  {
    ...{ ...expense, what: 'above every limit but the general manager’s', unit: 'store-xuhui', amount: '20000.01' },
    may: ['zheng-guohua', 'shen-siyuan'],
    not: { 'zhou-yan': 'limit-too-low', 'yuan-ye': 'no-authority' },
  },
  {
    ...{ ...expense, what: 'over plan up to 500,000', unit: 'store-xuhui', amount: '500000.00', plan: 'over' },
    may: ['zheng-guohua', 'shen-siyuan'],
    not: { 'zhang-wei': 'plan-not-covered', 'zhou-yan': 'plan-not-covered' },
  },
  {
    ...{ ...expense, what: 'over plan above it', unit: 'store-xuhui', amount: '500000.01', plan: 'over' },
    may: ['shen-siyuan'],
    not: { 'zheng-guohua': 'limit-too-low' },
  },
  {
    ...{ ...expense, what: 'one’s own matter', unit: 'operations', requester: 'zhou-yan', amount: '900.00' },
    may: ['zheng-guohua', 'shen-siyuan'],
    not: {},
  },
  {
    ...{ what: 'payment', source: 'S4:56, distinct people', process: 'expense-reimbursement', step: 'payment', unit: 'store-xuhui' },
    may: ['chen-jing', 'gu-ming'],
    not: { 'liu-chang': 'not-led-to' },
  },
  {
    ...{ what: 'a general routine research plan', source: 'A132', process: 'research-plan-approval', step: 'business-approval' },
    ...{ unit: 'marketing', may: ['gao-yang'], not: {} },
  },
];

const asked = ({ process, step, unit, requester, amount, plan = 'in' }: Pick<Case, 'process' | 'unit'> & Partial<Case>) =>
  whoMaySign(
    processOf(process),
    {
      ...{ step: step ?? null, requester: requester ?? null, unitId: unit, plan, params: {} },
      amount: amount === undefined ? null : yuan(amount),
    },
    directory,
  );

describe('who may sign, by the rows of the source', () => {
  it.each(CASES)('$what ($source)', (each) => {
    const [signing] = asked(each).steps;
    expect(signing?.may.map(({ person }) => person)).toEqual(each.may);
    const removed = Object.fromEntries(signing!.mayNot.map(({ person, removed: why }) => [person, why?.code]));
    expect(removed).toMatchObject(each.not);
  });

  it('says whom it takes to ask, where nobody is named', () => {
    expect(asked({ process: 'expense-reimbursement', unit: 'store-xuhui', amount: '1.00' }).requester).toBe('li-na');
  });

  it('tells which steps such a case does not come to', () => {
    const comes = (amount: string) =>
      Object.fromEntries(
        asked({ process: 'expense-reimbursement', unit: 'store-xuhui', amount }).steps.map((each) => [each.step, each.comes]),
      );
    expect(comes('5000.00')['finance-director-review']).toBe(false);
    expect(comes('5000.01')['finance-director-review']).toBe(true);
  });

  it('says what the form of such a request says before it is sent', () => {
    for (const amount of ['200.00', '1000.01', '5000.01', '20000.01']) {
      const form = { costUnit: 'store-xuhui', category: 'travel', items: [{ amount: yuan(amount) }] };
      const input = { form, requesterId: 'li-na', directory, params: {}, choices: {} };
      const foreseen = inOneGo(preview(processOf('expense-reimbursement'), input)).steps.filter(({ result }) => result === 'seats');
      const { steps } = asked({ process: 'expense-reimbursement', unit: 'store-xuhui', requester: 'li-na', amount });
      const first = new Map(steps.map(({ step, may }) => [step, may.filter(({ turn }) => turn === 'asked').map(({ person }) => person)]));
      const both = foreseen.filter(({ step }) => first.has(step));
      expect(both.length).toBeGreaterThan(2);
      expect(both.map(({ step }) => [step, first.get(step)])).toEqual(both.map(({ step, people }) => [step, people]));
    }
  });
});
