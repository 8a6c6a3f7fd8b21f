import type { Definition } from '../definition/definition.schema';
import type { Column, Field } from '../definition/fields/field.schema';
import { fromMinor, isMoney } from '../money/money';
import type { FormValues } from '../request/request-state';
import type { Bilingual, Json } from '../text/bilingual';
import { canonicalText } from '../text/canonical-text';
import { beginningOf } from '../text/cut-text';
import { lineTells } from './template';
import { ownValue } from '../text/own-value';

/** Signs that search keeps of one request; what is longer is found by its beginning. */
const LONGEST = 4_000;

/**
 * What search reads of a request, one piece a line, in canonical spelling: its line of lists, its process, and every text, number, amount, date and
 * chosen option of the form, those of table rows included. Fields that some step hides are left out, and the line of lists where it tells one:
 * nobody may find by guessing what is not shown to them. Amounts stand as plain decimals. Pure; at most 4,000 signs.
 */
export function searchText(definition: Definition, title: Bilingual | null, values: FormValues, hidden: ReadonlySet<string>): string {
  const tells = lineTells(definition, hidden);
  const named = [...(tells || title === null ? [] : bilingual(title)), ...bilingual(definition.title)];
  const shown = definition.form.fields.filter(({ key }) => !hidden.has(key));
  const written = shown.flatMap((field) => piecesOf(field, ownValue(values, field.key)));
  const pieces = [...new Set([...named, ...written].map(canonicalText))].filter((piece) => piece !== '');
  return beginningOf(pieces.join('\n'), LONGEST);
}

const bilingual = ({ zh, en }: Bilingual): string[] => [zh, en];

/** The readable pieces of one value; ids of people, units, requests and files are none. */
function piecesOf(field: Field | Column, value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  switch (field.type) {
    case 'text':
    case 'long-text':
    case 'number':
    case 'days':
    case 'date':
      return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
    case 'money':
    case 'money-sum':
      return isMoney(value) ? [fromMinor(BigInt(value.minor), value.currency)] : [];
    case 'date-range':
      return isRecord(value) ? [value['from'], value['to']].filter((day) => typeof day === 'string') : [];
    case 'choice':
      return field.options.filter((option) => option.value === value).flatMap(({ label }) => bilingual(label));
    case 'table':
      return Array.isArray(value) ? value.flatMap((row) => field.columns.flatMap((column) => cellOf(column, row))) : [];
    case 'budget':
    case 'yes-no':
    case 'person':
    case 'people':
    case 'unit':
    case 'files':
    case 'request':
      return [];
  }
}

function cellOf(column: Column, row: Json): string[] {
  return isRecord(row) && Object.hasOwn(row, column.key) ? piecesOf(column, ownValue(row, column.key)) : [];
}

const isRecord = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value);
