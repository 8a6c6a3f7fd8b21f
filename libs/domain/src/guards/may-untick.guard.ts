import { defineGuard } from './guard';
import { untickRefusal } from './item-refusal';
import { itemParams } from './may-tick.guard';

/** The actor said it themselves, or the item is theirs and they say why; nothing has been built on it. */
export const mayUntick = defineGuard({
  params: itemParams,
  refuse({ context, command }, { step, rules }) {
    if (command.type !== 'untick') return null;
    return untickRefusal(context, { step, item: command.item, person: command.actor, hasComment: command.hasComment }, rules);
  },
});
