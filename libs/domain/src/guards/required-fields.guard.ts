import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Nothing that must be filled is blank. */
export const requiredFields = defineGuard({
  params: noParams,
  refuse: ({ command }) =>
    'missing' in command && command.missing.length > 0 ? refusal('required-fields', { fields: command.missing }) : null,
});
