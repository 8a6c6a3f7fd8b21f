import { canonicalJson } from '../digest/canonical-json';
import type { RequestContext, StepRecord } from '../request/request-state';
import { phaseOf, recordOf, standingSteps } from '../request/standing';
import type { EngineRequest } from '../request/transition';

/** How many words were said on an open step that takes several. */
function wordsOn({ status, seats, items }: StepRecord): number {
  if (status !== 'open') return 0;
  const signed = Object.values(items?.of ?? {}).flatMap((item) => item.signed ?? []);
  return signed.length + Object.values(seats).filter(({ vote }) => vote !== undefined).length;
}

/** Where a request stands, whatever its form says. */
export function standingOf({ value, context }: { value: unknown; context: RequestContext }): string {
  const steps = Object.entries(context.steps).map(([id, record]) => [id, [record.status, wordsOn(record)]]);
  return canonicalJson([value, Object.fromEntries(steps), context.returned?.resume ?? null, context.outcome]);
}

/** A request as far as it matters for where it can go. */
export function nameOf(state: { value: unknown; context: RequestContext }): string {
  const { fields, params } = state.context;
  return canonicalJson([standingOf(state), fields, params]);
}

/** Which steps a request stands at and how, or which part of its life it is in. */
export function placeOf({ state }: EngineRequest): string {
  const standing = standingSteps(state.context);
  const places = standing.map((step) => `${step} ${recordOf(state.context, step)?.status ?? ''}`);
  return places.length === 0 ? phaseOf(state) : places.join(', ');
}
