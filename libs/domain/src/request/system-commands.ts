import type { EngineRequest } from './transition';
import type { Command, CommandType } from './command';

/** Actor of commands that no person sends. */
export const SYSTEM_ACTOR = 'system';

function systemCommand(type: Extract<CommandType, 'timer' | 'block'>, request: EngineRequest, reason: string | null): Command {
  return {
    id: `${request.state.context.requestId}:${type}:${request.n}`,
    type,
    actor: SYSTEM_ACTOR,
    step: null,
    generation: null,
    fields: {},
    missing: [],
    invalid: [],
    beneficiary: null,
    choices: {},
    hasComment: false,
    stance: null,
    shown: null,
    to: null,
    resume: null,
    digest: '',
    writes: false,
    material: null,
    reason,
  };
}

/** The command of a deadline that has come: `<request>:timer:<n>` with the n that it is decided on. Pure. */
export function timerCommand(request: EngineRequest): Command {
  return systemCommand('timer', request, null);
}

/** The command that stops a request whose definition or guard threw: `<request>:block:<n>`. Pure. */
export function blockCommand(request: EngineRequest, reason: string): Command {
  return systemCommand('block', request, reason);
}
