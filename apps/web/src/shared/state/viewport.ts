import { useSyncExternalStore } from 'react';

/** `phone`: bottom bar and full screens · `narrow`: list with a sliding drawer · `wide`: all columns. */
export type Viewport = 'phone' | 'narrow' | 'wide';

const phone = window.matchMedia('(max-width: 767px)');
const wide = window.matchMedia('(min-width: 1200px)');
const read = (): Viewport => (phone.matches ? 'phone' : wide.matches ? 'wide' : 'narrow');
const subscribe = (listener: () => void): (() => void) => {
  for (const query of [phone, wide]) query.addEventListener('change', listener);
  return () => {
    for (const query of [phone, wide]) query.removeEventListener('change', listener);
  };
};

export const useViewport = (): Viewport => useSyncExternalStore(subscribe, read);
