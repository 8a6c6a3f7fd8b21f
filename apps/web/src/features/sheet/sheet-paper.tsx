import { ownValue, type Field } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import type { RequestView, Timeline } from '../../shared/api/wire';
import { amountInWords } from '../../shared/format/amount-in-words';
import { amountText } from '../../shared/format/amount';
import { calendarText, stampText } from '../../shared/format/moment';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { Stamp } from '../../shared/kit/seal';
import { useMe } from '../../shared/state/session';
import { addedColumns } from '../../shared/words/column-total';
import { FieldWords, isBlankValue } from '../../shared/words/field-words';
import { useRepairs } from '../../shared/words/use-repairs';
import { digestText } from './digest-text';
import { SheetTable } from './sheet-table';
import styles from './sheet.module.css';
import { useSheetTitle } from './use-sheet-title';

type Table = Extract<Field, { type: 'table' }>;
type Cell = { key: string; label: string; value: React.ReactNode; long: boolean };

/** More than half a line of a sheet holds. */
const isLong = (text: string): boolean => text.length > 60 || text.includes('\n');

function Head({ view }: { view: RequestView }) {
  const { t } = useTranslation('sheet');
  const words = useWords();
  const title = useSheetTitle(view);
  const { company } = useMe();
  const place = [words(company), view.unit ? words(view.unit) : null].filter(Boolean).join(' · ');
  return (
    <header className={styles.head}>
      <div>
        <h1>{title}</h1>
        <p>
          {place}
          <span className={styles.version}>{t('version', { version: view.definition.version })}</span>
        </p>
      </div>
      <div className={styles.number}>
        <b>{view.number}</b>
        <p>{t('printedOn', { date: calendarText(new Date()) })}</p>
      </div>
    </header>
  );
}

/** The decision sentence, the amount in formal words behind the figures as vouchers demand. */
function Sentence({ view }: { view: RequestView }) {
  const { t } = useTranslation('sheet');
  const language = useLanguage();
  const figures = view.amount ? amountText(view.amount, language) : '';
  const formal = view.amount && language === 'zh' ? amountInWords(view.amount) : null;
  const [before = '', ...after] = figures ? view.sentence[language].split(figures) : [view.sentence[language]];
  if (after.length === 0) return <p className={styles.sentence}>{before}</p>;
  return (
    <p className={styles.sentence}>
      {before}
      <b>{figures}</b>
      {formal ? t('inWords', { words: formal }) : ''}
      {after.join(figures)}
    </p>
  );
}

function useCells(view: RequestView): Cell[] {
  const { t } = useTranslation('sheet');
  const words = useWords();
  const { fields, values } = view.form;
  const said = new Set(view.facts.map((fact) => fact.field));
  const rest = fields.filter(
    (field) => field.type !== 'table' && field.type !== 'money-sum' && !said.has(field.key) && !isBlankValue(ownValue(values, field.key)),
  );
  return [
    {
      key: 'requester',
      label: t('requester'),
      value: [words(view.requester.name), view.requester.title ? words(view.requester.title) : ''].join('　').trim(),
      long: false,
    },
    ...view.facts.map((fact) => ({
      key: fact.field,
      label: words(fact.label),
      value: words(fact.value),
      long: isLong(words(fact.value)),
    })),
    ...rest.map((field) => ({
      key: field.key,
      label: words(field.label),
      value: <FieldWords field={field} value={ownValue(values, field.key)} />,
      long: isLong(String(ownValue(values, field.key))),
    })),
  ];
}

/** Two to a line; what is long gets a line of its own, below. */
function linesOf(cells: Cell[]): Cell[][] {
  const short = cells.filter(({ long }) => !long);
  const pairs = Array.from({ length: Math.ceil(short.length / 2) }, (_, index) => short.slice(index * 2, index * 2 + 2));
  return [...pairs, ...cells.filter(({ long }) => long).map((cell) => [cell])];
}

function Facts({ view }: { view: RequestView }) {
  const lines = linesOf(useCells(view));
  return (
    <table className={styles.facts}>
      <tbody>
        {lines.map((line) => (
          <tr key={line[0]?.key}>
            {line.flatMap((cell) => [
              <th key={`${cell.key}-label`} scope="row">
                {cell.label}
              </th>,
              <td key={cell.key} colSpan={line.length === 1 ? 3 : 1}>
                {cell.value}
              </td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decisions({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation('sheet');
  const { t: request } = useTranslation('request');
  const language = useLanguage();
  const words = useWords();
  const rows = timeline.items.filter(
    ({ n, person, skipped, action }) => n !== null && person !== null && skipped === null && action !== 'copy.sent',
  );
  const resultOf = ({ stance, step, text, amount }: Timeline['items'][number]): string =>
    stance ? request(`stance-${stance}`) : step ? words(text) : amount ? amountText(amount, language) : '';
  return (
    <table className={styles.decisions}>
      <caption className="visually-hidden">{t('decisions')}</caption>
      <thead>
        <tr>
          {(['step', 'person', 'result', 'comment', 'time'] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((item, index) => (
          <tr key={`${item.n}-${index}`}>
            <td>{words(item.step ?? item.text)}</td>
            <td>
              {item.person
                ? [words(item.person.name), item.person.title ? words(item.person.title) : ''].filter(Boolean).join(t('apart'))
                : ''}
            </td>
            <td className={styles.result}>{resultOf(item)}</td>
            <td>{item.comment}</td>
            <td className={styles.time}>{stampText(item.at, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What operators have done to it stands on paper too. */
function Repairs({ view }: { view: RequestView }) {
  const { t } = useTranslation(['supervision', 'request']);
  const lines = useRepairs(view.repairs);
  if (lines.length === 0) return null;
  return <p className={styles.repaired}>{t('repairedBy', { repairs: lines.join(t('request:joiner')) })}</p>;
}

/** One request on paper: number, sentence, facts, tables, decisions with names and dates, the seal, the digest. */
export function SheetPaper({ view, timeline }: { view: RequestView; timeline: Timeline }) {
  const { t } = useTranslation('sheet');
  const tables = view.form.fields.filter(
    (field): field is Table => field.type === 'table' && !isBlankValue(ownValue(view.form.values, field.key)),
  );
  return (
    <article className={styles.paper}>
      <Head view={view} />
      <Sentence view={view} />
      <Facts view={view} />
      {tables.map((table) => (
        <SheetTable
          added={addedColumns(table.key, view.form.fields)}
          key={table.key}
          table={table}
          rows={ownValue(view.form.values, table.key) as Record<string, unknown>[]}
          marks={view.form.marks.filter(({ field }) => field === table.key)}
        />
      ))}
      <Decisions timeline={timeline} />
      <Repairs view={view} />
      {view.outcome ? (
        <p className={styles.seal}>
          <Stamp outcome={view.outcome} size="sheet" />
        </p>
      ) : (
        <p className={styles.unfinished}>{t('unfinished')}</p>
      )}
      <footer className={styles.foot}>
        <span>{t('digest', { hash: digestText(view.contentHash ?? '') })}</span>
        <span>{t('page', { page: 1, pages: 1 })}</span>
      </footer>
    </article>
  );
}
