import type { CommandOf } from './command';
import type { Deadline } from './time/deadline';
import type { EngineRequest } from './transition';

/** Actor of commands that no person sends. */
export const SYSTEM_ACTOR = 'system';

function head<T extends 'timer' | 'block'>(type: T, request: EngineRequest) {
  return { id: `${request.state.context.requestId}:${type}:${request.n}`, type, actor: SYSTEM_ACTOR, digest: '' };
}

/** The command of a deadline that has come: `<request>:timer:<n>` with the n that it is decided on. Pure. */
export function timerCommand(request: EngineRequest, { step, kind }: Pick<Deadline, 'step' | 'kind'>): CommandOf<'timer'> {
  return { ...head('timer', request), step, kind };
}

/** The command that stops a request whose definition or guard threw: `<request>:block:<n>`. Pure. */
export function blockCommand(request: EngineRequest, reason: string): CommandOf<'block'> {
  return { ...head('block', request), reason };
}
