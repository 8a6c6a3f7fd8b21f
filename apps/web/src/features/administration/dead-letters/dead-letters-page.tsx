import { useInfiniteQuery } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { EmptyState } from '../../../shared/kit/waiting/states';
import { ADMINISTRATION } from '../../../shared/state/administration';
import { useMe } from '../../../shared/state/session';
import { Page } from '../page';
import { PagedSection } from '../paged-section';
import { DeadEffects } from './dead-effects';
import { DeadMails } from './dead-mails';
import { LetterRow } from './letter-row';
import { lettersQuery, useOwners } from './letters-query';

/** What people asked for and no run has taken: for those who look after requests. */
export function DeadLettersPage() {
  const { t } = useTranslation('administration');
  return (
    <Page page={ADMINISTRATION.deadLetters} lead={t('lettersLead')}>
      <Letters />
      <DeadEffects />
      <DeadMails />
    </Page>
  );
}

function OwnersLine() {
  const { t } = useTranslation('administration');
  const words = useWords();
  const language = useLanguage();
  const me = useMe().person.id;
  const owners = useOwners().data?.items ?? [];
  const names = owners.map(({ id, name }) => (id === me ? t('you') : words(name))).join(language === 'zh' ? '、' : ', ');
  return names === '' ? null : <p className="hint">{t('lettersOwners', { names })}</p>;
}

function Letters() {
  const { t } = useTranslation('administration');
  return (
    <PagedSection
      query={useInfiniteQuery(lettersQuery)}
      label={t('letters')}
      bones={3}
      exported="dead-letters"
      empty={<EmptyState icon={<MailCheck size={28} />} title={t('lettersNone')} hint={t('lettersNoneHint')} />}
      lead={<OwnersLine />}
      row={(letter) => <LetterRow letter={letter} />}
    />
  );
}
