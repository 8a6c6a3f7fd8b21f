import { problemsIn, TABLE_WORDS, type ProblemWords, type TableProblem } from '../tables/table-problem';

const WORDS = {
  ...TABLE_WORDS,
  'no-rows': () => ({ zh: '表里没有内容', en: 'There is nothing in this table' }),
  'unknown-unit': ({ text }) => ({
    zh: `没有叫「${text}」的组织；请写组织的名称或代号`,
    en: `There is no unit “${text}”; use its name or key`,
  }),
  'two-units': ({ text }) => ({
    zh: `不止一个组织叫「${text}」；请写它的代号`,
    en: `More than one unit is called “${text}”; use its key`,
  }),
  'unknown-category': ({ text }) => ({
    zh: `没有叫「${text}」的类别；请写类别的名称或代号`,
    en: `There is no category “${text}”; use its name or key`,
  }),
  'two-categories': ({ text }) => ({
    zh: `不止一个类别叫「${text}」；请写它的代号`,
    en: `More than one category is called “${text}”; use its key`,
  }),
  'not-a-control': ({ text }) => ({
    zh: `超出时「${text}」看不懂；请写 停、走计划外、负责人批 或 提醒`,
    en: `“${text}” is no way to go where a line is exceeded; write stop, over plan, owner or warn`,
  }),
  'not-a-tolerance': ({ text }) => ({
    zh: `容差「${text}」不是 0 到 100 之间、最多一位小数的数`,
    en: `The tolerance “${text}” is not a number from 0 to 100 with at most one decimal`,
  }),
  'unknown-person': ({ text }) => ({
    zh: `没有叫「${text}」的人；请写姓名或代号`,
    en: `There is nobody called “${text}”; use their name or key`,
  }),
  'two-people': ({ text }) => ({
    zh: `不止一个人叫「${text}」；请写代号`,
    en: `More than one person is called “${text}”; use their key`,
  }),
  reversed: () => ({ zh: '止日早于起日', en: 'The period ends before it begins' }),
  twice: ({ line }) => ({ zh: `与第 ${line} 行是同一行预算`, en: `This is the same budget line as line ${line}` }),
  'no-line': ({ unitZh, unitEn, categoryZh, categoryEn, day }) => ({
    zh: `${day} 没有「${unitZh} · ${categoryZh}」这一行预算`,
    en: `There is no budget line “${unitEn} · ${categoryEn}” on ${day}`,
  }),
  held: ({ leastZh, leastEn }) => ({
    zh: `已占用和已支出的不能减掉，计划至少为 ${leastZh}`,
    en: `What is held and spent already cannot be cut; plan at least ${leastEn}`,
  }),
  'posted-otherwise': ({ text, wasZh, wasEn }) => ({
    zh: `单号「${text}」已按 ${wasZh} 入账，与这里的金额不同；更正请用新的单号`,
    en: `“${text}” was posted with ${wasEn}, not with this amount; correct it under a reference of its own`,
  }),
  'too-large': () => ({ zh: '金额太大，一行预算放不下', en: 'The amount is more than a budget line can hold' }),
  'reference-twice': ({ text, line }) => ({
    zh: `单号「${text}」在第 ${line} 行已经有了`,
    en: `The reference “${text}” is in line ${line} already`,
  }),
} as const satisfies Record<string, ProblemWords>;

/** What can be wrong with a table of a plan. One closed list: a text exists for each in both languages. */
export type PlanProblemCode = keyof typeof WORDS;

/** One thing wrong with a table of plan lines or of what others have spent. */
export type PlanProblem = TableProblem<PlanProblemCode>;

/** Words it, with the line in front. Pure. */
export const planProblem = problemsIn<PlanProblemCode>(WORDS);

/** What is wrong where a cell names no unit, or more than one. */
export const UNIT = { none: 'unknown-unit', several: 'two-units' } as const;
/** The same of a category. */
export const CATEGORY = { none: 'unknown-category', several: 'two-categories' } as const;
