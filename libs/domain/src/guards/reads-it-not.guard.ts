import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** The person whom the command names does not read the request yet: by their own, by a task of theirs on the way, or by a copy. */
export const readsItNot = defineGuard({
  params: noParams,
  refuse({ context, command }) {
    const person = 'person' in command ? command.person : null;
    if (person === null) return null;
    const seated = Object.values(context.steps).some(({ seats }) => Object.values(seats).some((seat) => seat.person === person));
    const sent = Object.values(context.steps).flatMap(({ copies = [], items }) => [...copies, ...(items?.waivers ?? [])]);
    const copied = [...sent, ...(context.copiedTo ?? [])].includes(person);
    const reads = seated || copied || [context.requester?.id, context.beneficiary].includes(person);
    return reads ? refusal('reads-it-already', { person }) : null;
  },
});
