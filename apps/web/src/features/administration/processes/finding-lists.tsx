import { useTranslation } from 'react-i18next';
import { LineList } from '../problem-list';
import type { ImportedDraft } from './definition-queries';
import { useDefinitionPlace } from './use-definition-place';

/** What is worth reading before a definition is published, and what follows once it is. */
export function FindingLists({ findings, definition }: { findings: ImportedDraft['findings']; definition: unknown }) {
  const { t } = useTranslation('administration');
  const placeOf = useDefinitionPlace(definition);
  const linesOf = (wanted: 'warning' | 'note') =>
    findings.filter(({ severity }) => severity === wanted).map(({ path, message }) => ({ place: placeOf(path), message }));
  const [warnings, notes] = [linesOf('warning'), linesOf('note')];
  return (
    <>
      {warnings.length > 0 ? (
        <>
          <p>{t('warnings', { count: warnings.length })}</p>
          <LineList tone="warning" lines={warnings} />
        </>
      ) : null}
      {notes.length > 0 ? (
        <>
          <p>{t('notes')}</p>
          <LineList tone="note" lines={notes} />
        </>
      ) : null}
    </>
  );
}
