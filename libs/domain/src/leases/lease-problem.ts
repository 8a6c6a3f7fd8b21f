import type { Bilingual } from '../text/bilingual';

type Words = (params: Record<string, string>) => Bilingual;

const WORDS = {
  'no-rows': () => ({ zh: '表里没有租约', en: 'There is no lease in this table' }),
  'too-many-rows': ({ most }) => ({
    zh: `一次最多 ${most} 行，请分几次导入`,
    en: `At most ${most} rows at a time; please import several tables`,
  }),
  'too-many-columns': ({ most }) => ({ zh: `一行最多 ${most} 列`, en: `A row may have at most ${most} columns` }),
  'no-column': ({ zh, en }) => ({ zh: `缺少「${zh}」这一列`, en: `The column “${en}” is missing` }),
  'column-twice': ({ zh, en }) => ({ zh: `「${zh}」这一列出现了两次`, en: `The column “${en}” is there twice` }),
  blank: ({ zh, en }) => ({ zh: `「${zh}」没有填`, en: `“${en}” is blank` }),
  'too-long': ({ zh, en, most }) => ({ zh: `「${zh}」最多 ${most} 个字`, en: `“${en}” may have at most ${most} characters` }),
  unreadable: ({ zh, en }) => ({ zh: `「${zh}」里有无法保存的字符`, en: `“${en}” holds characters that cannot be kept` }),
  'unknown-store': ({ text }) => ({
    zh: `没有叫「${text}」的门店；请写门店的名称或代号`,
    en: `There is no store “${text}”; use its name or key`,
  }),
  'two-stores': ({ text }) => ({
    zh: `不止一家门店叫「${text}」；请写它的代号`,
    en: `More than one store is called “${text}”; use its key`,
  }),
  'not-a-day': ({ zh, en, text }) => ({
    zh: `「${zh}」的「${text}」不是日期；请写成 2027-02-20`,
    en: `“${text}” in “${en}” is not a day; write it as 2027-02-20`,
  }),
  reversed: () => ({ zh: '到期日早于起租日', en: 'The lease ends before it begins' }),
  'not-an-amount': ({ zh, en, text }) => ({
    zh: `「${zh}」的「${text}」不是不小于 0 的金额`,
    en: `“${text}” in “${en}” is not an amount of 0 or more`,
  }),
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
} as const satisfies Record<string, Words>;

export type LeaseProblemCode = keyof typeof WORDS;

/** One thing wrong with a table of leases, at one place of it. */
export interface LeaseProblem {
  /** Line of the table as a spreadsheet counts it: the head is 1. */
  line: number;
  code: LeaseProblemCode;
  params: Record<string, string>;
  message: Bilingual;
}

/** Words it, with the line in front. Pure. */
export function leaseProblem(line: number, code: LeaseProblemCode, params: Record<string, string> = {}): LeaseProblem {
  const { zh, en } = (WORDS[code] as Words)(params);
  return { line, code, params, message: { zh: `第 ${line} 行：${zh}。`, en: `Line ${line}: ${en}.` } };
}
