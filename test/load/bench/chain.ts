import type { DefinitionInput } from '@countersign/domain';

/** Decisions that one request of the chain takes: below the sixteen after which a run continues as new, as in the documented processes. */
export const CHAIN_LENGTH = 12;
/** Decisions that a round takes of one chain. The last one, and the closing after its grace time, is left: the bare run beside it does not end either. */
export const DECIDED = CHAIN_LENGTH - 1;

const text = (zh: string, en: string) => ({ zh, en });

const chain = (key: string, more: { due?: { working: { days: number }; ladder: [] } } = {}): DefinitionInput => ({
  key,
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
    ...more,
  })),
});

/** A chain of approvals within limits: every decision passes the guards that an expense does. */
export const CHAIN = chain('bench-chain');
/** The same where each step has a time of its own: every decision puts off when the request is due next. */
const DEADLINES = chain('bench-deadlines', { due: { working: { days: 3 }, ladder: [] } });

const SIGNERS = Array.from({ length: 10 }, (_, index) => `bench-signer-${index + 1}`);
/** One step that ten people sign at once, and another behind it, so that no request ends. */
const COUNTERSIGN: DefinitionInput = {
  ...CHAIN,
  key: 'bench-countersign',
  flow: [
    {
      kind: 'countersign',
      id: 'all',
      title: text('会签', 'Countersign'),
      people: SIGNERS.map((person) => ({ assignee: { by: 'person' as const, person } })),
    },
    { kind: 'approve', id: 'last', title: text('最后一步', 'Last step'), assignee: { by: 'role', role: 'bench-first', scope: 'company' } },
  ],
};

/** Whose decision it is, and on which task. */
export interface Turn {
  by: string;
  step: string;
  generation: number;
  seat: number;
}

/** A process of the bench, and the decisions that a round takes of each of its requests, one after another. */
export interface Course {
  definition: DefinitionInput;
  decided: number;
  turn: (decided: number) => Turn;
}

/** A task is of the generation of the transition that opened it: each decision opens the next one. */
const inChain = (decided: number): Turn => ({
  by: decided % 2 === 0 ? 'bench-a' : 'bench-b',
  step: `step-${decided + 1}`,
  generation: decided + 1,
  seat: 0,
});

export const COURSES = {
  chain: { definition: CHAIN, decided: DECIDED, turn: inChain },
  deadlines: { definition: DEADLINES, decided: DECIDED, turn: inChain },
  countersign: {
    definition: COUNTERSIGN,
    decided: SIGNERS.length,
    turn: (decided) => ({ by: SIGNERS[decided] ?? '', step: 'all', generation: 1, seat: decided }),
  },
} as const satisfies Record<string, Course>;

/** Everybody who asks or decides. */
export const CHAIN_PEOPLE = ['bench-asks', 'bench-a', 'bench-b', ...SIGNERS];

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

/** One requester, the two people who decide in turn, and ten who sign together. */
export const CHAIN_DIRECTORY = {
  company: { key: 'bench', name: text('基准公司', 'Benchmark company'), timeZone: 'Asia/Shanghai', currency: 'CNY' },
  units: [{ key: 'bench', kind: 'company', name: text('基准公司', 'Benchmark company'), parent: null }],
  roles: [
    { key: 'bench-first', title: text('甲', 'First') },
    { key: 'bench-second', title: text('乙', 'Second') },
    { key: 'bench-requester', title: text('申请人', 'Requester') },
    { key: 'bench-signer', title: text('会签人', 'Signer') },
  ],
  people: CHAIN_PEOPLE.map(person),
  positions: [
    position('bench-a', 'bench-first'),
    position('bench-b', 'bench-second'),
    position('bench-asks', 'bench-requester'),
    ...SIGNERS.map((key) => position(key, 'bench-signer')),
  ],
  grants: [limit('bench-first'), limit('bench-second')],
};
