import { checkDirectoryImport } from '@countersign/domain';
import { DEMO_DIRECTORY } from './demo-directory';
import { DEMO_LEASES } from './demo-leases';
import { SEED_DEFINITIONS } from '..';
import { DEMO_PEOPLE } from './demo-people';
import { DEMO_STORY } from './demo-story';

const { people, positions, roles, grants, units } = DEMO_DIRECTORY;
const grantsOf = (role: string) => grants.filter((grant) => grant.role === role && grant.kind === 'approve-within-limit');

describe('the demo company', () => {
  it('is a directory that an import accepts', () => {
    expect(checkDirectoryImport(DEMO_DIRECTORY)).toEqual([]);
  });

  it('has twelve stores in three areas, each store with a post for its manager', () => {
    const stores = units.filter((unit) => unit.kind === 'store');
    expect(stores).toHaveLength(12);
    expect(new Set(stores.map((store) => store.parent)).size).toBe(3);
    for (const store of stores) expect(positions.some((post) => post.unit === store.key && post.role === 'store-manager')).toBe(true);
  });

  it('has one top only, and everybody else reports to a post', () => {
    expect(positions.filter((post) => post.superior === null).map((post) => post.role)).toEqual(['group-gm']);
  });

  it('calls no two people the same', () => {
    for (const language of ['zh', 'en'] as const) expect(new Set(people.map(({ name }) => name[language])).size).toBe(people.length);
  });

  it('fills every role with at least one post', () => {
    expect(roles.filter((role) => !positions.some((post) => post.role === role.key))).toEqual([]);
  });

  it('gives the limits of the source table, in plan only below the general manager', () => {
    const amounts = ['store-manager', 'area-manager', 'ops-director', 'bu-manager', 'finance-director'].map((role) => grantsOf(role)[0]);
    expect(amounts.map((grant) => grant?.limit)).toEqual(
      ['200.00', '1000.00', '20000.00', '20000.00', '20000.00'].map((amount) => ({ amount, currency: 'CNY' })),
    );
    expect(amounts.every((grant) => grant?.plan === 'in')).toBe(true);
  });

  it('says “no limit” in so many words, and never by a blank', () => {
    const open = grants.filter((grant) => grant.limit === 'no-limit').map((grant) => grant.key);
    expect(open).toEqual([
      'expense-gm-in-plan',
      'expense-group-gm',
      'store-opening-limit-gm-in',
      'store-opening-limit-group-gm',
      'lease-limit-gm',
      'lease-limit-group-gm',
      ...['ops-manager', 'ops-director', 'gm', 'group-gm'].map((role) => `budget-approve-within-plan-${role}-in`),
      ...['ops-manager', 'ops-director', 'gm', 'group-gm'].map((role) => `spending-approve-within-plan-${role}-in`),
      'spending-limit-group-gm',
      'promotion-plan-limit-gm',
      'promotion-plan-limit-group-gm',
      'promotion-approve-within-plan-gm-in',
      'promotion-approve-within-plan-group-gm-in',
      'promotion-limit-group-gm',
      'store-promotion-approve-within-plan-gm-in',
      'store-promotion-approve-within-plan-group-gm-in',
      'store-promotion-limit-group-gm',
      'cash-advance-limit-gm',
      'cash-advance-limit-group-gm',
      'entertainment-limit-gm',
      'entertainment-limit-group-gm',
      'campaign-limit-gm-in',
      'campaign-limit-group-gm-in',
      'campaign-limit-group-gm',
      ...['payment', 'budget-adjustment', 'stock-variance'].flatMap((matter) => [`${matter}-limit-gm`, `${matter}-limit-group-gm`]),
      ...['gm-in', 'group-gm-in', 'group-gm'].map((of) => `purchase-limit-${of}`),
    ]);
    // A005 is blank in the source itself: it covers nothing.
    const blank = grants.filter((grant) => grant.kind === 'approve-within-limit' && grant.limit === null).map((grant) => grant.key);
    expect(blank).toEqual(['a005-approve-within-limit-ops-manager']);
  });

  it('bounds the general manager over plan at half a million', () => {
    expect(grantsOf('gm').find((grant) => grant.plan === 'over')?.limit).toEqual({ amount: '500000.00', currency: 'CNY' });
  });

  it('signs in only people who exist, in the order in which the processes meet them', () => {
    expect(DEMO_PEOPLE.map((demo) => people.find((person) => person.key === demo.key)?.name.zh)).toEqual([
      '李娜',
      '张伟',
      '刘畅',
      '宋岚',
      '孙倩',
      '周岩',
      '陈静',
      '郑国华',
      '顾明',
      '董宁',
      '吴迪',
      '高扬',
      '唐磊',
      '梁雪',
      '江帆',
      '袁野',
      '沈思远',
      '赵悦',
      '何芳',
      '叶欣',
      '石磊',
      '侯俊',
      '康宁',
      '欧雪',
      '熊威',
      '蒋明',
      '卢宁',
    ]);
  });

  it('shows each group of the sign-in page in one piece, the first of them small enough to be read at a glance', () => {
    const groups = DEMO_PEOPLE.map(({ group }) => group.zh);
    const starts = groups.filter((group, index) => group !== groups[index - 1]);
    expect(new Set(starts).size).toBe(starts.length);
    expect(groups.filter((group) => group === groups[0]).length).toBeLessThanOrEqual(8);
  });
});

describe('what has been begun in the demo company', () => {
  it('is begun by people, at units, with fields and items that there are', () => {
    const keys = new Set([...people, ...units].map(({ key }) => key));
    const begun = new Map<string, string>();
    for (const act of DEMO_STORY) {
      expect(keys).toContain(act.by);
      if (act.does === 'submit') begun.set(act.about, act.definition);
      const process = SEED_DEFINITIONS.find(({ key }) => key === begun.get(act.about));
      const written = JSON.stringify(process ?? null);
      const values = 'form' in act ? act.form : 'fields' in act ? (act.fields ?? {}) : {};
      for (const [field, value] of Object.entries(values)) {
        expect(written).toContain(`"key":"${field}"`);
        if (typeof value === 'object' && 'unit' in value) expect(keys).toContain(value.unit);
      }
      if (act.does === 'tick') expect(written).toContain(`"id":"${String(act.item)}"`);
    }
    expect([...begun.values()].sort()).toEqual([
      ...['authority-delegation', 'expense-reimbursement', 'expense-reimbursement', 'expense-reimbursement'],
      ...['lease-renewal', 'leave-request', 'leave-request', 'leave-request', 'leave-request', 'mall-exit'],
      ...[
        'market-research-execution',
        'promotion-scheme-approval',
        'promotion-scheme-approval',
        'research-plan-approval',
        'research-plan-approval',
        'research-project-initiation',
      ],
      ...['stocktake', 'stocktake', 'stocktake', 'store-daily-opening', 'store-opening', 'store-opening'],
    ]);
  });
});

describe('the demo company’s leases', () => {
  it('are one for each store, in contracts of their own, the next ones near their end', () => {
    const stores = units.filter((unit) => unit.kind === 'store').map(({ key }) => key);
    expect(DEMO_LEASES.map(({ store }) => store).sort()).toEqual([...stores].sort());
    expect(new Set(DEMO_LEASES.map(({ number }) => number)).size).toBe(DEMO_LEASES.length);
    expect(DEMO_LEASES.filter(({ endsIn }) => endsIn <= 180)).toHaveLength(6);
  });
});
