import { z } from 'zod';
import { AUTHORITY_KINDS } from './authority-kinds';

/** A kind of authority as it is written. */
export const authorityKindSchema = z.enum(AUTHORITY_KINDS);
