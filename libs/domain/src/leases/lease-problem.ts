import { problemsIn, TABLE_WORDS, type ProblemWords, type TableProblem } from '../tables/table-problem';

const WORDS = {
  ...TABLE_WORDS,
  'no-rows': () => ({ zh: '表里没有租约', en: 'There is no lease in this table' }),
  'unknown-store': ({ text }) => ({
    zh: `没有叫「${text}」的门店；请写门店的名称或代号`,
    en: `There is no store “${text}”; use its name or key`,
  }),
  'two-stores': ({ text }) => ({
    zh: `不止一家门店叫「${text}」；请写它的代号`,
    en: `More than one store is called “${text}”; use its key`,
  }),
  reversed: () => ({ zh: '到期日早于起租日', en: 'The lease ends before it begins' }),
  'not-a-share': ({ text }) => ({
    zh: `扣点「${text}」不是 0 到 100 之间、最多一位小数的数`,
    en: `The commission “${text}” is not a number from 0 to 100 with at most one decimal`,
  }),
  'other-store': ({ number }) => ({
    zh: `合同「${number}」已属于另一家门店；换了门店请用新的合同编号`,
    en: `The contract “${number}” belongs to another store; a contract of another store needs a number of its own`,
  }),
  overlap: ({ number, from, to }) => ({
    zh: `与合同「${number}」${from} 至 ${to} 的租期重叠`,
    en: `This overlaps the term of contract “${number}” from ${from} to ${to}`,
  }),
  twice: ({ number, from }) => ({
    zh: `合同「${number}」${from} 起的租期出现了两次`,
    en: `The term of contract “${number}” that begins on ${from} is there twice`,
  }),
} as const satisfies Record<string, ProblemWords>;

/** What can be wrong with a table of leases. One closed list: a text exists for each in both languages. */
export type LeaseProblemCode = keyof typeof WORDS;

/** One thing wrong with a table of leases, at one place of it. */
export type LeaseProblem = TableProblem<LeaseProblemCode>;

/** Words it, with the line in front. Pure. */
export const leaseProblem = problemsIn<LeaseProblemCode>(WORDS);
