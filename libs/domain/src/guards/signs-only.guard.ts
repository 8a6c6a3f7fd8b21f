import { refusal } from '../request/refusal';
import { defineGuard, signsBesides, stepParams } from './guard';

/** Whoever signs a step besides says what they think of it: what it fills in is for those whom its own rules found. */
export const signsOnly = defineGuard({
  params: stepParams,
  refuse: (input, { step }) =>
    'brings' in input.command && input.command.brings && signsBesides(input, step) ? refusal('signs-only', { step }) : null,
});
