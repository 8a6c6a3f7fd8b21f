import { ownValue, type Column, type Json } from '@countersign/domain';
import { X } from 'lucide-react';
import { useId, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-language';
import type { FieldOf } from '../control';
import { ControlOf } from '../control-of';
import { FileOpenerContext } from '../../files/file-opener';
import { FileView } from '../../files/file-view';
import { useFileInPlace } from '../../files/use-file-in-place';
import type { ProblemAt } from '../form-problems';
import type { Row } from './table-rows';
import styles from './table.module.css';
import { filesOf } from '../upload/use-uploads';
import { FileCell } from '../upload/file-cell';

interface TableRowProps {
  field: FieldOf<'table'>;
  row: Row;
  at: number;
  disabled: boolean;
  requestId?: string | undefined;
  problemAt: ProblemAt;
  cellId(column: Column): string;
  onCell(column: Column, value: Json): void;
  onEnter(event: KeyboardEvent, column: Column): void;
  onPaste(event: ClipboardEvent, column: number): void;
  onRemove(): void;
}

/** One row; a file of it opens under it, inside the table. */
export function TableRow({ field, row, at, disabled, problemAt, onEnter, onPaste, onRemove, ...cell }: TableRowProps) {
  const { t } = useTranslation('form');
  const { shown, openerAt, close } = useFileInPlace<'row'>();
  const isThere = shown !== null && field.columns.some(({ key }) => filesOf(ownValue(row, key)).some(({ id }) => id === shown.file.id));
  return (
    <FileOpenerContext value={openerAt('row')}>
      <tr className={styles.row}>
        {field.columns.map((column, index) => (
          <td
            key={column.key}
            data-path={`${field.key}.${at}.${column.key}`}
            className={styles[column.type]}
            onKeyDown={(event) => onEnter(event, column)}
            onPaste={(event) => onPaste(event, index)}
          >
            <TableCell
              {...cell}
              column={column}
              value={ownValue(row, column.key)}
              at={at}
              disabled={disabled}
              problem={problemAt(`${field.key}.${at}.${column.key}`)}
            />
          </td>
        ))}
        <td className={styles.tail}>
          {disabled ? null : (
            <button type="button" className={`plain ${styles.remove}`} aria-label={t('removeRow', { row: at + 1 })} onClick={onRemove}>
              <X size={16} aria-hidden />
            </button>
          )}
        </td>
      </tr>
      {isThere ? (
        <tr>
          <td colSpan={field.columns.length + 1} className={styles.opened}>
            <FileView file={shown.file} onClose={close} />
          </td>
        </tr>
      ) : null}
    </FileOpenerContext>
  );
}

interface TableCellProps extends Pick<TableRowProps, 'cellId' | 'onCell' | 'at' | 'disabled' | 'requestId'> {
  column: Column;
  value: Json | undefined;
  problem: string | null;
}

function TableCell({ column, value, at, disabled, requestId, cellId, onCell, problem }: TableCellProps) {
  const { t } = useTranslation('form');
  const words = useWords();
  const errorId = useId();
  const labelId = useId();
  const label = t('rowCell', { column: words(column.label), row: at + 1 });
  const change = (next: Json) => onCell(column, next);
  const described = problem === null ? undefined : errorId;
  const shared = { value, onChange: change, disabled, requestId, invalid: problem !== null };
  return (
    <>
      <label id={labelId} htmlFor={cellId(column)} className={styles.cellLabel}>
        <span aria-hidden>{words(column.label)}</span>
        <span className="visually-hidden">{label}</span>
      </label>
      {column.type === 'files' ? (
        <FileCell {...shared} label={label} max={column.max} />
      ) : (
        <ControlOf {...shared} field={column} id={cellId(column)} labelId={labelId} describedBy={described} />
      )}
      {problem === null ? null : (
        <span id={errorId} className={styles.problem}>
          {problem}
        </span>
      )}
    </>
  );
}
