import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStream } from '../../shared/api/stream';
import { PageBones } from '../../shared/kit/skeleton';
import { useViewport } from '../../shared/state/viewport';
import { Controls } from '../controls';
import { BottomBar } from './bottom-bar';
import styles from './frame.module.css';
import { KeyLegend } from './key-legend';
import { PendingWatch } from './pending-watch';
import { Rail } from './rail';
import { SearchPalette } from './search-palette';
import { Strips } from './strips';
import { Toasts } from './toasts';
import { TopBar } from './top-bar';

/** On a phone an open request or form is a screen of its own, with its own bar at the thumb. */
function usesWholeScreen(path: string, search: Record<string, unknown>): boolean {
  return path.startsWith('/requests/') || path.startsWith('/start/') || (path === '/inbox' && typeof search.open === 'string');
}

/** The frame around every page: rail or bottom bar, top bar, strips, search, toasts; listens to the stream. */
export function Frame() {
  return (
    <Controls>
      <Desk />
    </Controls>
  );
}

/** Where the signs of names and of what people write are to be found; it is not needed for the first sight of a page. */
const listEverySign = (): void => void import('../../shared/fonts/every-sign.css').catch(() => undefined);

function Desk() {
  useEffect(() => {
    const idle = setTimeout(listEverySign, 1_500);
    return () => clearTimeout(idle);
  }, []);
  const { t } = useTranslation('frame');
  const viewport = useViewport();
  const whole = useRouterState({ select: (state) => usesWholeScreen(state.location.pathname, state.location.search) });
  useStream();
  const phone = viewport === 'phone';
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <Strips />
      <div className={phone ? styles.phone : styles.desk}>
        {phone ? null : <Rail />}
        <div className={styles.column}>
          {phone ? null : <TopBar />}
          <main id="content" className={styles.content} tabIndex={-1}>
            <Suspense fallback={<PageBones />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
        {phone && !whole ? <BottomBar /> : null}
      </div>
      <SearchPalette />
      <KeyLegend />
      <PendingWatch />
      <Toasts />
    </div>
  );
}
