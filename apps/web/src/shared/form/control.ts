import type { Column, Field, Json } from '@countersign/domain';

/** What every control gets: one field of a definition (or column of a table), its value in wire form, and the names that tie it to its label. */
export interface ControlProps<F extends Field | Column = Field | Column> {
  field: F;
  value: Json | undefined;
  onChange(value: Json): void;
  /** Id of the element that the label names. */
  id: string;
  /** Id of the label itself: groups of controls are named by it. */
  labelId: string;
  /** Ids of hint and error. */
  describedBy?: string | undefined;
  invalid: boolean;
  disabled: boolean;
  /** Request that files belong to, once it exists. */
  requestId?: string | undefined;
}

export type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>;
export type ColumnOf<T extends Column['type']> = Extract<Column, { type: T }>;

/** The names of a control for assistive technology, as attributes. */
export const ariaOf = ({ describedBy, invalid }: Pick<ControlProps, 'describedBy' | 'invalid'>) => ({
  'aria-describedby': describedBy,
  'aria-invalid': invalid || undefined,
});
