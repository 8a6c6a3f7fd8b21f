import type { Column, Field } from './field.schema';

/** A field that is worked out from others and typed by nobody. */
export type DerivedField = Extract<Field, { type: 'money-sum' | 'days' | 'budget' }>;

/** Whether a field is worked out from others. Pure. */
export function isDerived(field: Field | Column): field is DerivedField {
  return field.type === 'money-sum' || field.type === 'days' || field.type === 'budget';
}

/** Paths of what a field is worked out from; none where people fill it in. Pure. */
export function derivedFrom(field: Field): string[] {
  if (field.type === 'money-sum') return [field.of];
  if (field.type === 'budget') {
    const { amount, to } = field;
    return [amount, ...[field, ...(to ? [to] : [])].flatMap(({ unit, category, date }) => [unit, category, date])].filter(
      (source) => typeof source === 'string',
    );
  }
  return field.type === 'days' ? [field.of, ...Object.values(field.half).filter((key) => key !== undefined)] : [];
}
