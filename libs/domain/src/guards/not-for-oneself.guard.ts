import { concernsRole } from '../request/links/own-request';
import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Nobody asks for authority for themselves, or for a role that they hold. */
export const notForOneself = defineGuard({
  params: noParams,
  refuse({ command, facts }) {
    if (!('concerns' in command || 'beneficiary' in command)) return null;
    const roles = facts.actor?.id === command.actor ? facts.actor.roles : [];
    return command.beneficiary === command.actor || concernsRole(command, roles) ? refusal('own-authority') : null;
  },
});
