import type { ChecklistStep } from '../definition/steps/checklist.step';
import type { SubprocessStep } from '../definition/steps/subprocess.step';
import type { StepRecord } from '../request/request-state';
import type { Play } from './play.fixture';

/** What does not hold of a list that has passed: each of its items that must be is done, by as many different people as it asks for, or waived. */
function wrongList({ id, items }: ChecklistStep, record: StepRecord): string | null {
  for (const { id: item, mandatory } of items) {
    const known = record.items?.of[item];
    if (known === undefined || known.waived) continue;
    const people = new Set(known.signed?.map(({ person }) => person));
    if (mandatory && people.size < known.seats.length) return `${id} to pass only once ${item} is done or waived`;
    if (people.size < (known.signed?.length ?? 0)) return `${item} of ${id} to be signed by different people`;
  }
  return null;
}

/** What does not hold of requests that a step has just waited for: as many as it wants were approved, or have come to something where that is enough. */
function wrongChildren({ id, wait, onRejected }: SubprocessStep, { children = {} }: StepRecord): string | null {
  const all = Object.values(children);
  const wanted = all.filter(({ left }) => left === undefined || wait !== 'all').length;
  const needed = wait === 'all' ? wanted : Math.min(wait === 'any' ? 1 : Number(wait), wanted);
  const counts = all.filter(({ outcome }) => outcome === 'approved' || (onRejected === 'ignore' && outcome !== undefined)).length;
  return counts < needed ? `${id} to wait until ${needed} of its requests are approved` : null;
}

/** What does not hold of steps that the last transition has passed, in words; null where all does. As simple as it can be said, beside the engine's own way. */
export function wrongOfSeveral({ process, context, events }: Play): string | null {
  for (const event of events) {
    if (event.type !== 'step.passed') continue;
    const [step, record] = [process.steps[event.step], context.steps[event.step]];
    if (record?.status !== 'passed') continue;
    const wrong =
      step?.kind === 'checklist'
        ? wrongList(step, record)
        : step?.kind === 'subprocess' && step.wait !== 'none'
          ? wrongChildren(step, record)
          : null;
    if (wrong) return wrong;
  }
  return null;
}
