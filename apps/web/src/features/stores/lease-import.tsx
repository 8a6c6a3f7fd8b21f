import { LEASE_COLUMNS } from '@countersign/domain';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../shared/api/client';
import { DropZone } from '../../shared/form';
import { useWords } from '../../shared/i18n/use-language';
import { useProblemText } from '../../shared/kit/waiting/states';
import { showToast } from '../../shared/state/toasts';
import styles from './lease-import.module.css';
import { tableText } from './read-table';
import { useLeaseImport, type ImportCounts } from './stores-queries';

/** What was found wrong with a table, each thing with its line. */
function Faults({ error }: { error: unknown }) {
  const { t } = useTranslation('stores');
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

/** Takes a table of leases: it is tried as soon as it is chosen, and taken in by a press. */
export function LeaseImport({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const [table, setTable] = useState<Table | null>(null);
  const [counts, setCounts] = useState<ImportCounts | null>(null);
  const { mutateAsync, error, isPending, reset } = useLeaseImport();
  const take = async ([file]: Iterable<File>): Promise<void> => {
    if (!file) return;
    const csv = tableText(await file.arrayBuffer());
    setTable({ name: file.name, csv });
    setCounts(null);
    reset();
    if (csv !== null) setCounts(await mutateAsync({ csv, trial: true }).catch(() => null));
  };
  const go = async (): Promise<void> => {
    const done = table?.csv ? await mutateAsync({ csv: table.csv, trial: false }).catch(() => null) : null;
    if (!done) return;
    showToast({ id: 'leases', tone: 'done', text: t('importDone', { created: done.created, updated: done.updated }) });
    onClose();
  };
  const same = counts !== null && counts.created + counts.updated === 0;
  const faulty = error !== null || (table !== null && table.csv === null);
  const lacking = isPending ? t('importChecking') : t(faulty ? 'importFaulty' : 'importNothing');
  const why = counts === null ? lacking : same ? t('importSame') : undefined;
  return (
    <Modal
      open
      title={t('importTitle')}
      onCancel={onClose}
      onOk={() => void go()}
      okText={t('importGo')}
      cancelText={t('importCancel')}
      okButtonProps={{ disabled: counts === null || same, loading: isPending, title: why }}
      destroyOnHidden
    >
      <div className={styles.body}>
        <p>{t('importHint')}</p>
        <p className={styles.faint}>{t('importColumns', { columns: Object.values(LEASE_COLUMNS).map(words).join(' · ') })}</p>
        <DropZone
          id="leases-table"
          accept=".csv,text/csv"
          onFiles={(files) => void take(files)}
          invalid={error !== null}
          describedBy="leases-said"
        />
        <p id="leases-said" role="status">
          {table?.name} {counts ? t('importChecked', { ...counts }) : null}
        </p>
        {table && table.csv === null ? <p role="alert">{t('importUnreadable')}</p> : null}
        {error ? <Faults error={error} /> : null}
        {why ? <p className={styles.faint}>{why}</p> : null}
      </div>
    </Modal>
  );
}
