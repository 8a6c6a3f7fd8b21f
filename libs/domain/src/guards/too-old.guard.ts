import { z } from 'zod';
import { refusal } from '../request/refusal';
import { defineGuard, textsOf, valueWith } from './guard';

const DAY = 86_400_000;

/**
 * What is asked for lies no more than so many days back, by the company's calendar. The age counts at the first submit, so that a request returned for correction
 * does not grow too old on the way; of several dates (a table's column) the oldest counts. Blank dates are the business of `required`.
 */
export const tooOld = defineGuard({
  params: z.strictObject({ field: z.string().min(1), days: z.int().min(1).max(36_500) }),
  inDefinitions: true,
  fields: ({ field }) => [field],
  takes: ['date', 'date-range'],
  refuse(input, { field, days }) {
    const { context, facts } = input;
    const oldest = textsOf(valueWith(input, field)).sort()[0];
    if (oldest === undefined) return null;
    const age = (Date.parse(context.firstSubmittedOn ?? facts.today) - Date.parse(oldest.slice(0, 10))) / DAY;
    return age > days ? refusal('too-old', { field, date: oldest, days, age }) : null;
  },
});
