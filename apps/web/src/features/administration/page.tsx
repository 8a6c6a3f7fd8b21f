import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { EmptyState } from '../../shared/kit/waiting/states';
import { useAdministration, type AdministrationPage } from '../../shared/state/administration';
import { useSayWhere } from '../../shared/state/crumbs';
import styles from './administration.module.css';

interface PageProps {
  page: AdministrationPage;
  lead: string;
  /** The desk that it belongs to, where it is not administration. */
  under?: 'track';
  /** It needs the whole width. */
  wide?: boolean;
  children: ReactNode;
}

/** A page of administration: its name and what it is for; whoever lacks the right learns whom to ask. */
export function Page({ page, lead, under, wide = false, children }: PageProps) {
  const { t } = useTranslation('frame');
  const open = useAdministration().some(({ to }) => to === page.to);
  useSayWhere([{ text: t(under ?? 'administration') }, { text: t(page.text) }]);
  if (!open) return <Closed page={page} />;
  return (
    <div className={wide ? `${styles.page} ${styles.wide}` : styles.page}>
      <header>
        <h1>{t(page.text)}</h1>
        <p className={styles.lead}>{lead}</p>
      </header>
      {children}
    </div>
  );
}

function Closed({ page }: { page: AdministrationPage }) {
  const { t } = useTranslation(['administration', 'frame']);
  const words = useWords();
  const language = useLanguage();
  const [right] = page.rights;
  const holders = useQuery({
    queryKey: ['holders', right],
    queryFn: ({ signal }) => call<components['schemas']['PeoplePage']>('GET', '/people', { query: { right, limit: 3 }, signal }),
  });
  const names = (holders.data?.items ?? []).map(({ name }) => words(name)).join(language === 'zh' ? '、' : ', ');
  const hint = names === '' ? t('askSomebody') : t('askThem', { names });
  return (
    <>
      <h1 className="visually-hidden">{t(`frame:${page.text}`)}</h1>
      <EmptyState icon={<Lock size={28} />} title={t('closed')} hint={holders.isPending ? null : hint} />
    </>
  );
}
