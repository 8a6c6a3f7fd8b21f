import { askBy, clock, type AffectedRequest, type DirectoryReviewRepository } from '@countersign/database';
import { stepTitle, type Bilingual } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor';
import type { RequestLines } from '../../auth/request-lines.service';
import type { CalendarChangeView, MovedDueView } from './calendar.view';

/** How long open requests are looked through: its caller waits. */
const LOOK_MS = 20_000;
const NAMED = 100;
/** Requests that are counted; of so many nobody reads the list. */
const COUNTED = 10_000;

/** Which open deadlines another calendar moves, as this transaction sees it. */
export async function movedDues(
  { review, lines }: { review: DirectoryReviewRepository; lines: RequestLines },
  manager: EntityManager,
  { actor, before }: { actor: Actor; before: number },
): Promise<Pick<CalendarChangeView, 'items' | 'moved' | 'overdue' | 'complete'>> {
  const ask = askBy(manager);
  const { affected, complete } = await review.foresee(
    ask,
    { companyId: actor.companyId, before },
    { most: COUNTED, untilMs: clock.ms() + LOOK_MS },
  );
  const moved = affected.flatMap((request) => duesOf(request));
  const [now] = await manager.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
  const late = (due: string | null): boolean => due !== null && new Date(due) <= (now?.now ?? new Date(0));
  const named = moved.slice(0, NAMED);
  const titles = await lines.of(
    actor,
    named.map(({ request }) => request),
    ask,
  );
  const known = await namesOf(manager, named);
  return {
    items: named.map(({ people, ...due }) => ({
      ...due,
      title: titles.get(due.request) ?? null,
      people: people.flatMap((id) => (known.has(id) ? [{ id, name: known.get(id)! }] : [])),
    })),
    moved: moved.length,
    overdue: moved.filter(({ was, is }) => late(is) && !late(was)).length,
    complete,
  };
}

type Due = Omit<MovedDueView, 'title' | 'people'> & { people: string[] };

function duesOf({ head, known, steps }: AffectedRequest): Due[] {
  return steps.flatMap(({ step, after, due }) =>
    due ? [{ request: head.id, number: head.number, step: stepTitle(known.process, step), people: after, ...due }] : [],
  );
}

async function namesOf(manager: EntityManager, dues: Due[]): Promise<Map<string, Bilingual>> {
  const people = await manager.query<{ id: string; name: Bilingual }[]>('SELECT id, name FROM person WHERE id = ANY ($1)', [
    [...new Set(dues.flatMap((due) => due.people))],
  ]);
  return new Map(people.map(({ id, name }) => [id, name]));
}
