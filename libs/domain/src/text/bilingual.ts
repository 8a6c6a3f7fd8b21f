import { z } from 'zod';

/** A text in both languages of the product. Neither may be empty. */
export const bilingualSchema = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** A language that a text can be read in. */
export type Language = keyof Bilingual;

/** JSON as it crosses every boundary; `undefined` never does. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
