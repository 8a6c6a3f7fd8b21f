import { firstPage } from '../features/inbox/list/first-page';
import { askAhead } from '../shared/api/ahead';
import { rememberedLanguage, tagOf } from '../shared/i18n/remembered';
import { textsOf } from '../shared/i18n/texts-of';

type Ask = (path: string, query?: Record<string, string | number>) => void;
type Prepare = (ask: Ask, search: URLSearchParams, id: string) => Promise<unknown>[];

const inbox: Prepare = (ask, search) => {
  const open = search.get('open') ?? '';
  ask('/me');
  // Filters are the list's own to read.
  if ([...search.keys()].every((name) => name === 'open')) ask('/tasks', firstPage);
  if (/^[\w-]+$/.test(open)) ask(`/requests/${open}`);
  return [import('./frame/frame'), import('./routes/inbox.page')];
};

/** The pages that people come to first, and what each begins with. */
const pages: [RegExp, Prepare][] = [
  [/^\/(inbox)?$/, inbox],
  [
    /^\/login$/,
    (ask) => {
      ask('/auth/mode');
      return [import('./routes/login.page')];
    },
  ],
  [
    /^\/requests\/([\w-]+)$/,
    (ask, _, id) => {
      for (const path of ['/me', `/requests/${id}`, `/requests/${id}/timeline`]) ask(path);
      return [import('./frame/frame'), import('../shared/kit/controls/controls'), import('./routes/request.page')];
    },
  ],
];

/**
 * Has code, words and first answers of the page on their way while the code that will want them is: one wait instead of three.
 * Nothing depends on it: what does not arrive is asked for again by whoever wants it.
 */
export function prepare({ pathname, search }: Location): void {
  const language = rememberedLanguage();
  const ask: Ask = (path, query) => askAhead(tagOf(language), path, query);
  const coming = pages.flatMap(([address, begin]) => {
    const found = address.exec(pathname);
    return found ? begin(ask, new URLSearchParams(search), found[1] ?? '') : [];
  });
  for (const part of [textsOf(language), ...coming]) part.catch(() => undefined);
}
