import { Suspense, useEffect } from 'react';
import { withLaterTexts } from '../../shared/i18n';
import { useKeys } from '../../shared/keyboard/use-keys';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { searchOpen } from '../../shared/state/search-open';
import { useEver, useStore } from '../../shared/state/store';

const SearchDialog = lazyControls(withLaterTexts(() => import('./search-dialog').then((found) => found.SearchDialog)));

/** The keys that open the search over everything; the search itself is fetched when somebody first asks for it. */
export function SearchPalette() {
  const wanted = useEver(useStore(searchOpen));
  useKeys({ '/': () => searchOpen.set(true) });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      searchOpen.set((before) => !before);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return <Suspense>{wanted ? <SearchDialog /> : null}</Suspense>;
}
