import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { MailCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { RowBones } from '../../../shared/kit/skeleton';
import { EmptyState, ErrorState } from '../../../shared/kit/states';
import { ADMINISTRATION } from '../../../shared/state/administration';
import { Page } from '../page';
import styles from './dead-letters.module.css';
import { LetterRow } from './letter-row';
import { lettersQuery, useOwners } from './letters-query';

/** What people asked for and no run has taken: for those who look after requests. */
export function DeadLettersPage() {
  const { t } = useTranslation('administration');
  return (
    <Page page={ADMINISTRATION.deadLetters} lead={t('lettersLead')}>
      <Letters />
    </Page>
  );
}

function OwnersLine() {
  const { t } = useTranslation('administration');
  const words = useWords();
  const language = useLanguage();
  const names = (useOwners().data?.items ?? []).map(({ name }) => words(name)).join(language === 'zh' ? '、' : ', ');
  return names === '' ? null : <p className={`hint ${styles.owners}`}>{t('lettersOwners', { names })}</p>;
}

function Letters() {
  const { t } = useTranslation('administration');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(lettersQuery);
  const letters = data?.pages.flatMap((page) => page.items);
  if (letters === undefined) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowBones rows={3} />;
  if (letters.length === 0) return <EmptyState icon={<MailCheck size={28} />} title={t('lettersNone')} hint={t('lettersNoneHint')} />;
  return (
    <section className={`card ${styles.section}`} aria-label={t('letters')}>
      <OwnersLine />
      <ul className={styles.list}>
        {letters.map((letter) => (
          <LetterRow key={letter.id} letter={letter} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button type="link" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('lettersMore')}
        </Button>
      ) : null}
    </section>
  );
}
