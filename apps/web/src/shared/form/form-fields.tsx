import { fieldToWire, isDerived, ownValue, type Field, type Json } from '@countersign/domain';
import { addedColumns } from '../words/column-total';
import type { FormCheck, WireForm } from './form-check';
import { FieldInput } from './field-input';
import styles from './form.module.css';
import type { ProblemAt } from './form-problems';

interface FormFieldsProps {
  check: FormCheck;
  wire: WireForm;
  onChange(key: string, value: Json): void;
  onTouch(key: string): void;
  problemAt: ProblemAt;
  beforeAt(field: Field): string | null;
  /** Fields that whoever sent it back has asked to change. */
  asked?: readonly string[];
  disabled: boolean;
  requestId?: string | undefined;
}

const SHORT_TEXT = 100;
const wideTypes: ReadonlySet<Field['type']> = new Set<Field['type']>(['long-text', 'table', 'files']);
const isWide = (field: Field): boolean => wideTypes.has(field.type) || (field.type === 'text' && field.maxLength > SHORT_TEXT);

/** The sum of a table stands in the table's last line: it is shown on its own only where the table is not. */
const standsInTable = (field: Field, fields: readonly Field[]): boolean =>
  field.type === 'money-sum' && fields.some((other) => other.type === 'table' && field.of.startsWith(`${other.key}.`));

/** What the ledger says of a form stands beside it while it is filled in. */
const standsBeside = (field: Field, { values }: FormCheck): boolean => field.type === 'budget' && ownValue(values, field.key) === undefined;

const workedOut = (field: Field, { values }: FormCheck): Json | undefined =>
  ownValue(values, field.key) === undefined ? undefined : fieldToWire(field, ownValue(values, field.key) as Json);

/** A form made from its definition: the fields on screen in order, short ones in pairs where there is room. */
export function FormFields({ check, wire, onChange, onTouch, problemAt, beforeAt, asked = [], disabled, requestId }: FormFieldsProps) {
  return (
    <div className={styles.fields}>
      {check.shown
        .filter((field) => !standsInTable(field, check.shown) && !standsBeside(field, check))
        .map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            value={isDerived(field) ? workedOut(field, check) : ownValue(wire, field.key)}
            onChange={(value) => onChange(field.key, value)}
            onTouch={() => onTouch(field.key)}
            required={check.required.has(field.key)}
            asked={asked.includes(field.key)}
            before={beforeAt(field)}
            added={addedColumns(field.key, check.shown)}
            className={isWide(field) ? styles.wide : undefined}
            {...{ disabled, problemAt, requestId }}
          />
        ))}
    </div>
  );
}
