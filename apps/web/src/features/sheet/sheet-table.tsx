import { ownValue, type Field } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../shared/api/wire';
import { decimalText } from '../../shared/format/amount';
import { useWords } from '../../shared/i18n/use-language';
import { columnTotal } from '../../shared/words/column-total';
import { FieldWords } from '../../shared/words/field-words';
import styles from './sheet.module.css';

type Table = Extract<Field, { type: 'table' }>;

const isNumeric = (type: string): boolean => type === 'money' || type === 'number';

type Marks = RequestView['form']['marks'];

interface SheetTableProps {
  table: Table;
  rows: Record<string, unknown>[];
  marks: Marks;
  /** Columns that the form adds up. */
  added: readonly string[];
}

/** A table of the form on paper, with the sums of what the form adds up. */
export function SheetTable({ table, rows, marks, added }: SheetTableProps) {
  const { t } = useTranslation('sheet');
  const words = useWords();
  const refused = new Set(marks.flatMap((mark) => (mark.refused ? [mark.row] : [])));
  const counted = rows.filter((_row, index) => !refused.has(index));
  const totals = table.columns.map((column) => (added.includes(column.key) ? columnTotal(counted, column.key) : null));
  const classOf = (type: string): string | undefined => (isNumeric(type) ? styles.right : undefined);
  return (
    <table>
      <caption className="visually-hidden">{words(table.label)}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column.type)}>
              {column.type === 'money' && column.currency === 'CNY'
                ? t('unitOfAmount', { label: words(column.label) })
                : words(column.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} data-refused={refused.has(index) || undefined}>
            {table.columns.map((column) => (
              <td key={column.key} className={classOf(column.type)}>
                <FieldWords field={column} value={ownValue(row, column.key)} short />
              </td>
            ))}
          </tr>
        ))}
        {totals.some((total) => total !== null) ? (
          <tr className={styles.total}>
            {table.columns.map((column, index) => (
              <td key={column.key} className={classOf(column.type)}>
                {totals[index] ? decimalText(totals[index]) : index === 0 ? t('total') : ''}
              </td>
            ))}
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
