import { refusal } from '../request/refusal';
import { z } from 'zod';
import { defineGuard, signsBesides } from './guard';

/** Nothing that must be filled is blank. */
export const requiredFields = defineGuard({
  /** Step whose fields they are: whoever only signs it besides need not fill them. */
  params: z.strictObject({ step: z.string().optional() }),
  refuse(input, { step }) {
    const missing = 'missing' in input.command ? input.command.missing : [];
    if (missing.length === 0 || (step !== undefined && signsBesides(input, step))) return null;
    return refusal('required-fields', { fields: missing });
  },
});
