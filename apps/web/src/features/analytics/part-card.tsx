import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnalyticsSearch, Part } from './analytics-search';
import styles from './analytics-page.module.css';

export interface PartProps {
  search: AnalyticsSearch;
  onChange: (change: Partial<AnalyticsSearch>) => void;
}

interface CardProps extends PartProps {
  part: Part;
  /** What it says, in words. */
  title: string;
  hint?: string;
  picture: ReactNode;
  table: ReactNode;
}

/** A part of the page: what it says in words, the picture, and its table one press away. */
export function PartCard({ part, title, hint, picture, table, search, onChange }: CardProps) {
  const { t } = useTranslation('analytics');
  const shown = search.table === part;
  return (
    <section className={`card ${styles.part}`} data-part={part} aria-labelledby={`part-${part}`}>
      <header className={styles.partHead}>
        <div>
          <h2 id={`part-${part}`}>{title}</h2>
          {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
        </div>
        <button
          type="button"
          className={`plain finger ${styles.look}`}
          aria-pressed={shown}
          onClick={() => onChange({ table: shown ? undefined : part })}
        >
          {shown ? <ChartNoAxesColumn size={16} aria-hidden /> : <Table2 size={16} aria-hidden />}
          {t(shown ? 'asPicture' : 'asTable')}
        </button>
      </header>
      {shown ? <div className={styles.scroll}>{table}</div> : picture}
    </section>
  );
}

export interface PartColumn {
  title: string;
  /** Figures stand at the right. */
  figure?: boolean;
}

/** The figures of a part as they are. */
export function PlainTable({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: PartColumn[];
  rows: { key: string; cells: ReactNode[] }[];
}) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title, figure }) => (
            <th key={title} scope="col" data-figure={figure}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              <td key={columns[at]?.title} data-figure={columns[at]?.figure}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
