import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { createStore, useStore } from './store';

/** One word of “where am I”; the last one has no address. */
export interface Crumb {
  text: string;
  to?: string;
}

const crumbs = createStore<Crumb[]>([]);

/** Says where the page is, in the top bar and in the title of the window. Words only, in the language on screen. */
export function useSayWhere(where: Crumb[]): void {
  const text = JSON.stringify(where);
  usePageTitle(where.map((crumb) => crumb.text));
  useEffect(() => {
    crumbs.set(JSON.parse(text) as Crumb[]);
    return () => crumbs.set([]);
  }, [text]);
}

export const useCrumbs = (): Crumb[] => useStore(crumbs);

/** The title of the window: where one is, the nearest word first, then the product. For pages that say nothing in the top bar. */
export function usePageTitle(where: string | readonly string[]): void {
  const { t } = useTranslation('frame');
  const words = [...[where].flat().reverse(), t('product')].filter((word) => word !== '').join(' · ');
  useEffect(() => {
    document.title = words;
  }, [words]);
}
