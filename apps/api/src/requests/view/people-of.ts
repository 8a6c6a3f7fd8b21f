import type { RequestFacts } from '@countersign/database';
import type { RequestBundle } from './request-bundle';

/** Everybody whom a view may have to name. */
export function peopleOf({ request, directory, head }: RequestFacts, { tasks, lastReturn }: RequestBundle): (string | null)[] {
  const { context } = request.state;
  const looked = tasks.flatMap(({ derivation }) => [
    ...(derivation?.ladder ?? []).map(({ person }) => person),
    ...(derivation?.rules ?? []).flatMap(({ candidates }) => candidates.map(({ person }) => person)),
  ]);
  return [
    ...tasks.map(({ personId }) => personId),
    ...looked,
    ...Object.values(context.steps).flatMap((step) => step.seats.map(({ person }) => person)),
    ...(context.blocked?.owners ?? []),
    ...(context.blocked || head.diverged ? directory.operators : []),
    // Whoever comes next is one of the posts that the definition asks for.
    ...(context.outcome === null ? directory.positions.map(({ personId }) => personId) : []),
    lastReturn?.actorId ?? null,
  ];
}
