import type { AffectedRequest, DirectoryReviewRepository } from '@countersign/database';
import { stepTitle, type Bilingual } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import type { MovedTaskView, OpenTasksView, PersonNameView } from '../dto/people.view';

/** Open requests that a trial looks at; more would keep its caller, and the others who import, waiting. */
const LOOKED_AT = 2_000;
const NAMED = 100;

/** Which open tasks would move or be blocked by the directory as this transaction sees it. */
export async function foreseenTasks(review: DirectoryReviewRepository, manager: EntityManager, companyId: string): Promise<OpenTasksView> {
  const ask = <T extends object>({ text }: { text: string }, values: readonly unknown[]): Promise<T[]> =>
    manager.query<T[]>(text, [...values]);
  const { affected, complete } = await review.foresee(ask, companyId, LOOKED_AT);
  const steps = affected.flatMap(({ steps: moved }) => moved);
  const named = affected.slice(0, NAMED);
  const names = await namesOf(manager, [
    ...new Set(named.flatMap(({ steps: moved }) => moved.flatMap(({ before, after }) => [...before, ...after]))),
  ]);
  return {
    items: named.flatMap((request) => taskViews(request, names)).slice(0, NAMED),
    moved: steps.filter(({ blocked }) => !blocked).length,
    blocked: steps.filter(({ blocked }) => blocked).length,
    complete,
  };
}

function taskViews({ head, known, steps }: AffectedRequest, names: Map<string, Bilingual>): MovedTaskView[] {
  const people = (ids: string[]): PersonNameView[] => ids.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id)! }] : []));
  return steps.map(({ step, before, after, blocked }) => ({
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
