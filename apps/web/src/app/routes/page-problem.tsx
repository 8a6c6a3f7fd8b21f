import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../shared/kit/controls/plain-button';
import { EmptyState, ErrorState } from '../../shared/kit/waiting/states';
import { usePageTitle } from '../../shared/state/crumbs';
import { useOnline } from '../../shared/state/online';
import { PartNotLoaded } from '../../shared/kit/waiting/lazy-part';

/** What stands in the place of a page that failed: why, another try, and a way back. The frame around it stays. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('frame');
  const router = useRouter();
  usePageTitle(t('pageFailed'));
  if (error instanceof PartNotLoaded) return <NotLoaded problem={error} onLoaded={reset} page />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorState page back error={error} retry={retry} />;
}

/** What stands in the place of a part whose code did not arrive; whatever else failed is its page's. */
export function PartProblem({ error, reset }: ErrorComponentProps) {
  if (error instanceof PartNotLoaded) return <NotLoaded problem={error} onLoaded={reset} />;
  throw error;
}

/** The server answers: what did not arrive is no longer there under its old name, and the page has to begin anew. */
const answers = (): Promise<boolean> =>
  fetch('/health/live', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

const AGAIN_MS = 2_000;

function NotLoaded({ problem, onLoaded, page = false }: { problem: PartNotLoaded; onLoaded: () => void; page?: boolean }) {
  const { t } = useTranslation('frame');
  const online = useOnline();
  const [busy, setBusy] = useState(false);
  const retry = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    if (await problem.again()) return onLoaded();
    // A browser may remember that a module failed; what people have written is kept on this device.
    if (await answers()) window.location.reload();
    setBusy(false);
  };
  // The network says that it is back a little before it is: it is asked again until it answers.
  useEffect(() => {
    if (!online) return;
    const timer = setInterval(() => void retry(), AGAIN_MS);
    return () => clearInterval(timer);
  });
  return (
    <div role="alert">
      <EmptyState
        page={page}
        icon={<CloudOff size={28} />}
        title={t('pageNotLoaded')}
        hint={t(online ? 'pageNotLoadedHint' : 'pageNotLoadedOffline')}
        action={
          <>
            <PlainButton busy={busy} onClick={() => void retry()}>
              {t('retry')}
            </PlainButton>
            <Link to="/inbox" search={{}}>
              {t('toInbox')}
            </Link>
          </>
        }
      />
    </div>
  );
}
