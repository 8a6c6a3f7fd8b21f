import { refusal } from '../request/refusal';
import { doneBefore } from '../request/standing';
import { defineGuard, stepParams } from './guard';

/** What was carried out is not carried out once more by a press that does not say so: whoever is asked again puts right what was written. */
export const notDoneBefore = defineGuard({
  params: stepParams,
  refuse({ context, command }, { step }) {
    const done = doneBefore(context, step);
    const knows = 'again' in command && command.again === true;
    return done === null || knows ? null : refusal('done-before', { step, by: done.person, at: done.at });
  },
});
