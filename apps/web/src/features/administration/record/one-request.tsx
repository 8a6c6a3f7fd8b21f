import { useQuery } from '@tanstack/react-query';
import { PackageCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../../shared/api/address';
import { readersQuery } from '../../../shared/api/request-query';
import { useWords } from '../../../shared/i18n/use-language';
import { Moment } from '../../../shared/kit/moment';
import { LineBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import { useMe } from '../../../shared/state/session';
import styles from './record.module.css';
import type { RecordEntry } from './record-query';

/** What is known of the request whose entries are listed: who has opened it, and its evidence to take away. */
export function OneRequest({ request: { id, number } }: Pick<RecordEntry, 'request'>) {
  const { t } = useTranslation('record');
  const words = useWords();
  const readers = useQuery(readersQuery(id));
  const packs = useMe().rights.includes('requests.read-all');
  const opened = readers.data?.items.filter(({ seenAt }) => seenAt !== null) ?? [];
  return (
    <section className={`card ${styles.one}`} aria-label={t('ofRequest', { number: number ?? '' })}>
      <h2>{t('readersOf', { number: number ?? '' })}</h2>
      {readers.error ? <ErrorState error={readers.error} retry={() => void readers.refetch()} /> : null}
      {readers.isPending ? <LineBones /> : null}
      {readers.data && opened.length === 0 ? <p className="hint">{t(readers.data.told ? 'nobodyOpened' : 'readersClosed')}</p> : null}
      <ul>
        {opened.map(({ person, seenAt, changedSince }) => (
          <li key={person.id}>
            <b>{words(person.name)}</b> <Moment at={seenAt ?? ''} />{' '}
            {changedSince ? <span className="hint">{t('changedSince')}</span> : null}
          </li>
        ))}
      </ul>
      <h2>{t('evidence')}</h2>
      <p className="hint">{t(packs ? 'evidenceHint' : 'evidenceClosed')}</p>
      {packs ? (
        <a className={styles.pack} href={addressOf(`/audit/evidence/${id}`)} download>
          <PackageCheck size={16} aria-hidden /> {t('pack', { number: number ?? '' })}
        </a>
      ) : null}
    </section>
  );
}
