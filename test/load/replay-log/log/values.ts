import { currencyDecimals, type Definition, type Field, type Json } from '@countersign/domain';
import type { Literal, Lookahead, NameSource, Source } from '../mapping/mapping.schema';
import type { Attributes } from './xes';

type AnyField = Pick<Field, 'key' | 'type'> & { currency?: string; decimals?: number; columns?: readonly AnyField[] };

/** What a value may be taken from: one event of a case, its case, and what comes after it. */
export interface Surroundings {
  event: Attributes;
  trace: Attributes;
  /** Activities after this event, in order. */
  later: readonly string[];
  /** Id of a person or unit by its key. */
  idOf(kind: 'person' | 'unit', key: string): string;
}

export interface Taken {
  values: Record<string, Json>;
  /** A later event decided a value, and decided it differently from what would have been written without it. */
  lookedAhead: boolean;
}

/** The values of some fields, in the form that the API takes. A source that has nothing to say leaves its field out. */
export function takeValues(sources: Record<string, Source>, definition: Definition, around: Surroundings): Taken {
  const taken: Taken = { values: {}, lookedAhead: false };
  for (const [key, source] of Object.entries(sources)) {
    const field = definition.form.fields.find((candidate) => candidate.key === key);
    if (!field) throw new Error(`Expected a field ${key}, but the definition has none`);
    if ('lookahead' in source && decidedBy(source.lookahead, around.later) !== undefined) {
      taken.lookedAhead ||= decidedBy(source.lookahead, around.later) !== source.lookahead.otherwise;
    }
    const value = take(source, field, around);
    if (value !== undefined) taken.values[key] = value;
  }
  return taken;
}

function take(source: Source, field: AnyField, around: Surroundings): Json | undefined {
  if ('rows' in source) return source.rows.map((row) => takeRow(row, field, around));
  const raw = rawOf(source, around);
  return raw === undefined ? undefined : worded(raw, field, around);
}

function takeRow(row: Record<string, Source>, table: AnyField, around: Surroundings): Json {
  const cells: Record<string, Json> = {};
  for (const [key, source] of Object.entries(row)) {
    const column = table.columns?.find((candidate) => candidate.key === key);
    if (!column) throw new Error(`Expected ${table.key} to have a column ${key}, but it has none`);
    const value = take(source, column, around);
    if (value !== undefined) cells[key] = value;
  }
  return cells;
}

type Raw = Literal | unknown[] | Record<string, unknown>;

function rawOf(source: Exclude<Source, { rows: unknown }>, { event, trace, later }: Omit<Surroundings, 'idOf'>): Raw | undefined {
  if ('value' in source) return source.value;
  if ('lookahead' in source) return decidedBy(source.lookahead, later) ?? source.lookahead.otherwise;
  const text =
    source.of === 'case'
      ? trace[source.attribute]
      : source.of === 'event'
        ? event[source.attribute]
        : (event[source.attribute] ?? trace[source.attribute]);
  if (text === undefined) return source.otherwise;
  if (!source.values) return text;
  return Object.hasOwn(source.values, text) ? source.values[text] : source.otherwise;
}

/** The name that is meant; undefined where the log does not say it. */
export function nameOf(source: NameSource, around: Pick<Surroundings, 'event' | 'trace'>): string | undefined {
  if (typeof source === 'string') return source;
  const said = rawOf(source, { ...around, later: [] });
  return said === undefined ? undefined : String(said as Literal);
}

/** What the first telling later event says; undefined when none tells. */
export function decidedBy(lookahead: Lookahead, later: readonly string[]): Literal | undefined {
  for (const activity of later) {
    if (Object.hasOwn(lookahead.values, activity)) return lookahead.values[activity];
    if (lookahead.until.includes(activity)) return undefined;
  }
  return undefined;
}

function worded(raw: Raw, field: AnyField, around: Surroundings): Json {
  if (typeof raw === 'object') return raw as Json;
  switch (field.type) {
    case 'money':
      return { amount: roundDecimal(String(raw), currencyDecimals(field.currency ?? 'CNY')), currency: field.currency ?? 'CNY' };
    case 'number':
      return Number(roundDecimal(String(raw), field.decimals ?? 0));
    case 'date':
      return String(raw).slice(0, 10);
    case 'date-range':
      return { from: String(raw).slice(0, 10), to: String(raw).slice(0, 10) };
    case 'yes-no':
      return typeof raw === 'boolean' ? raw : ['true', '1', 'yes', 'y'].includes(String(raw).toLowerCase());
    case 'person':
    case 'unit':
      return around.idOf(field.type, String(raw));
    default:
      return typeof raw === 'boolean' ? raw : String(raw);
  }
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * A decimal number with just so many decimals, exactly, half away from zero: 26.855 → 26.86, -0.005 → -0.01.
 * Throws on anything that is no number.
 */
export function roundDecimal(text: string, decimals: number): string {
  const match = DECIMAL.exec(text.trim());
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (!match || whole + fraction === '') throw new Error(`Expected a number, but got “${text}”`);
  const digits = BigInt(whole + fraction || '0');
  const shift = decimals - fraction.length + Number(exponent);
  const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : halfUp(digits, 10n ** BigInt(-shift));
  const padded = scaled.toString().padStart(decimals + 1, '0');
  const rounded = decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
  return sign === '-' && scaled > 0n ? `-${rounded}` : rounded;
}

function halfUp(value: bigint, divisor: bigint): bigint {
  return (value * 2n + divisor) / (divisor * 2n);
}
