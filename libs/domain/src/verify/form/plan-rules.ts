import type { BecomesPlan } from '../../definition/fields/becomes-plan.schema';
import { error, type Finding } from '../../definition/finding';
import { columnAt, type Subject } from '../subject';

type Cell = 'amount' | 'from' | 'to' | 'category';

const CELLS: Record<Cell, { type: string; zh: string; en: string }> = {
  amount: { type: 'money', zh: '金额列', en: 'a column of amounts' },
  from: { type: 'date', zh: '日期列', en: 'a column of dates' },
  to: { type: 'date', zh: '日期列', en: 'a column of dates' },
  category: { type: 'choice', zh: '选项列', en: 'a column of choices' },
};
/** Without them a row is no line. */
const NEEDED: readonly Cell[] = ['amount', 'from', 'to'];

/** What is wrong with how an approval adds to the budget. Pure. */
export function planFindings(subject: Subject): Finding[] {
  const { becomesPlan } = subject.definition;
  return becomesPlan === undefined
    ? []
    : [...ownFindings(subject, becomesPlan), ...(Object.keys(CELLS) as Cell[]).flatMap((cell) => cellFindings(subject, becomesPlan, cell))];
}

function ownFindings({ fields }: Subject, { table, unit }: BecomesPlan): Finding[] {
  const wrong = (name: string, key: string, [zh, en]: readonly [string, string]): Finding =>
    error({ code: 'plan-source', path: `becomesPlan.${name}` }, `「${key}」不是${zh}。`, `“${key}” is not ${en}.`);
  const unitField = fields.get(unit);
  return [
    ...(fields.get(table)?.type === 'table' ? [] : [wrong('table', table, ['表格', 'a table of the form'])]),
    ...(unitField?.type === 'unit' && unitField.required === true
      ? []
      : [wrong('unit', unit, ['必填的组织字段', 'a unit that has to be filled in'])]),
  ];
}

function cellFindings(subject: Subject, plan: BecomesPlan, cell: Cell): Finding[] {
  const key = plan[cell];
  if (typeof key !== 'string') return [];
  const column = columnAt(subject, `${plan.table}.${key}`);
  const { type, zh, en } = CELLS[cell];
  const needed = !NEEDED.includes(cell) || column?.required === true;
  if (column?.type === type && needed) return [];
  const at = { code: 'plan-source', path: `becomesPlan.${cell}` };
  return [
    column?.type === type
      ? error(at, `「${key}」须为必填。`, `“${key}” has to be filled in.`)
      : error(at, `「${key}」不是「${plan.table}」的${zh}。`, `“${key}” is not ${en} of “${plan.table}”.`),
  ];
}
