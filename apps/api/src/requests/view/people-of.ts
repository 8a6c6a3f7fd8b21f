import type { RequestFacts } from '@countersign/database';
import { blocksOf, itemWordsOf, readersOf, supervisorsOf } from '@countersign/domain';
import type { RequestBundle } from './request-bundle';

/** Everybody whom a view may have to name. What happens next is told to whoever has the task: that takes everybody who may come next. */
export function peopleOf(
  { request, directory, head }: RequestFacts,
  { tasks, lastReturn, corrected, suspended, repairs, givenUp }: RequestBundle,
  reader: string,
): (string | null)[] {
  const ahead = tasks.some(({ status, personId }) => status === 'open' && personId === reader);
  const { context } = request.state;
  const blocked = blocksOf(context);
  const looked = tasks.flatMap(({ derivation }) => [
    ...(derivation?.ladder ?? []).map(({ person }) => person),
    ...(derivation?.standIns ?? []).flatMap(({ person, absent, passed = [] }) => [person, absent, ...passed.map((each) => each.person)]),
    ...(derivation?.rules ?? []).flatMap(({ candidates }) => candidates.map(({ person }) => person)),
  ]);
  return [
    ...tasks.map(({ personId }) => personId),
    ...looked,
    ...Object.values(context.steps).flatMap((step) => [
      ...Object.values(step.seats).flatMap(({ person, actingFor, addedBy, lentBy, from }) =>
        [person, actingFor, addedBy, lentBy, from].map((id) => id ?? null),
      ),
      ...itemWordsOf(step).map(({ person }) => person),
    ]),
    ...supervisorsOf(context),
    ...readersOf(context).map(({ person }) => person),
    ...repairs.map(({ by }) => by),
    ...blocked.flatMap(({ owners }) => owners),
    ...(blocked.length > 0 || head.diverged ? directory.operators : []),
    ...(ahead ? directory.positions.map(({ personId }) => personId) : []),
    ...Object.values(context.doneBy ?? {}).map(({ person }) => person),
    lastReturn?.actorId ?? null,
    corrected?.by ?? null,
    suspended?.by ?? null,
    givenUp?.by ?? null,
  ];
}
