import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../administration.module.css';
import { JsonUpload } from '../json-upload';
import { LineList, ProblemList } from '../problem-list';
import { isBroken, type JsonFile } from '../read-json';
import { useImportDraft, type ImportedDraft } from './definition-queries';

/** Takes a definition in as a draft: what is wrong with it, or what is worth reading before it is published. */
export function ImportSection() {
  const { t } = useTranslation('administration');
  const [file, setFile] = useState<JsonFile | null>(null);
  const take = useImportDraft();
  const read = (next: JsonFile) => {
    setFile(next);
    take.reset();
    if (!isBroken(next)) take.mutate(next.json);
  };
  return (
    <section className={`card ${styles.section}`} aria-labelledby="process-file">
      <h2 id="process-file">{t('processFile')}</h2>
      <JsonUpload id="process-upload" file={file} onFile={read} />
      {take.error ? <ProblemList error={take.error} placeOf={(path) => path} /> : null}
      {take.data ? <Taken draft={take.data} /> : null}
      <p className="hint">{t('processHint')}</p>
    </section>
  );
}

function Taken({ draft }: { draft: ImportedDraft }) {
  const { t } = useTranslation('administration');
  const warnings = draft.findings.filter(({ severity }) => severity === 'warning');
  const known = draft.status !== 'draft';
  return (
    <div role="status" className={styles.taken}>
      <p className={styles.verdict}>{t(known ? 'sameAsPublished' : 'savedAsDraft', { version: draft.version })}</p>
      {warnings.length > 0 ? (
        <>
          <p>{t('warnings', { count: warnings.length })}</p>
          <LineList tone="warning" lines={warnings.map(({ path, message }) => ({ place: path, message }))} />
        </>
      ) : null}
    </div>
  );
}
