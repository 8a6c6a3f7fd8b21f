import type { Bilingual, Json } from '../text/bilingual';
import type { Column, Field } from '../definition/fields/field.schema';
import { rowName, type FormChange } from '../form/form-changes';
import { isBlank } from '../form/blank';
import { DASH, inBoth, type Names } from './names';
import { wordValue } from './word-value';

/** A change in words: what it is about, and how it read before and after. */
export interface WordedChange {
  field: string;
  kind: FormChange['kind'];
  label: Bilingual;
  before: Bilingual;
  after: Bilingual;
}

/** Words one change since the last round. Pure. A row that came or went reads as “new: …” / “removed: …” beside a dash. */
export function wordChange(change: FormChange, names: Names): WordedChange {
  const { kind, path: field } = change;
  if (kind === 'value') return { field, kind, label: change.field.label, ...sides(change.field, change, names) };
  const name = inBoth(
    (language) => rowName(change.field, change.row) ?? (language === 'zh' ? `第 ${change.index + 1} 行` : `line ${change.index + 1}`),
  );
  if (kind === 'cell') {
    const label = inBoth((language) => `${name[language]} · ${change.column.label[language]}`);
    return { field, kind, label, ...sides(change.column, change, names) };
  }
  const blank = { zh: DASH, en: DASH };
  const { label } = change.field;
  if (kind === 'row-added') return { field, kind, label, before: blank, after: { zh: `新增「${name.zh}」`, en: `added “${name.en}”` } };
  return { field, kind, label, before: { zh: `「${name.zh}」`, en: `“${name.en}”` }, after: { zh: '已删除', en: 'removed' } };
}

function sides(
  field: Field | Column,
  { before, after }: { before: Json; after: Json },
  names: Names,
): { before: Bilingual; after: Bilingual } {
  const word = (value: Json): Bilingual => inBoth((language) => wordValue(field, value, names, language));
  const [left, right] = [word(before), word(after)];
  // Two values that read alike (four files for four others) would look like no change at all.
  return left.zh === right.zh && !isBlank(after)
    ? { before: left, after: { zh: `${right.zh}（已更换）`, en: `${right.en} (replaced)` } }
    : { before: left, after: right };
}
