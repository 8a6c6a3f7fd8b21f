import { useQuery } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { EmptyState, ErrorState } from '../../../shared/kit/waiting/states';
import { ADMINISTRATION } from '../../../shared/state/administration';
import { Page } from '../page';
import { ParameterRow } from './parameter-row';
import styles from './parameters.module.css';
import { TargetRow } from './target-row';
import { parametersQuery } from './parameters-query';

/** What the company sets in its processes without a version of its own. */
export function ParametersPage() {
  const { t } = useTranslation('parameters');
  return (
    <Page page={ADMINISTRATION.parameters} lead={t('lead')}>
      <Parameters />
    </Page>
  );
}

function Parameters() {
  const { t } = useTranslation('parameters');
  const words = useWords();
  const { data, error, refetch } = useQuery(parametersQuery);
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowBones rows={4} />;
  if (data.items.length === 0) return <EmptyState icon={<SlidersHorizontal size={28} />} title={t('none')} hint={t('noneHint')} />;
  return (
    <>
      {data.items.map((process) => (
        <section key={process.definition} className={`card ${styles.section}`} aria-labelledby={`parameters-${process.definition}`}>
          <h2 id={`parameters-${process.definition}`}>{words(process.title)}</h2>
          <ul className={styles.list}>
            <TargetRow key={`target ${process.onTime}`} process={process} />
            {process.parameters.map((parameter) => (
              <ParameterRow
                key={`${parameter.key} ${JSON.stringify(parameter.value)}`}
                definition={process.definition}
                parameter={parameter}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
