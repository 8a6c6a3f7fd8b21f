import type { Grant } from '../request/grant';
import { definitionSchema, type Definition, type DefinitionInput } from '../definition/definition.schema';
import { begin } from '../engine/begin';
import type { RequestContext, RequestState } from '../request/request-state';
import type { Directory, Grade, Position } from './directory';

export const NOW = '2026-11-22T02:00:00.000Z';

const named = (zh: string, en: string) => ({ zh, en });
const PATHS: Record<string, string[]> = {
  hq: ['hq'],
  finance: ['hq', 'finance'],
  ops: ['hq', 'ops'],
  area: ['hq', 'ops', 'area'],
  xuhui: ['hq', 'ops', 'area', 'xuhui'],
};

function post(
  person: string | null,
  role: string,
  place: { unit: string; superior: string | null; grade?: Grade; covers?: string[]; id?: string },
): Position {
  const id = place.id ?? `post-${role}`;
  return {
    id,
    personId: person,
    role,
    unitId: place.unit,
    title: named(role, role),
    grade: place.grade ?? 'staff',
    superiorId: place.superior,
    covers: place.covers ?? [],
    primary: person !== null,
    validFrom: null,
    validTo: null,
  };
}

/** A grant of spending authority to a role. */
export function grant(role: string, yuan: number | 'no-limit' | null, plan: Grant['plan'] = 'in', change: Partial<Grant> = {}): Grant {
  const limit = typeof yuan === 'number' ? { minor: (yuan * 100).toString(), currency: 'CNY' } : yuan;
  return {
    id: `grant-${role}-${plan}`,
    kind: 'approve-within-limit',
    matter: 'expense',
    role,
    personId: null,
    scopeUnitId: null,
    limit,
    plan,
    state: 'granted',
    withheldReason: null,
    validFrom: null,
    validTo: null,
    ...change,
  };
}

const NAMES: Record<string, [string, string]> = {
  na: ['李娜', 'Li Na'],
  zhang: ['张伟', 'Zhang Wei'],
  sun: ['孙倩', 'Sun Qian'],
  zhou: ['周岩', 'Zhou Yan'],
  zheng: ['郑国华', 'Zheng Guohua'],
  gao: ['高远', 'Gao Yuan'],
  liu: ['刘畅', 'Liu Chang'],
  song: ['宋岚', 'Song Lan'],
  chen: ['陈静', 'Chen Jing'],
  ops: ['管理员', 'Operator'],
};

/** A store manager below four superiors, and three people of finance. */
export function sampleDirectory(): Directory {
  return {
    now: NOW,
    today: NOW.slice(0, 10),
    people: Object.fromEntries(Object.entries(NAMES).map(([key, [zh, en]]) => [key, { id: key, key, name: named(zh, en), active: true }])),
    units: Object.fromEntries(
      Object.entries(PATHS).map(([id, path]) => [
        id,
        { id, key: id, kind: 'department' as const, name: named(id, id), parentId: path.at(-2) ?? null, path },
      ]),
    ),
    positions: [
      post('na', 'store-manager', { unit: 'xuhui', superior: 'post-area-manager', grade: 'supervisor' }),
      post('zhang', 'area-manager', { unit: 'area', superior: 'post-ops-manager', grade: 'manager' }),
      post('sun', 'ops-manager', { unit: 'ops', superior: 'post-ops-director', grade: 'manager' }),
      post('zhou', 'ops-director', { unit: 'ops', superior: 'post-gm', grade: 'director' }),
      post('zheng', 'gm', { unit: 'hq', superior: 'post-group-gm', grade: 'gm' }),
      post('gao', 'group-gm', { unit: 'hq', superior: null, grade: 'group' }),
      post('liu', 'finance-specialist', { unit: 'finance', superior: 'post-finance-director', covers: ['area'] }),
      post('song', 'finance-director', { unit: 'finance', superior: 'post-gm', grade: 'director', covers: ['hq'] }),
      post('chen', 'treasury-cashier', { unit: 'finance', superior: 'post-finance-director', covers: ['hq'] }),
    ],
    grants: [
      grant('area-manager', 1_000),
      grant('ops-manager', 5_000),
      grant('ops-director', 20_000),
      grant('gm', 'no-limit'),
      grant('gm', 500_000, 'over'),
      grant('group-gm', 'no-limit', 'over'),
    ],
    operators: ['ops'],
  };
}

/** An expense: direct superior, finance check, finance director above ¥5,000, climb by limit, cashier, a copy. */
export const EXPENSE: DefinitionInput = {
  key: 'expense',
  version: 1,
  title: named('报销', 'Expense'),
  area: 'finance',
  numberPrefix: 'BX',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'amount', type: 'money', label: named('金额', 'Amount'), required: true, material: true },
      { key: 'witness', type: 'person', label: named('证明人', 'Witness') },
      { key: 'payee', type: 'person', label: named('收款人', 'Payee') },
      {
        key: 'inPlan',
        type: 'yes-no',
        label: named('是否计划内', 'In plan'),
        filledAt: 'step',
        expected: true,
        yes: named('计划内', 'In plan'),
        no: named('计划外', 'Over plan'),
      },
    ],
  },
  sentence: named('{requester}报销 {amount}', '{requester} claims {amount}'),
  rowTitle: named('报销', 'Expense'),
  amount: 'amount',
  beneficiary: 'payee',
  flow: [
    { id: 'review', kind: 'review', title: named('审核', 'Review'), assignee: { by: 'superior' } },
    {
      id: 'check',
      kind: 'review',
      title: named('查验单据', 'Check documents'),
      assignee: { by: 'role', role: 'finance-specialist' },
      fields: { write: ['inPlan'] },
    },
    {
      id: 'director',
      kind: 'review',
      title: named('审核', 'Review'),
      when: { gt: [{ field: 'amount' }, { money: '5000', currency: 'CNY' }] },
      assignee: { by: 'role', role: 'finance-director' },
    },
    {
      id: 'approval',
      kind: 'approve',
      title: named('批准', 'Approve'),
      assignee: { by: 'climb' },
      authority: {
        kind: 'approve-within-limit',
        matter: 'expense',
        amount: 'amount',
        inPlan: { eq: [{ field: 'inPlan' }, { value: true }] },
      },
    },
    { id: 'pay', kind: 'work', title: named('付款', 'Pay'), assignee: { by: 'role', role: 'treasury-cashier' }, distinctFrom: ['check'] },
    { id: 'tell', kind: 'cc', title: named('抄送', 'Copy'), to: [{ by: 'superior' }, { by: 'field', field: 'witness' }] },
  ],
};

/** A definition with one step changed, or steps of its own. */
export function sampleDefinition(change: Partial<DefinitionInput> = {}): Definition {
  return definitionSchema.parse({ ...EXPENSE, ...change });
}

export const cny = (yuan: number) => ({ minor: Math.round(yuan * 100).toString(), currency: 'CNY' });

/** A request of the store manager that stands before some step. */
export function stateBefore(change: Partial<RequestContext> = {}): RequestState {
  const { state } = begin({ key: 'expense', version: 1 }, 'r1');
  const requester = { id: 'na', roles: ['store-manager'], unitId: 'xuhui' };
  return {
    ...state,
    value: 'approval',
    context: { ...state.context, requester, fields: { amount: cny(12_300), inPlan: true }, round: 1, ...change },
  };
}
