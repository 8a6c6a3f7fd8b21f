import { ownValue, type Field, type Json } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../shared/api/wire';
import { FieldInput } from '../../../shared/form';
import styles from '../operation/operation.module.css';
import { partIn } from './part-said';

interface PartProps {
  view: RequestView;
  /** The table that keeps the parts. */
  table: string;
  said: Json | undefined;
  onChange: (table: string, said: Json) => void;
}

/** How much is paid now, and by which slip; the day is that of the press. */
export function PartAsk({ view, table: key, said, onChange }: PartProps) {
  const { t } = useTranslation('payments');
  const table = view.form.fields.find((field) => field.key === key);
  if (table?.type !== 'table') return null;
  const part = partIn(said);
  return (
    <section aria-label={t('part')} className={styles.part}>
      {table.columns
        .filter((column) => column.key !== 'paidOn')
        .map((column) => (
          <FieldInput
            key={column.key}
            field={column as Field}
            value={ownValue(part, column.key)}
            required
            onChange={(value) => onChange(key, [{ ...part, [column.key]: value }])}
            problemAt={() => null}
            requestId={view.id}
          />
        ))}
    </section>
  );
}
