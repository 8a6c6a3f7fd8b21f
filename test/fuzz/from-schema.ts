import type { Dice } from '../support/dice';

/** A schema of the OpenAPI document, as far as it is read here. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  pattern?: string;
}

/** What a value of that name would be in this world: an id that exists, a form that could be submitted. Undefined: nothing is known. */
export type Known = (name: string, schema: Schema, dice: Dice) => unknown;

interface Place {
  schemas: Record<string, Schema>;
  known: Known;
  dice: Dice;
}

const DEEPEST = 7;

/** A value that the schema would let pass, as far as the schema says. */
export function fromSchema(place: Place, schema: Schema, name = '', depth = 0): unknown {
  const { dice, known, schemas } = place;
  const there = known(name, schema, dice);
  if (there !== undefined && dice.chance(0.85)) return there;
  if (schema.$ref) return fromSchema(place, schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, name, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return dice.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fromSchema(place, depth > DEEPEST ? (choices[0] ?? {}) : dice.pick(choices), name, depth + 1);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => fromSchema(place, part, name, depth + 1))) as object;
  const type = Array.isArray(schema.type) ? dice.pick(schema.type) : (schema.type ?? (schema.properties ? 'object' : 'string'));
  return ofType(place, { ...schema, type }, name, depth);
}

function ofType(place: Place, schema: Schema, name: string, depth: number): unknown {
  const { dice } = place;
  switch (schema.type) {
    case 'object':
      return objectOf(place, schema, depth);
    case 'array':
      return Array.from({ length: depth > DEEPEST ? 0 : dice.whole(4) }, () => fromSchema(place, schema.items ?? {}, name, depth + 1));
    case 'integer':
    case 'number':
      return (schema.minimum ?? 0) + dice.whole(Math.min(1_000, (schema.maximum ?? 1_000) - (schema.minimum ?? 0) + 1));
    case 'boolean':
      return dice.chance(0.5);
    case 'null':
      return null;
    default:
      return textOf(schema, dice);
  }
}

function objectOf(place: Place, schema: Schema, depth: number): object {
  const { dice } = place;
  const required = new Set(schema.required ?? []);
  const members = Object.entries(schema.properties ?? {}).filter(([name]) => required.has(name) || (depth <= DEEPEST && dice.chance(0.5)));
  return Object.fromEntries(members.map(([name, member]) => [name, fromSchema(place, member, name, depth + 1)]));
}

function textOf({ format, maxLength }: Schema, dice: Dice): string {
  if (format === 'uuid') return `0196f3a0-0000-7000-8000-${String(dice.whole(1e12)).padStart(12, '0')}`;
  if (format === 'date') return `2026-${String(1 + dice.whole(12)).padStart(2, '0')}-${String(1 + dice.whole(28)).padStart(2, '0')}`;
  if (format === 'date-time') return new Date(1_790_000_000_000 + dice.whole(1e9) * 1_000).toISOString();
  const word = dice.pick([
    '陈列道具',
    'store',
    'expense-reimbursement',
    '12300.00',
    'a',
    'approve-by-owner',
    '李',
    'BX-2026-0001',
    'x y z',
    '已',
  ]);
  return word.slice(0, maxLength ?? word.length);
}

/** The same value with something wrong in some place of it: another value, a member more or fewer. */
export function spoilt(value: unknown, dice: Dice, hostile: (dice: Dice) => unknown): unknown {
  if (typeof value !== 'object' || value === null || dice.chance(0.2)) return hostile(dice);
  if (Array.isArray(value)) {
    if (value.length === 0 || dice.chance(0.2)) return [...(value as unknown[]), hostile(dice)];
    const at = dice.whole(value.length);
    return (value as unknown[]).map((item, index) => (index === at ? spoilt(item, dice, hostile) : item));
  }
  const names = Object.keys(value);
  const copy = { ...(value as Record<string, unknown>) };
  if (names.length === 0 || dice.chance(0.15)) return { ...copy, [nameOf(hostile(dice))]: hostile(dice) };
  const name = dice.pick(names);
  if (dice.chance(0.15)) delete copy[name];
  else copy[name] = spoilt(copy[name], dice, hostile);
  return copy;
}

/** Anything as the name of a member. */
const nameOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80);
