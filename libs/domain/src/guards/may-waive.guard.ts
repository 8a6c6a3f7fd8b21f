import { defineGuard } from './guard';
import { waiveRefusal } from './item-refusal';
import { itemParams } from './may-tick.guard';

/** The item may be left undone, and the actor may say so. */
export const mayWaive = defineGuard({
  params: itemParams,
  refuse({ context, command }, { step, rules }) {
    if (command.type !== 'waive') return null;
    const at = { step, item: command.item, person: command.actor };
    return waiveRefusal(
      context,
      at,
      rules.find(({ id }) => id === command.item),
    );
  },
});
