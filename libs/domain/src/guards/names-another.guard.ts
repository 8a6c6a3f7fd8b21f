import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';
import { OVERRIDE_RIGHT } from './is-owner.guard';

/** Nobody gives an approval, or what is carried out by authority, to themselves: that takes the right to pass it over altogether. */
export const namesAnother = defineGuard({
  params: noParams,
  refuse({ command, facts }) {
    const names = 'person' in command && command.person === command.actor;
    const overrides = facts.actor?.id === command.actor && facts.actor.rights.includes(OVERRIDE_RIGHT);
    return names && !overrides ? refusal('names-oneself') : null;
  },
});
