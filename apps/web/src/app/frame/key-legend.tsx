import { Suspense } from 'react';
import { useKeys } from '../../shared/keyboard/use-keys';
import { lazyPart } from '../../shared/kit/lazy-part';
import { useEver, useStore } from '../../shared/state/store';
import { legendOpen } from './legend-open';

const Dialog = lazyPart(() => import('./key-legend-dialog').then((found) => found.KeyLegendDialog));

/** `?` lists the keys; the list is fetched when somebody first asks for it. */
export function KeyLegend() {
  const wanted = useEver(useStore(legendOpen));
  useKeys({ '?': () => legendOpen.set(true) });
  return <Suspense>{wanted ? <Dialog /> : null}</Suspense>;
}
