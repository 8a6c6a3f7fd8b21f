import { clock, movesPeople, type AffectedRequest, type DirectoryReviewRepository } from '@countersign/database';
import { stepTitle, type Bilingual } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import type { MovedTaskView, OpenTasksView, PersonNameView } from '../dto/people.view';

/** How long a trial looks through open requests: its caller waits, and so do others who import. */
const LOOK_MS = 30_000;
const NAMED = 100;

/** Which open tasks would move or be blocked by the directory as this transaction sees it. */
export async function foreseenTasks(
  review: DirectoryReviewRepository,
  manager: EntityManager,
  { companyId, before }: { companyId: string; before: number },
): Promise<OpenTasksView> {
  const ask = <T extends object>({ text }: { text: string }, values: readonly unknown[]): Promise<T[]> =>
    manager.query<T[]>(text, [...values]);
  const {
    affected: named,
    moved,
    blocked,
    complete,
  } = await review.foresee(ask, { companyId, before }, { most: NAMED, untilMs: clock.ms() + LOOK_MS });
  const names = await namesOf(manager, [
    ...new Set(named.flatMap(({ steps }) => steps.flatMap(({ before, after }) => [...before, ...after]))),
  ]);
  return {
    items: named.flatMap((request) => taskViews(request, names)).slice(0, NAMED),
    moved,
    blocked,
    complete,
  };
}

function taskViews({ head, known, steps }: AffectedRequest, names: Map<string, Bilingual>): MovedTaskView[] {
  const people = (ids: string[]): PersonNameView[] => ids.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id)! }] : []));
  return steps.filter(movesPeople).map(({ step, before, after, blocked }) => ({
    request: head.id,
    number: head.number,
    step: stepTitle(known.process, step),
    from: people(before),
    to: people(after),
    blocked,
  }));
}

/** Read in the transaction: some people are there in it only. */
async function namesOf(manager: EntityManager, ids: string[]): Promise<Map<string, Bilingual>> {
  const rows = await manager.query<{ id: string; name: Bilingual }[]>('SELECT id, name FROM person WHERE id = ANY ($1)', [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
