import { daysText } from '@countersign/domain';
import { useLanguage } from '../../i18n/use-language';
import type { ControlProps, FieldOf } from '../control';
import styles from '../form.module.css';

/** How many days a range has. Nobody types it. */
export function DaysControl({ value, id }: ControlProps<FieldOf<'days'>>) {
  const language = useLanguage();
  return (
    <output id={id} className={styles.sumValue}>
      {typeof value === 'number' ? daysText(value, language) : '—'}
    </output>
  );
}
