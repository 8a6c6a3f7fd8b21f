import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import type { components } from '../../shared/api/schema';
import styles from './administration.module.css';

type Counts = components['schemas']['DirectoryImportView'];

const ROWS = ['company', 'units', 'roles', 'people', 'accounts', 'positions', 'grants', 'parameters'] as const;

/** Whether an import changes anything at all. Pure. */
export function changes(counts: Counts): boolean {
  const { given, taken } = counts.rights;
  return given + taken > 0 || ROWS.some((row) => counts[row].created + counts[row].updated > 0);
}

/** What an import changes, list by list; rights that are given or taken are said in a sentence. */
export function ImportCounts({ counts }: { counts: Counts }) {
  const { t } = useTranslation('administration');
  const words = useWords();
  const language = useLanguage();
  const { given, taken, unheld } = counts.rights;
  const cell = (count: number, quiet = false) => <td className={count === 0 || quiet ? styles.none : ''}>{count === 0 ? '–' : count}</td>;
  return (
    <>
      <table className={styles.counts}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('created')}</th>
            <th scope="col">{t('updated')}</th>
            <th scope="col">{t('unchanged')}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`count-${row}`)}</th>
              {cell(counts[row].created)}
              {cell(counts[row].updated)}
              {cell(counts[row].unchanged, true)}
            </tr>
          ))}
        </tbody>
      </table>
      {unheld.length > 0 ? (
        <p className={styles.note}>{t('rightsUnheld', { rights: unheld.map(words).join(language === 'zh' ? '、' : ', ') })}</p>
      ) : null}
      {given + taken > 0 ? <p className={styles.note}>{t('rightsChange', { given, taken })}</p> : null}
    </>
  );
}
