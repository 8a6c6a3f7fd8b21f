import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Every value is of its field's type and range, and may be written here. */
export const validFields = defineGuard({
  params: noParams,
  refuse: ({ command }) =>
    'invalid' in command && command.invalid.length > 0 ? refusal('invalid-field', { fields: command.invalid }) : null,
});
