import type { Bilingual } from '../text/bilingual';
import type { Definition } from '../definition/definition.schema';
import type { BudgetPart } from '../definition/fields/budget-field';
import { ownValue } from '../text/own-value';
import { DASH, inBoth } from './names';

/** What is said of a budget, each by its name. */
const PARTS: Record<BudgetPart, Bilingual> = {
  line: { zh: '计划行', en: 'line of the plan' },
  available: { zh: '可用', en: 'available' },
  covered: { zh: '计划内部分', en: 'covered by the plan' },
  over: { zh: '超出部分', en: 'over plan' },
  inPlan: { zh: '计划内', en: 'in plan' },
  to: { zh: '转入的计划行', en: 'line that gets it' },
};

/** What a field path is called: a field by its label, a cell as `费用明细第 2 行 · 金额` / `Items, line 2 · Amount`, a part of a budget as `预算 · 超出部分`. Pure; a dash for an unknown one. */
export function fieldLabel(definition: Definition, path: string): Bilingual {
  const [key, ...rest] = path.replace(/#$/, '').split('.');
  const field = definition.form.fields.find((candidate) => candidate.key === key);
  if (!field) return { zh: DASH, en: DASH };
  const row = rest.find((part) => /^\d+$/.test(part));
  const part = rest.find((each) => !/^\d+$/.test(each));
  const column = field.type === 'table' ? field.columns.find((candidate) => candidate.key === part) : undefined;
  const named = field.type === 'budget' && part !== undefined ? ownValue(PARTS, part) : column?.label;
  return inBoth((language) => {
    const line = row === undefined ? '' : language === 'zh' ? `第 ${Number(row) + 1} 行` : `, line ${Number(row) + 1}`;
    return `${field.label[language]}${line}${named ? ` · ${named[language]}` : ''}`;
  });
}

/** Puts fields into words, the first few by name: 「金额」「事由」等 5 项 / “Amount”, “Reason” and 3 more. Pure. */
export function fieldList(definition: Definition | null, paths: readonly string[], most = 3): Bilingual {
  const labels = definition ? paths.slice(0, most).map((path) => fieldLabel(definition, path)) : [];
  if (labels.length === 0) return { zh: `${paths.length} 项`, en: paths.length === 1 ? '1 field' : `${paths.length} fields` };
  const more = paths.length - labels.length;
  return {
    zh: labels.map((label) => `「${label.zh}」`).join('') + (more > 0 ? `等 ${paths.length} 项` : ''),
    en: labels.map((label) => `“${label.en}”`).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}
