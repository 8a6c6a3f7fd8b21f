import { ownValue, type Field } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../shared/api/wire';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { addedColumns, columnTotal } from '../../../shared/words/column-total';
import { FieldWords, isBlankValue } from '../../../shared/words/field-words';
import { FileOpenerContext } from '../../../shared/files/file-opener';
import { FileView } from '../../../shared/files/file-view';
import styles from './form-content.module.css';
import { useFileInPlace } from '../../../shared/files/use-file-in-place';

type Table = Extract<Field, { type: 'table' }>;
type Row = Record<string, unknown>;

const isNumeric = (type: string): boolean => type === 'money' || type === 'number';

type Marks = RequestView['form']['marks'];
const marksAt = (marks: Marks, row: number): Marks => marks.filter((mark) => mark.row === row);

/** What an amount was before it was cut, each time; what was asked for first. */
function WasCut({ marks, column }: { marks: Marks; column: string }) {
  const language = useLanguage();
  return [...marks].reverse().map((mark, index) =>
    mark.was && mark.column === column ? (
      <del key={index} className={styles.was}>
        {amountText(mark.was, language)}
      </del>
    ) : null,
  );
}

/** Who refused the row or cut its amount, and why; in the order in which it was done. */
function RowMarks({ marks, columns }: { marks: Marks; columns: number }) {
  const { t } = useTranslation('request');
  const words = useWords();
  return [...marks].reverse().map((mark, index) => (
    <tr key={index} role="row" className={styles.marked}>
      <td role="cell" colSpan={columns}>
        {t(mark.refused ? 'rowRefused' : 'rowCut', { name: words(mark.by.name), reason: mark.reason })}
      </td>
    </tr>
  ));
}

function TotalRow({ table, rows, added }: { table: Table; rows: Row[]; added: readonly string[] }) {
  const { t } = useTranslation('request');
  const language = useLanguage();
  const totals = table.columns.map((column) => (added.includes(column.key) ? columnTotal(rows, column.key) : null));
  if (totals.every((total) => total === null)) return null;
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        {table.columns.map((column, index) => {
          const total = totals[index];
          const words = total ? amountText(total, language) : index === 0 ? t('total') : '';
          return (
            <td key={column.key} role="cell" className={isNumeric(column.type) ? styles.right : undefined}>
              {words}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

/** The roles are said because a phone lays the rows out as lines, which takes them away. */
function TableCard({ table, rows, marks, added }: { table: Table; rows: Row[]; marks: Marks; added: readonly string[] }) {
  const words = useWords();
  const files = useFileInPlace<number>();
  return (
    <div className={`card ${styles.table}`} role="region" aria-label={words(table.label)} tabIndex={0}>
      <table role="table">
        <caption className="visually-hidden">{words(table.label)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {table.columns.map((column) => (
              <th key={column.key} role="columnheader" scope="col" className={isNumeric(column.type) ? styles.right : undefined}>
                {words(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <FileOpenerContext key={index} value={files.openerAt(index)}>
              <tr role="row" data-refused={marksAt(marks, index).some(({ refused }) => refused) || undefined}>
                {table.columns.map((column) => (
                  <td
                    key={column.key}
                    role="cell"
                    className={isNumeric(column.type) ? styles.right : undefined}
                    data-label={words(column.label)}
                  >
                    <WasCut marks={marksAt(marks, index)} column={column.key} />
                    <FieldWords field={column} value={ownValue(row, column.key)} short />
                  </td>
                ))}
              </tr>
              <RowMarks marks={marksAt(marks, index)} columns={table.columns.length} />
              {files.shown?.place === index ? (
                <tr role="row" className={styles.opened}>
                  <td role="cell" colSpan={table.columns.length}>
                    <FileView file={files.shown.file} onClose={files.close} />
                  </td>
                </tr>
              ) : null}
            </FileOpenerContext>
          ))}
        </tbody>
        <TotalRow table={table} added={added} rows={rows.filter((_row, index) => marksAt(marks, index).every(({ refused }) => !refused))} />
      </table>
    </div>
  );
}

/** The whole form as it was submitted: what the facts and the bars of its budget do not say already, then the tables. */
export function FormContent({ view, budgetShown }: { view: RequestView; budgetShown: boolean }) {
  const words = useWords();
  const { fields, values } = view.form;
  const said = new Set(view.facts.map((fact) => fact.field));
  const rest = fields.filter(
    (field) =>
      field.type !== 'table' &&
      field.type !== 'files' &&
      field.type !== 'money-sum' &&
      !(field.type === 'budget' && budgetShown) &&
      !said.has(field.key) &&
      !isBlankValue(ownValue(values, field.key)),
  );
  const tables = fields.filter((field): field is Table => field.type === 'table' && !isBlankValue(ownValue(values, field.key)));
  if (rest.length + tables.length === 0) return null;
  return (
    <div className={styles.content}>
      {rest.length > 0 ? (
        <dl className={`card ${styles.rest}`}>
          {rest.map((field) => (
            <div
              key={field.key}
              data-long={field.type === 'long-text' || (field.type === 'text' && String(ownValue(values, field.key)).length > 12)}
            >
              <dt>{words(field.label)}</dt>
              <dd>
                <FieldWords field={field} value={ownValue(values, field.key)} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {tables.map((table) => (
        <TableCard
          key={table.key}
          table={table}
          rows={ownValue(values, table.key) as Row[]}
          marks={view.form.marks.filter(({ field }) => field === table.key)}
          added={addedColumns(table.key, fields)}
        />
      ))}
    </div>
  );
}
