import { useEffect } from 'react';
import { createStore, useStore } from './store';

/** One word of “where am I”; the last one has no address. */
export interface Crumb {
  text: string;
  to?: string;
}

const crumbs = createStore<Crumb[]>([]);

/** Says where the page is, for the top bar. Words only, in the language on screen. */
export function useSayWhere(where: Crumb[]): void {
  const text = JSON.stringify(where);
  useEffect(() => {
    crumbs.set(JSON.parse(text) as Crumb[]);
    return () => crumbs.set([]);
  }, [text]);
}

export const useCrumbs = (): Crumb[] => useStore(crumbs);
