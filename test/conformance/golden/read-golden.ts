import { PERSON_OPERATIONS } from '@countersign/domain';
import type { Act, Golden, GoldenText, Row, WireForm } from './golden';

/** Everything that somebody can do, as the registry has it. */
const VERBS = PERSON_OPERATIONS.map(({ type }) => type);
/** Options that are a word or a text, as they stand. */
const BARE = ['of', 'to', 'comment', 'step', 'item', 'person', 'from'] as const;
/** `key=value` with a bare word, a quoted text or a JSON object as value. */
const OPTION = /(\w+)=(“[^”]*”|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|\S+)/g;

/** Reads tables of one definition. Throws on a row that the format does not know, with its text. */
export function readGolden(definition: string, tables: readonly GoldenText[]): Golden[] {
  return tables.map((table) => ({ name: table.name, definition, rows: readRows(table) }));
}

function readRows(table: GoldenText): Row[] {
  const lines = table.rows.split('\n').map((line) => line.trim());
  const rows: Row[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('→')) continue;
    const result = lines[index + 1]?.startsWith('→') ? lines[index + 1]?.slice(1).trim() : undefined;
    rows.push(readRow(line, result, table));
  }
  return rows;
}

function readRow(line: string, result: string | undefined, table: GoldenText): Row {
  const [by = '', verb = ''] = line.split(/\s+/);
  if (by === 'change') return { change: named(table.changes ?? {}, verb, line) };
  if (result === undefined) throw new Error(`Expected what comes of “${line}” on the line below it, but there is nothing`);
  const { of, ...options } = optionsOf(line, table);
  if (by === 'grace') return { passes: 'grace', ...(of ? { of } : {}), ...outcomeOf(result) };
  if (by === 'ledger') return { replies: verb === 'refuses' ? 'no' : 'yes', ...(of ? { of } : {}), ...outcomeOf(result) };
  const does = VERBS.find((known) => known === verb);
  if (!does) throw new Error(`Expected a command in “${line}”, but “${verb}” is none`);
  const act: Act = { by, does, ...(of ? { of } : {}), ...options };
  return result.startsWith('refused ') ? { ...act, refused: result.slice('refused '.length) } : { ...act, ...outcomeOf(result) };
}

function outcomeOf(result: string): { events: string[]; waits: string } {
  const [events = '', waits = ''] = result.split('⇒').map((part) => part.trim());
  return { events: events === '' ? [] : events.split(' · '), waits };
}

function optionsOf(line: string, table: GoldenText): Omit<Act, 'by' | 'does'> {
  const options: Omit<Act, 'by' | 'does'> = {};
  for (const [, key = '', raw = ''] of line.matchAll(OPTION)) {
    const value = raw.replace(/^“|”$/g, '');
    if (key === 'form') options.form = named(table.forms, value, line);
    else if (key === 'fields') options.fields = fieldsOf(value);
    else if (key === 'shown') options.shownBefore = value === 'before';
    else if (BARE.find((known) => known === key)) options[key as (typeof BARE)[number]] = value;
    else if (key === 'resume') options.resume = value as Act['resume'] & string;
    else if (key === 'stance') options.stance = value as Act['stance'] & string;
    else throw new Error(`Expected a known option in “${line}”, but “${key}” is none`);
  }
  return options;
}

function fieldsOf(json: string): NonNullable<Act['fields']> {
  const fields = JSON.parse(json) as WireForm;
  return () => fields;
}

function named<Value>(values: Record<string, Value>, name: string, line: string): Value {
  const value = values[name];
  if (value === undefined) throw new Error(`Expected “${name}” of “${line}” to be named in its table, but it is not`);
  return value;
}
