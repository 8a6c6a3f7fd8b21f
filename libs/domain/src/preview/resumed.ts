import type { EngineRequest } from '../request/transition';

/** A request as it would be if nobody held it. Pure. */
export function resumed({ state, ...request }: EngineRequest): EngineRequest {
  const { suspendedAt: _held, ...context } = state.context;
  return { ...request, state: { ...state, context } };
}
