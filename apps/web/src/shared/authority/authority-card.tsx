import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client';
import { keys } from '../api/keys';
import { Faults } from '../kit/waiting/faults';
import { FoundChanges, type Found } from './found-changes';
import styles from './found-changes.module.css';

/** What the authority that a request asks for would do, told when somebody wants to know. `requestId` null: nothing is saved of it yet. */
export function AuthorityCard({ requestId }: { requestId: string | null }) {
  const { t } = useTranslation('authority');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [...keys.request(requestId ?? ''), 'authority'],
    queryFn: ({ signal }) => call<Found>('GET', `/requests/${requestId}/authority`, { signal }),
    enabled: false,
    retry: false,
    gcTime: 0,
  });
  return (
    <section className={`card ${styles.card}`} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p>{requestId === null ? t('saveFirst') : t('hint')}</p>
      <button type="button" className={`plain ${styles.press}`} disabled={requestId === null || isFetching} onClick={() => void refetch()}>
        {t(data ? 'again' : 'look')}
      </button>
      {error && !isFetching ? <Faults error={error} className={styles.faults} /> : null}
      {data && !error ? <FoundChanges found={data} /> : null}
    </section>
  );
}
