import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { RowBones } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import { absencesQuery } from '../../shared/state/away';
import { useSayWhere } from '../../shared/state/crumbs';
import { AbsenceForm } from './absence-form';
import { AbsenceList, AskedOfMe } from './absence-list';
import styles from './absence.module.css';

/** When one is away and who stands in; and for whom one stands in oneself. */
export function AbsencePage({ tab }: { tab: 'own' | 'others' }) {
  const { t } = useTranslation('absence');
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(absencesQuery);
  useSayWhere([{ text: t('mine') }, { text: t('title') }]);
  const asked = data?.forOthers.filter(({ state }) => state === 'asked').length ?? 0;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <Segmented
          value={tab}
          onChange={(next) => void navigate({ to: '/me/absence', search: next === 'others' ? { tab: 'others' } : {} })}
          options={[
            { value: 'own', label: t('tabOwn') },
            { value: 'others', label: asked > 0 ? `${t('tabOthers')} ${asked}` : t('tabOthers') },
          ]}
        />
      </header>
      {!data ? error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowBones rows={5} /> : null}
      {data && tab === 'own' ? (
        <>
          <AbsenceForm />
          <AbsenceList absences={data.own} />
        </>
      ) : null}
      {data && tab === 'others' ? <AskedOfMe absences={data.forOthers} /> : null}
    </div>
  );
}
