import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from '../administration.module.css';
import { JsonUpload, useJsonFile } from '../json-upload';
import { ProblemList } from '../problem-list';
import { useImportDraft, type ImportedDraft } from './definition-queries';
import { FindingLists } from './finding-lists';
import { useDefinitionPlace } from './use-definition-place';

/** Takes a definition in as a draft: what is wrong with it, or what is worth reading before it is published. */
export function ImportSection() {
  const { t } = useTranslation('administration');
  const draft = useImportDraft();
  const { file, take } = useJsonFile(draft.reset, draft.mutate);
  const placeOf = useDefinitionPlace(file?.json);
  return (
    <section className={`card ${styles.section}`} aria-labelledby="process-file">
      <h2 id="process-file">{t('processFile')}</h2>
      <JsonUpload id="process-upload" file={file} onFile={take} />
      <p className={styles.downloads}>
        <a href="/samples/process.json" download>
          <Download size={16} aria-hidden /> {t('processSample')}
        </a>
      </p>
      {draft.error ? <ProblemList error={draft.error} placeOf={placeOf} /> : null}
      {draft.data ? <Taken draft={draft.data} definition={file?.json} /> : null}
      <p className="hint">{t('processHint')}</p>
    </section>
  );
}

function Taken({ draft, definition }: { draft: ImportedDraft; definition: unknown }) {
  const { t } = useTranslation('administration');
  const known = draft.status !== 'draft';
  return (
    <div role="status" className={styles.taken}>
      <p className={styles.verdict}>{t(known ? 'sameAsPublished' : 'savedAsDraft', { version: draft.version })}</p>
      <FindingLists findings={draft.findings} definition={definition} />
    </div>
  );
}
