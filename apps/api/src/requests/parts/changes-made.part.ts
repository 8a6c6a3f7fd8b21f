import type { JournalRow } from '@countersign/database';
import {
  formChanges,
  formFromWire,
  ownValue,
  wordChange,
  wordRowDecision,
  wordValueBoth,
  type FormValues,
  type Json,
  type RowDecision,
  type TransitionEvent,
} from '@countersign/domain';
import type { ChangeView } from '../dto/decision.view';
import type { ViewCase } from '../view/view-case';

/** What a transition has changed of what the requester had filled in: how it read before and after, as far as this reader sees it. */
export function changesMade(event: TransitionEvent, row: JournalRow, view: ViewCase): ChangeView[] {
  const { fields, overwritten } = row;
  const { definition, hidden, names } = view;
  if (event.type === 'rows.decided') return rowsOf(row, view);
  if (event.type === 'part.paid') return slipsOf(row, view);
  if (event.type === 'call.answered') return answeredOf(event.fields ?? [], fields ?? {}, view);
  if (event.type !== 'form.edited' || overwritten === null) return [];
  const told = event.fields.filter((key) => !hidden.has(key));
  const { values } = formFromWire(definition, fields ?? {}, { fields: told });
  const before = Object.fromEntries(Object.entries(overwritten).filter(([key]) => told.includes(key)));
  const changes = formChanges(definition, before, values).map((change) => wordChange(change, names));
  return changes.map(({ field, label, before: was, after: is }) => ({ field, label, before: was, after: is }));
}

/** What another system has filled in: how it reads, without what stood there before. */
function answeredOf(filled: readonly string[], fields: FormValues, { definition, hidden, names }: ViewCase): ChangeView[] {
  const told = filled.filter((key) => !hidden.has(key));
  const { values } = formFromWire(definition, Object.fromEntries(Object.entries(fields).filter(([key]) => told.includes(key))), {
    fields: told,
  });
  return formChanges(definition, {}, values)
    .map((change) => wordChange(change, names))
    .map(({ field, label, before, after }) => ({ field, label, before, after }));
}

/** What was decided about rows: each by its name, what it asked for, and what is left of it. */
function rowsOf({ fields, overwritten }: JournalRow, { definition, hidden, names }: ViewCase): ChangeView[] {
  return Object.entries(fields ?? {}).flatMap(([key, decisions]) => {
    const table = definition.form.fields.find((field) => field.key === key);
    const rows = ownValue(overwritten, key);
    if (hidden.has(key) || table?.type !== 'table' || !Array.isArray(rows) || !Array.isArray(decisions)) return [];
    return (decisions as unknown as RowDecision[]).map((decision) => ({
      field: `${key}.${decision.row}`,
      ...wordRowDecision(table, rows[decision.row] as Record<string, Json>, decision, names),
    }));
  });
}

/** By which slip a part was paid. */
function slipsOf({ fields }: JournalRow, { definition, hidden, names }: ViewCase): ChangeView[] {
  return Object.entries(fields ?? {}).flatMap(([key, rows]) => {
    const table = definition.form.fields.find((field) => field.key === key);
    const slip = table?.type === 'table' ? table.columns.find((column) => column.key === 'slip') : undefined;
    const [sent] = Array.isArray(rows) ? (rows as Record<string, Json>[]) : [];
    if (hidden.has(key) || !slip || !sent) return [];
    return [{ field: key, label: slip.label, before: wordValueBoth(slip, null, names), after: wordValueBoth(slip, sent['slip'], names) }];
  });
}
