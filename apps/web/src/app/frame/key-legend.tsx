import { Suspense } from 'react';
import { useKeys } from '../../shared/keyboard/use-keys';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { useEver, useStore } from '../../shared/state/store';
import { legendOpen } from './legend-open';

const Dialog = lazyControls(() => import('./key-legend-dialog').then((found) => found.KeyLegendDialog));

/** `?` lists the keys; the list is fetched when somebody first asks for it. */
export function KeyLegend() {
  const wanted = useEver(useStore(legendOpen));
  useKeys({ '?': () => legendOpen.set(true) });
  return <Suspense>{wanted ? <Dialog /> : null}</Suspense>;
}
