import { z } from 'zod';
import { isUnseen } from './canonical-text';
import { withoutTurns } from './storable-text';

/** No text for people is longer, in either language. */
const LONGEST = 2_000;
const textSchema = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST)
  .overwrite(withoutTurns)
  .refine((text) => !isUnseen(text), 'nothing of it can be seen');

/** A text in both languages of the product. Neither may be empty. */
export const bilingualSchema = z.strictObject({ zh: textSchema, en: textSchema });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** A language that a text can be read in. */
export type Language = keyof Bilingual;

/** JSON as it crosses every boundary; `undefined` never does. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
