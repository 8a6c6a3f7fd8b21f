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
  const { t } = useTranslation('request');
  const part = partIn(said);
  const labelled = (label: string) => ({ label: { zh: label, en: label }, required: true });
  const columns = [
    { key: 'amount', type: 'money', currency: view.amount?.currency, ...labelled(t('partAmount')) },
    { key: 'slip', type: 'text', ...labelled(t('partSlip')) },
  ] as Field[];
  return (
    <section aria-label={t('partNow')} className={styles.part}>
      {columns.map((column) => (
        <FieldInput
          key={column.key}
          field={column}
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
