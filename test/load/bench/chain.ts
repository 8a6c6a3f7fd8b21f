import type { DefinitionInput } from '@countersign/domain';

/** Decisions that one request of the chain takes: below the sixteen after which a run continues as new, as in the documented processes. */
export const CHAIN_LENGTH = 12;
/** Decisions that a round takes of one chain. The last one, and the closing after its grace time, is left: the bare run beside it does not end either. */
export const DECIDED = CHAIN_LENGTH - 1;

const text = (zh: string, en: string) => ({ zh, en });

/** A chain of approvals within limits: every decision passes the guards that an expense does. */
export const CHAIN: DefinitionInput = {
  key: 'bench-chain',
  version: 1,
  title: text('基准链', 'Benchmark chain'),
  area: 'finance',
  numberPrefix: 'JZ',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'amount', type: 'money', label: text('金额', 'Amount'), required: true, material: true },
      { key: 'reason', type: 'text', label: text('事由', 'Reason') },
    ],
  },
  sentence: text('{requester}申请 {amount}', '{requester} asks for {amount}'),
  rowTitle: text('基准 · {amount}', 'Benchmark · {amount}'),
  amount: 'amount',
  flow: Array.from({ length: CHAIN_LENGTH }, (_, index) => ({
    kind: 'approve',
    id: `step-${index + 1}`,
    title: text(`第 ${index + 1} 步`, `Step ${index + 1}`),
    assignee: { by: 'role', role: index % 2 === 0 ? 'bench-first' : 'bench-second', scope: 'company' },
    authority: { kind: 'approve-within-limit', matter: 'bench', amount: 'amount' },
    samePerson: 'ask',
  })),
};

const person = (key: string) => ({ key, name: text(key, key), login: key, rights: [] });
const position = (key: string, role: string) => ({
  key: `${key}-post`,
  person: key,
  role,
  unit: 'bench',
  grade: 'manager' as const,
  superior: key === 'bench-asks' ? 'bench-a-post' : null,
});
const limit = (role: string) => ({
  key: `${role}-limit`,
  kind: 'approve-within-limit' as const,
  matter: 'bench',
  role,
  limit: { amount: '100000.00', currency: 'CNY' },
});

/** One requester and the two people who decide in turn. */
export const CHAIN_DIRECTORY = {
  company: { key: 'bench', name: text('基准公司', 'Benchmark company'), timeZone: 'Asia/Shanghai', currency: 'CNY' },
  units: [{ key: 'bench', kind: 'company', name: text('基准公司', 'Benchmark company'), parent: null }],
  roles: [
    { key: 'bench-first', title: text('甲', 'First') },
    { key: 'bench-second', title: text('乙', 'Second') },
    { key: 'bench-requester', title: text('申请人', 'Requester') },
  ],
  people: [person('bench-asks'), person('bench-a'), person('bench-b')],
  positions: [position('bench-a', 'bench-first'), position('bench-b', 'bench-second'), position('bench-asks', 'bench-requester')],
  grants: [limit('bench-first'), limit('bench-second')],
};
