import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Confirm } from '../../shared/kit/controls/confirm';
import { LineBones } from '../../shared/kit/waiting/skeleton';
import { ADMINISTRATION } from '../../shared/state/administration';
import { showToast } from '../../shared/state/toasts';
import styles from './administration.module.css';
import { directoryPlace } from './directory-place';
import { changes, ImportCounts } from './import-counts';
import { JsonUpload, useJsonFile } from './json-upload';
import { Page } from './page';
import { ProblemList } from './problem-list';
import { TouchedTasks } from './touched-tasks';

type Counts = components['schemas']['DirectoryImportView'];

/** Takes a directory in: a trial run says what would change, and only then it may be done. */
export function DirectoryPage() {
  const { t } = useTranslation('administration');
  return (
    <Page page={ADMINISTRATION.directory} lead={t('directoryLead')}>
      <ImportSection />
    </Page>
  );
}

function useImport() {
  const { t } = useTranslation(['administration', 'frame']);
  const trial = useMutation({ mutationFn: (body: unknown) => call<Counts>('POST', '/directory/import', { body, query: { trial: true } }) });
  const real = useMutation({
    mutationFn: (body: unknown) => call<Counts>('POST', '/directory/import', { body, ifMatch: trial.data?.standing }),
    // Nothing is told as done where nothing changed: the page says so itself.
    onSuccess: (counts) => {
      if (changes(counts)) showToast({ id: 'directory', tone: 'done', text: t('directoryDone') });
    },
  });
  return { trial, real };
}

function usePlace(document: unknown): (path: string) => string {
  const { t } = useTranslation('administration');
  return (path) => {
    const place = directoryPlace(path, document);
    if (!place) return path;
    const row = t('placeRow', { list: t(`count-${place.list}`), row: place.row });
    return [place.key === null ? row : `${row} · ${place.key}`, place.rest].filter((part) => part !== '').join(' · ');
  };
}

function ImportSection() {
  const { t } = useTranslation('administration');
  const { trial, real } = useImport();
  const forget = (): void => [trial, real].forEach(({ reset }) => reset());
  const { file, take } = useJsonFile(forget, trial.mutate);
  const placeOf = usePlace(file?.json);
  const error = real.error ?? trial.error;
  const counts = real.data ?? trial.data;
  return (
    <>
      <section className={`card ${styles.section}`} aria-labelledby="directory-file">
        <h2 id="directory-file">{t('directoryFile')}</h2>
        <JsonUpload id="directory-upload" file={file} onFile={take} />
        <p className={styles.downloads}>
          <a href="/api/v1/directory/sample" download>
            <Download size={16} aria-hidden /> {t('directorySample')}
          </a>
          <a href="/api/v1/directory/export" download>
            <Download size={16} aria-hidden /> {t('directoryExport')}
          </a>
        </p>
        <p className="hint">{t('directoryHint')}</p>
      </section>
      {trial.isPending ? <LineBones /> : null}
      {error ? (
        <section className={`card ${styles.section}`}>
          <ProblemList error={error} placeOf={placeOf} />
        </section>
      ) : counts ? (
        <section className={`card ${styles.section}`} aria-labelledby="directory-counts">
          <h2 id="directory-counts">
            {t(changes(counts) ? (real.data ? 'directoryDone' : 'directoryTrial') : real.data ? 'directorySame' : 'directoryTrialSame')}
          </h2>
          <ImportCounts counts={counts} />
          {counts.openTasks ? <TouchedTasks touched={counts.openTasks} /> : null}
          {real.data || !changes(counts) ? null : (
            <div className={styles.actions}>
              <Confirm
                placement="topLeft"
                title={t('directorySure')}
                okText={t('directoryImport')}
                onConfirm={() => real.mutate(file?.json)}
              >
                <Button type="primary" loading={real.isPending}>
                  {t('directoryImport')}
                </Button>
              </Confirm>
            </div>
          )}
        </section>
      ) : null}
    </>
  );
}
