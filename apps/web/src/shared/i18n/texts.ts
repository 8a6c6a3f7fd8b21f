import type { zh } from './zh';
import type { zhLater } from './zh/later';

/** The English side of a Chinese list of texts: the same keys, and plural forms where English needs them. */
export type Texts<T> = { readonly [K in keyof T]: string } & { readonly [K in `${string}_${'one' | 'other'}`]?: string };

/** Every text of one language that a first page may need, one namespace per feature. */
export type AllTexts = { [N in keyof typeof zh]: Texts<(typeof zh)[N]> };

/** Those that come with their page. */
export type LaterTexts = { [N in keyof typeof zhLater]: Texts<(typeof zhLater)[N]> };
