import type { Bilingual } from '../text/bilingual';

/** What is wrong, in words; `zh` and `en` among the parameters are the title of a column. */
export type ProblemWords = (params: Record<string, string>) => Bilingual;

/** What can be wrong with any table that people bring along. */
export const TABLE_WORDS = {
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
  'not-a-day': ({ zh, en, text }) => ({
    zh: `「${zh}」的「${text}」不是日期；请写成 2027-02-20`,
    en: `“${text}” in “${en}” is not a day; write it as 2027-02-20`,
  }),
  'not-an-amount': ({ zh, en, text }) => ({
    zh: `「${zh}」的「${text}」不是不小于 0 的金额`,
    en: `“${text}” in “${en}” is not an amount of 0 or more`,
  }),
} as const satisfies Record<string, ProblemWords>;
export type TableProblemCode = keyof typeof TABLE_WORDS;

/** One thing wrong with a table, at one place of it. */
export interface TableProblem<Code extends string = TableProblemCode> {
  /** Line of the table as a spreadsheet counts it: the head is 1. */
  line: number;
  code: Code;
  params: Record<string, string>;
  message: Bilingual;
}

/** Words problems of one kind of table, with the line in front. Pure. */
export function problemsIn<Code extends string>(words: Record<Code, ProblemWords>) {
  return (line: number, code: Code, params: Record<string, string> = {}): TableProblem<Code> => {
    const { zh, en } = words[code](params);
    return { line, code, params, message: { zh: `第 ${line} 行：${zh}。`, en: `Line ${line}: ${en}.` } };
  };
}

/** Problems that are told at once. */
const MOST_TOLD = 50;

/** Reads rows one after the other, until as much is wrong with them as is told at once: nobody reads on. Pure. */
export function untilEnough<Row, Read extends { problems: readonly unknown[] }>(rows: readonly Row[], read: (row: Row) => Read): Read[] {
  const all: Read[] = [];
  for (let [at, wrong] = [0, 0]; at < rows.length && wrong < MOST_TOLD; at += 1) {
    const one = read(rows[at] as Row);
    all.push(one);
    wrong += one.problems.length;
  }
  return all;
}

/** Problems of a table as they are told: the first of them, by their lines. Pure. */
export function toldOf<Code extends string>(problems: readonly TableProblem<Code>[]): TableProblem<Code>[] {
  return problems.toSorted((one, other) => one.line - other.line).slice(0, MOST_TOLD);
}
