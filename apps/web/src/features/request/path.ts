import type { Bilingual } from '@countersign/domain';
import type { PersonRef, Timeline, TimelineItem } from '../../shared/api/wire';

export type PathState = 'done' | 'now' | 'next' | 'skipped';
export type PathSign = 'submit' | 'decide' | 'skipped' | 'now' | 'next';

/** One stop of the way that a request took: where, who, when. */
export interface PathStop {
  key: string;
  /** Null: the place where it was handed in. */
  title: Bilingual | null;
  person: PersonRef | null;
  at: string | null;
  /** Why it was passed over, in words. */
  reason: Bilingual | null;
  state: PathState;
}

const isSubmit = (item: TimelineItem): boolean =>
  item.action === 'request.submitted' ||
  item.action === 'request.resubmitted' ||
  (item.n !== null && item.stepId === null && item.action.endsWith('submitted'));
const isStop = (item: TimelineItem): boolean => item.n !== null && item.stepId !== null;

function pastStop(item: TimelineItem): PathStop {
  return {
    key: `${item.n}-${item.stepId ?? 'start'}`,
    title: item.step,
    person: item.person,
    at: item.at,
    reason: null,
    state: item.skipped ? 'skipped' : 'done',
  };
}

/**
 * The way in one line: the last hand-in, what was decided since (the newest word of each step), people passed over on the way,
 * where it is now and what is expected. Pure.
 */
export function pathOf(timeline: Timeline): PathStop[] {
  const start = timeline.items.findLastIndex(isSubmit);
  const walk = timeline.items.slice(Math.max(start, 0));
  const first = start >= 0 && walk[0] ? [{ ...pastStop(walk[0]), key: 'start', title: null }] : [];
  const stops = walk
    .filter(isStop)
    .reduce<PathStop[]>((all, item) => [...all.filter((stop) => !stop.key.endsWith(`-${item.stepId}`)), pastStop(item)], []);
  const ahead = timeline.expected.flatMap((step): PathStop[] => [
    ...step.passedOver.map((passed, index): PathStop => ({
      key: `${step.step}-over-${index}`,
      title: passed.role,
      person: passed.person,
      at: null,
      reason: passed.why,
      state: 'skipped',
    })),
    {
      key: `next-${step.step}`,
      title: step.title,
      person: step.people[0] ?? null,
      at: null,
      reason: step.skipped,
      state: step.skipped ? 'skipped' : step.current ? 'now' : 'next',
    },
  ]);
  return [...first, ...stops, ...ahead];
}
