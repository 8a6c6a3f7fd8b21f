import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call, ProblemError } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { useWords } from '../../shared/i18n/use-language';
import { Moment } from '../../shared/kit/moment';
import { Bone } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import { usePageTitle } from '../../shared/state/crumbs';
import { BrandSide } from './brand-side';
import { LinkForm } from './link-form';
import styles from './login.module.css';

const route = getRouteApi('/link/$token');

type LinkView = components['schemas']['LinkView'];

/** What a single-use link opens: a new password, or the first administrator. Looking at it does not spend it. */
export function LinkPage() {
  const { token } = route.useParams();
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: ({ signal }) => call<LinkView>('GET', `/auth/links/${encodeURIComponent(token)}`, { signal }),
    retry: false,
    staleTime: Infinity,
  });
  return (
    <main className={styles.page}>
      <BrandSide demo={false} claim={false}>
        {link.data ? <OpenLink token={token} link={link.data} /> : null}
        {link.isPending ? <Bone width="60%" height={20} /> : null}
        {link.error ? <LinkProblem error={link.error} retry={() => void link.refetch()} /> : null}
      </BrandSide>
    </main>
  );
}

function OpenLink({ token, link }: { token: string; link: LinkView }) {
  const { t } = useTranslation('login');
  const words = useWords();
  const [before = '', after = ''] = t('linkExpires', { when: '|' }).split('|');
  const admin = link.purpose === 'first-admin';
  usePageTitle(t(admin ? 'linkTitleAdmin' : 'linkTitleReset'));
  const lead = admin ? t('linkLeadAdmin') : link.person ? t('linkLeadReset', { name: words(link.person) }) : t('linkLeadResetNameless');
  return (
    <>
      <div className={styles.task}>
        <h1>{t(admin ? 'linkTitleAdmin' : 'linkTitleReset')}</h1>
        <p>{lead}</p>
        <p className="hint">
          {before}
          <Moment at={link.expiresAt} />
          {after}
        </p>
      </div>
      <LinkForm token={token} link={link} />
    </>
  );
}

function LinkProblem({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useTranslation('login');
  const gone = error instanceof ProblemError && error.status >= 400 && error.status < 500 && error.status !== 429;
  if (!gone) return <ErrorState page error={error} retry={retry} />;
  return (
    <div className={styles.task} role="alert">
      <h1>{t('linkGone')}</h1>
      <p>{t('linkGoneHint')}</p>
      <Link to="/login" search={{}}>
        {t('toLogin')}
      </Link>
    </div>
  );
}
