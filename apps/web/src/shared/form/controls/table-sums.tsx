import type { Column } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { Money } from '../../kit/money';
import { columnSum, type Row } from '../table-rows';
import styles from '../table.module.css';

/** The last line: the total of each money column, under it. */
export function TableSums({ columns, rows }: { columns: readonly Column[]; rows: readonly Row[] }) {
  const { t } = useTranslation('form');
  if (!columns.some(({ type }) => type === 'money')) return null;
  const first = columns.findIndex(({ type }) => type === 'money');
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
            {column.type === 'money' ? <Money amount={{ amount: columnSum(rows, column), currency: column.currency }} cents /> : null}
          </td>
        ))}
        <td className={styles.tail} />
      </tr>
    </tfoot>
  );
}
