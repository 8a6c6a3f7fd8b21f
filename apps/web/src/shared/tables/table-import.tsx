import type { Bilingual } from '@countersign/domain';
import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/client';
import { DropZone } from '../form';
import { useWords } from '../i18n/use-language';
import { useProblemText } from '../kit/waiting/states';
import { showToast } from '../state/toasts';
import { tableText } from './read-table';
import styles from './table-import.module.css';

/** What was found wrong with a table, each thing with its line. */
function Faults({ error }: { error: unknown }) {
  const { t } = useTranslation('tables');
  const words = useWords();
  const problemText = useProblemText();
  const errors = (error instanceof ProblemError ? error.problem.errors : undefined) ?? [];
  return (
    <div role="alert" className={styles.faults}>
      <p>{errors.length > 0 ? t('importWrong', { count: errors.length }) : problemText(error)}</p>
      <ul>
        {errors.map(({ message }, at) => (
          <li key={at}>{words(message)}</li>
        ))}
      </ul>
    </div>
  );
}

interface Table {
  name: string;
  csv: string | null;
}

interface TableImportProps<Counts> {
  /** Names it on the page. */
  id: string;
  title: string;
  hint: string;
  columns: readonly Bilingual[];
  /** What else is asked, above the table; what is typed there is tried with the table. */
  children?: ReactNode;
  /** Takes a table in, or tries it. */
  take: (table: { csv: string; trial: boolean }) => Promise<Counts>;
  /** What a trial found. */
  found: (counts: Counts) => string;
  /** Whether there is anything to take in. */
  changes: (counts: Counts) => boolean;
  done: (counts: Counts) => string;
  onClose: () => void;
}

/** Takes a table in: it is tried as soon as it is chosen, and taken in by a press. */
export function TableImport<Counts>(props: TableImportProps<Counts>) {
  const { id, title, hint, columns, children, take, found, changes, done, onClose } = props;
  const { t } = useTranslation('tables');
  const words = useWords();
  const [table, setTable] = useState<Table | null>(null);
  const [counts, setCounts] = useState<Counts | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (csv: string, trial: boolean): Promise<Counts | null> => {
    setBusy(true);
    setError(null);
    try {
      return await take({ csv, trial });
    } catch (problem) {
      setError(problem);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const choose = async ([file]: Iterable<File>): Promise<void> => {
    if (!file) return;
    const csv = tableText(await file.arrayBuffer());
    setTable({ name: file.name, csv });
    setCounts(null);
    setError(null);
    if (csv !== null) setCounts(await ask(csv, true));
  };
  const go = async (): Promise<void> => {
    const taken = table?.csv ? await ask(table.csv, false) : null;
    if (taken === null) return;
    showToast({ id, tone: 'done', text: done(taken) });
    onClose();
  };
  const same = counts !== null && !changes(counts);
  const faulty = error !== null || (table !== null && table.csv === null);
  const lacking = busy ? t('importChecking') : t(faulty ? 'importFaulty' : 'importNothing');
  const why = counts === null ? lacking : same ? t('importSame') : undefined;
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={() => void go()}
      okText={t('importGo')}
      cancelText={t('importCancel')}
      okButtonProps={{ disabled: counts === null || same, loading: busy, title: why }}
      destroyOnHidden
    >
      <div className={styles.body}>
        <p>{hint}</p>
        <p className={styles.faint}>{t('importColumns', { columns: columns.map(words).join(' · ') })}</p>
        {children}
        <DropZone
          id={`${id}-table`}
          accept=".csv,text/csv"
          onFiles={(files) => void choose(files)}
          invalid={error !== null}
          describedBy={`${id}-said`}
        />
        <p id={`${id}-said`} role="status">
          {table?.name} {counts ? found(counts) : null}
        </p>
        {table && table.csv === null ? <p role="alert">{t('importUnreadable')}</p> : null}
        {error ? <Faults error={error} /> : null}
        {why ? <p className={styles.faint}>{why}</p> : null}
      </div>
    </Modal>
  );
}
