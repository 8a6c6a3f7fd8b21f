import { BudgetWords, type WireBudget } from '../../words/budget-words';
import type { ControlProps, FieldOf } from '../control';
import styles from '../form.module.css';

/** What a line of a budget covers. Nobody types it: the ledger says it once the form is looked at. */
export function BudgetControl({ value, id }: ControlProps<FieldOf<'budget'>>) {
  return (
    <output id={id} className={styles.sumValue}>
      {value && typeof value === 'object' && !Array.isArray(value) ? <BudgetWords value={value as unknown as WireBudget} /> : '—'}
    </output>
  );
}
