import type { Column } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../../kit/money';
import type { ColumnOf } from '../control';
import { columnSum, type Row } from './table-rows';
import styles from './table.module.css';

/** A total, and of how many cells it does not know. */
function ColumnSum({ rows, column }: { rows: readonly Row[]; column: ColumnOf<'money'> }) {
  const { t } = useTranslation('form');
  const { amount, without } = columnSum(rows, column);
  return (
    <>
      <MoneyText amount={{ amount, currency: column.currency }} cents />
      {without > 0 ? <small className={styles.without}>{t('sumWithout', { count: without })}</small> : null}
    </>
  );
}

interface TableSumsProps {
  columns: readonly Column[];
  rows: readonly Row[];
  /** Columns that the form adds up. */
  added: readonly string[];
}

/** The last line: the total of each column that the form adds up, under it. */
export function TableSums({ columns, rows, added }: TableSumsProps) {
  const { t } = useTranslation('form');
  const first = columns.findIndex(({ key }) => added.includes(key));
  if (first < 0) return null;
  return (
    <tfoot>
      <tr className={styles.sum}>
        {first > 0 ? (
          <th scope="row" colSpan={first}>
            {t('sum')}
          </th>
        ) : null}
        {columns.slice(first).map((column) => (
          <td key={column.key} className={styles[column.type]}>
            {column.type === 'money' && added.includes(column.key) ? <ColumnSum rows={rows} column={column} /> : null}
          </td>
        ))}
        <td className={styles.tail} />
      </tr>
    </tfoot>
  );
}
