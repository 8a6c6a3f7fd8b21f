import type { zh } from './zh';

/** The English side of a Chinese list of texts: the same keys, and plural forms where English needs them. */
export type Texts<T> = { readonly [K in keyof T]: string } & { readonly [K in `${string}_${'one' | 'other'}`]?: string };

/** Every text of one language, one namespace per feature. */
export type AllTexts = { [N in keyof typeof zh]: Texts<(typeof zh)[N]> };
