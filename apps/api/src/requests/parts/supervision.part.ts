import { demandsOpen, operationOf, ownValue, readersOf, supervisorsOf } from '@countersign/domain';
import type { RepairView, SupervisionView } from '../dto/supervision.view';
import type { ViewCase } from '../view/view-case';

/** Who supervises a request, which answers they wait for, and who is to have read it. */
export function supervisionOf({ state, process, person, bundle }: ViewCase): SupervisionView {
  const { context } = state;
  const said = new Map(bundle.demanded.map(({ n, comment }) => [n, comment]));
  return {
    people: supervisorsOf(context).map(person),
    demands: demandsOpen(context).map(({ by, of, n, at, due, late = false }) => ({
      by: person(by),
      of: person(of),
      question: said.get(n) ?? null,
      at,
      due,
      late,
    })),
    receipts: readersOf(context).map(({ step, at, person: id }) => ({
      person: person(id),
      step: ownValue(process.steps, step)?.title ?? null,
      at,
    })),
  };
}

/** What operators have done to it, oldest first. */
export function repairsOf({ bundle, person }: ViewCase): RepairView[] {
  return bundle.repairs.map(({ by, type, at }) => ({ by: person(by), done: operationOf(type).past, at }));
}
