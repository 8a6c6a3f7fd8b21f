import { isDerived, type Field, type Json } from '@countersign/domain';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../kit/chip';
import { useWords } from '../i18n/use-language';
import { ControlOf, TableOf } from './control-of';
import styles from './form.module.css';
import type { ProblemAt } from './form-problems';

interface FieldInputProps {
  field: Field;
  /** In wire form: money as `{ amount, currency }`. */
  value: Json | undefined;
  onChange(value: Json): void;
  /** Whether a star says that it must be filled. A condition is worked out by the form; alone it counts as no. */
  required?: boolean;
  disabled?: boolean;
  /** What is wrong at a path (`amount`, `items.0.amount`), in words. */
  problemAt?: ProblemAt;
  /** Whoever sent it back has asked for a change of it. */
  asked?: boolean;
  /** What the field said in the last round, where it says something else now. */
  before?: string | null;
  onTouch?(): void;
  /** Columns of a table that the form adds up. */
  added?: readonly string[];
  requestId?: string | undefined;
  className?: string | undefined;
}

const nothingWrong: ProblemAt = () => null;
const grouped: ReadonlySet<Field['type']> = new Set<Field['type']>(['table', 'yes-no', 'files']);

/** One field of a definition: label on top, control, hint and error in words. */
export function FieldInput({ field, value, onChange, disabled = false, problemAt = nothingWrong, ...rest }: FieldInputProps) {
  const id = useId();
  const problem = problemAt(field.key);
  const described = problem === null ? undefined : `${id}-problem`;
  const control = {
    value,
    onChange,
    id,
    labelId: `${id}-label`,
    describedBy: described,
    invalid: problem !== null,
    disabled,
    requestId: rest.requestId,
  };
  return (
    <div className={`${styles.field} ${rest.className ?? ''}`} onBlur={rest.onTouch} data-field={field.key}>
      <FieldLabel
        id={id}
        field={field}
        required={rest.required ?? field.required === true}
        asked={rest.asked === true}
        before={rest.before ?? null}
      />
      {field.type === 'table' ? (
        <TableOf {...control} field={field} problemAt={problemAt} onTouch={rest.onTouch} added={rest.added ?? []} />
      ) : (
        <ControlOf {...control} field={field} />
      )}
      {problem === null ? null : (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

interface LabelProps {
  id: string;
  field: Field;
  required: boolean;
  asked: boolean;
  before: string | null;
}

function FieldLabel({ id, field, required, asked, before }: LabelProps) {
  const { t } = useTranslation('form');
  const words = useWords();
  const text = (
    <>
      {words(field.label)}
      {required ? (
        <span className={styles.star}>
          {' '}
          <span aria-hidden>*</span>
          <span className="visually-hidden">{t('required')}</span>
        </span>
      ) : null}
    </>
  );
  return (
    <div className={styles.label}>
      {grouped.has(field.type) || isDerived(field) ? (
        <span id={`${id}-label`}>{text}</span>
      ) : (
        <label id={`${id}-label`} htmlFor={id}>
          {text}
        </label>
      )}
      {field.hint ? <span className={styles.note}>{words(field.hint)}</span> : null}
      {asked && before === null ? <Chip tone="amber">{t('asked')}</Chip> : null}
      {before === null ? null : (
        <span className={styles.was}>
          <Chip tone="amber">{t('changed')}</Chip> {before === '' ? null : t('before', { value: before })}
        </span>
      )}
    </div>
  );
}
