import { Link } from '@tanstack/react-router';
import { CloudOff, Inbox, Lock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/client';
import { usePageTitle } from '../../state/crumbs';
import { PlainButton } from '../controls/plain-button';
import styles from './states.module.css';

interface StateProps {
  icon?: ReactNode;
  title: string;
  hint?: ReactNode;
  action?: ReactNode;
  /** It stands for the whole page, so its title is the page's. */
  page?: boolean;
}

/** A page that cannot be shown has a title in the window too. */
function PageTitle({ text }: { text: string }) {
  usePageTitle(text);
  return null;
}

/** Nothing here, and what comes next. */
export function EmptyState({ icon = <Inbox size={28} />, title, hint, action, page = false }: StateProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={styles.state}>
      {page ? <PageTitle text={title} /> : null}
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Title className={styles.title}>{title}</Title>
      {hint ? <div className={styles.hint}>{hint}</div> : null}
      {action}
    </div>
  );
}

function BackToInbox() {
  const { t } = useTranslation('frame');
  return (
    <Link to="/inbox" search={{}} className="finger">
      {t('toInbox')}
    </Link>
  );
}

interface ErrorStateProps {
  error: unknown;
  retry?: () => void;
  page?: boolean;
  /** Offers the way to the inbox beside another try. */
  back?: boolean;
}

/** What went wrong in words, and what to do: try again, or whom to ask. */
export function ErrorState({ error, retry, page = false, back = false }: ErrorStateProps) {
  const { t } = useTranslation('frame');
  const text = useProblemText();
  const status = error instanceof ProblemError ? error.status : -1;
  const icons: Record<number, ReactNode> = { 0: <CloudOff size={28} />, 403: <Lock size={28} /> };
  const titles: Record<number, string> = { 403: t('forbidden'), 404: t('notFound') };
  const title = titles[status] ?? text(error);
  const closed = status === 403 || status === 404;
  return (
    <div role="alert">
      <EmptyState
        page={page}
        icon={icons[status] ?? <TriangleAlert size={28} />}
        title={title}
        hint={title === text(error) ? undefined : text(error)}
        action={
          <>
            {retry && !closed ? <PlainButton onClick={retry}>{t('retry')}</PlainButton> : null}
            {closed || back ? <BackToInbox /> : null}
          </>
        }
      />
    </div>
  );
}

/** The words of an error: the API's own where it sent some, else ours. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('frame');
  return (error) => {
    if (!(error instanceof ProblemError)) return t('unexpected');
    if (error.status === 0) return t('offline');
    return error.problem.detail ?? error.problem.title ?? t('unexpected');
  };
}
