import { Outlet, useRouterState } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ItemWatch } from '../../features/request';
import { useStream } from '../../shared/api/stream';
import { listEverySign } from '../../shared/fonts/list-every-sign';
import { fetchTexts } from '../../shared/i18n';
import { useLanguage } from '../../shared/i18n/use-language';
import { PlainButton } from '../../shared/kit/controls/plain-button';
import { PageBones } from '../../shared/kit/waiting/skeleton';
import { EmptyState } from '../../shared/kit/waiting/states';
import { lineIsFree, sawFirst } from '../../shared/state/first-sight';
import { takenOver, useStore } from '../../shared/state/store';
import { useViewport } from '../../shared/state/viewport';
import { BottomBar } from './bottom-bar';
import styles from './frame.module.css';
import { KeyLegend } from './key-legend';
import { PendingWatch } from './pending-watch';
import { Rail } from './rail';
import { SearchPalette } from '../search/search-palette';
import { Strips } from './strips';
import { Toasts } from './toasts';
import { TopBar } from './top-bar';

/** On a phone an open request or form is a screen of its own, with its own bar at the thumb. */
function usesWholeScreen(path: string, search: Record<string, unknown>): boolean {
  return path.startsWith('/requests/') || path.startsWith('/start/') || (path === '/inbox' && typeof search.open === 'string');
}

/** What is not needed for the first sight of a page: where the signs of names and of what people write are to be found, and the other language. */
function useRest(path: string): void {
  const language = useLanguage();
  useEffect(() => {
    void lineIsFree.then(listEverySign);
    void lineIsFree.then(() => fetchTexts(language === 'zh' ? 'en' : 'zh'));
    // The inbox says itself when its rows are there; every other page brings its controls along.
    if (path !== '/inbox') sawFirst();
  }, []);
}

/** In place of a page whose reader is no longer the one who is signed in: nothing of it is read on, and nothing can be pressed. */
function TakenOver() {
  const { t } = useTranslation('frame');
  return (
    <main id="content" className={styles.content}>
      <EmptyState
        page
        icon={<UsersRound size={28} />}
        title={t('takenOver')}
        hint={t('takenOverHint')}
        action={<PlainButton onClick={() => window.location.reload()}>{t('reload')}</PlainButton>}
      />
    </main>
  );
}

/** The frame around every page, as long as its reader is the one who is signed in. */
export function Frame() {
  return useStore(takenOver) ? <TakenOver /> : <OpenFrame />;
}

/** Rail or bottom bar, top bar, strips, search, toasts; listens to the stream. */
function OpenFrame() {
  const { t } = useTranslation('frame');
  const viewport = useViewport();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const whole = useRouterState({ select: (state) => usesWholeScreen(state.location.pathname, state.location.search) });
  useRest(path);
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
      <ItemWatch />
      <Toasts />
    </div>
  );
}
