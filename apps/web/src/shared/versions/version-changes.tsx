import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client';
import { keys } from '../api/keys';
import type { components } from '../api/schema';
import { useWords } from '../i18n/use-language';
import { LineBones } from '../kit/waiting/skeleton';
import { ErrorState } from '../kit/waiting/states';
import styles from './version-changes.module.css';

type Changes = components['schemas']['VersionChangesView'];
const SIGNS: Record<string, string> = { added: '+', removed: '−', changed: '~', moved: '↕' };

/** What a version of a process has changed against the one before it that was in use. */
export const versionChangesQuery = (key: string, version: number) =>
  queryOptions({
    queryKey: [...keys.definitions, 'changes', key, version],
    queryFn: ({ signal }) => call<Changes>('GET', `/definitions/${key}/versions/${version}/changes`, { signal }),
  });

/** What a version has changed, line by line. */
export function VersionChanges({ processKey, version }: { processKey: string; version: number }) {
  const { t } = useTranslation('list');
  const words = useWords();
  const { data, error } = useQuery(versionChangesQuery(processKey, version));
  if (error) return <ErrorState error={error} />;
  if (!data) return <LineBones lines={2} />;
  const { since, changes } = data;
  if (since === null) return <p className="hint">{t('changesFirst', { version })}</p>;
  return (
    <section className={styles.changes}>
      <h3>{t(changes.length === 0 ? 'changesNone' : 'changesOf', { version, since, count: changes.length })}</h3>
      <ul>
        {changes.map(({ of, what, id, text }) => (
          <li key={`${of} ${id} ${what}`} data-what={what}>
            <span aria-hidden>{SIGNS[what]}</span>
            {words(text)}
          </li>
        ))}
      </ul>
    </section>
  );
}
