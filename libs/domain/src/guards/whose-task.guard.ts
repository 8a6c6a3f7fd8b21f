import { refusal } from '../request/refusal';
import { decidingSeats, recordOf } from '../request/standing';
import { defineGuard, stepParams } from './guard';

/** It is said whose task on the step the command is about, where several people have one. */
export const whoseTask = defineGuard({
  params: stepParams,
  refuse({ context, command }, { step }) {
    const from = 'from' in command ? command.from : null;
    const people = decidingSeats(recordOf(context, step)).map(([, { person }]) => person);
    const told = from === null ? people.length === 1 : people.includes(from);
    return told ? null : refusal('whose-task', { step });
  },
});
