import type { AffectedRequest, DirectoryReviewRepository } from '@countersign/database';
import { stepTitle, type Bilingual } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import type { CalendarChangeView, MovedDueView } from './calendar.view';

/** How long open requests are looked through: its caller waits. */
const LOOK_MS = 20_000;
const NAMED = 100;
/** Requests that are counted; of so many nobody reads the list. */
const COUNTED = 10_000;

/** Which open deadlines another calendar moves, as this transaction sees it. */
export async function movedDues(
  review: DirectoryReviewRepository,
  manager: EntityManager,
  at: { companyId: string; before: number },
): Promise<Pick<CalendarChangeView, 'items' | 'moved' | 'overdue' | 'complete'>> {
  const ask = <T extends object>({ text }: { text: string }, values: readonly unknown[]): Promise<T[]> =>
    manager.query<T[]>(text, [...values]);
  const { affected, complete } = await review.foresee(ask, at, { most: COUNTED, untilMs: Date.now() + LOOK_MS });
  const moved = affected.flatMap((request) => duesOf(request));
  const [now] = await manager.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
  const late = (due: string | null): boolean => due !== null && new Date(due) <= (now?.now ?? new Date(0));
  const named = moved.slice(0, NAMED);
  const words = await wordsOf(manager, named);
  return {
    items: named.map(({ people, ...due }) => ({
      ...due,
      title: words.titles.get(due.request) ?? null,
      people: people.flatMap((id) => (words.people.has(id) ? [{ id, name: words.people.get(id)! }] : [])),
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

async function wordsOf(manager: EntityManager, dues: Due[]): Promise<Record<'people' | 'titles', Map<string, Bilingual>>> {
  const named = (rows: { id: string; name: Bilingual }[]): Map<string, Bilingual> => new Map(rows.map(({ id, name }) => [id, name]));
  const people = await manager.query<{ id: string; name: Bilingual }[]>('SELECT id, name FROM person WHERE id = ANY ($1)', [
    [...new Set(dues.flatMap((due) => due.people))],
  ]);
  const titles = await manager.query<{ id: string; name: Bilingual }[]>('SELECT id, row_title AS name FROM request WHERE id = ANY ($1)', [
    dues.map(({ request }) => request),
  ]);
  return { people: named(people), titles: named(titles) };
}
