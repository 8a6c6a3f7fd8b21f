import { rowsOf, type Column, type Json } from '@countersign/domain';
import { Plus } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-language';
import { parseClipboardTable } from './clipboard-table';
import { useCompanyDay } from '../typed/company-day';
import type { ControlProps, FieldOf } from '../control';
import type { ProblemAt } from '../form-problems';
import { freshId } from '../../state/sending/fresh-id';
import { blankRow, pasteCells, withCell, type Pasted, type Row } from './table-rows';
import styles from './table.module.css';
import { PastedNotice } from './pasted-notice';
import { TableRow } from './table-row';
import { TableSums } from './table-sums';

export interface TableControlProps extends ControlProps<FieldOf<'table'>> {
  problemAt: ProblemAt;
  /** Columns that the form adds up. */
  added: readonly string[];
  /** Something came in at once: what is wrong with it is said at once. */
  onTouch?: (() => void) | undefined;
}

/** Focuses a cell's control once React has drawn it. */
const focusCell = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

export function TableControl({
  field,
  value,
  onChange,
  id,
  labelId,
  disabled,
  problemAt,
  requestId,
  describedBy,
  onTouch,
  added,
}: TableControlProps) {
  const { t } = useTranslation('form');
  const words = useWords();
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const today = useCompanyDay();
  const table = useRows(field.columns, value, onChange);
  const cellId = (row: number, column: Column): string => (row === 0 && column === field.columns[0] ? id : `${id}-${row}-${column.key}`);
  const mayAdd = !disabled && table.rows.length < field.maxRows;

  const addRow = () => {
    const first = field.columns[0];
    if (!mayAdd || !first) return;
    table.put([...table.rows, blankRow(field.columns)]);
    focusCell(cellId(table.rows.length, first));
  };
  const enter = (event: KeyboardEvent, row: number, column: Column) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
    // Pickers use Enter to choose: only plain inputs move on.
    if (event.target.getAttribute('role') === 'combobox' || event.target.type === 'file' || column.type === 'yes-no') return;
    event.preventDefault();
    if (row === table.rows.length - 1) addRow();
    else focusCell(cellId(row + 1, column));
  };
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const cells = parseClipboardTable(event.clipboardData.getData('text/plain'));
    if (!cells || disabled) return;
    event.preventDefault();
    const { columns, maxRows } = field;
    const laid = pasteCells(table.rows, cells, { columns, row, column, maxRows, today: today() });
    table.put(laid.rows);
    setPasted(laid);
    onTouch?.();
  };

  return (
    <div className={`card ${styles.card}`} role="group" aria-labelledby={labelId} aria-describedby={describedBy}>
      <table className={styles.table}>
        <thead>
          <tr>
            {field.columns.map((column) => (
              <th key={column.key} scope="col" className={styles[column.type]}>
                {words(column.label)}
              </th>
            ))}
            <th className={styles.tail}>
              <span className="visually-hidden">{t('removeRows')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <TableRow
              key={table.keys[at]}
              {...{ field, row, at, disabled, requestId, problemAt }}
              cellId={(column) => cellId(at, column)}
              onCell={(column, next) => table.setCell(at, column.key, next)}
              onEnter={(event, column) => enter(event, at, column)}
              onPaste={(event, column) => paste(event, at, column)}
              onRemove={() => table.remove(at)}
            />
          ))}
        </tbody>
        {mayAdd ? <AddRow columns={field.columns.length + 1} onAdd={addRow} /> : null}
        <TableSums columns={field.columns} rows={table.rows} added={added} />
      </table>
      <PastedNotice pasted={pasted} maxRows={field.maxRows} onClose={() => setPasted(null)} />
    </div>
  );
}

function AddRow({ columns, onAdd }: { columns: number; onAdd: () => void }) {
  const { t } = useTranslation('form');
  return (
    <tbody>
      <tr>
        <td colSpan={columns}>
          <button type="button" className={`plain ${styles.add}`} onClick={onAdd}>
            <Plus size={14} aria-hidden /> {t('addRow')}
          </button>
        </td>
      </tr>
    </tbody>
  );
}

/** Rows with keys that stay with them: the value carries none. At least one row is on screen, so that there is something to type into. */
function useRows(columns: readonly Column[], value: Json | undefined, onChange: (value: Json) => void) {
  const stored = rowsOf(value);
  const rows: Row[] = stored.length === 0 ? [blankRow(columns)] : stored;
  const keys = useRef<string[]>([]);
  while (keys.current.length < rows.length) keys.current.push(freshId());
  // Uploads in several rows may end between two renders: each change starts from the newest rows.
  const newest = useRef(rows);
  newest.current = rows;
  const put = (next: Row[]) => {
    newest.current = next;
    onChange(next);
  };
  return {
    rows,
    keys: keys.current,
    put,
    setCell: (at: number, key: string, cell: Json) => put(withCell(newest.current, at, key, cell)),
    remove: (at: number) => {
      keys.current.splice(at, 1);
      put(newest.current.filter((_, index) => index !== at));
    },
  };
}
