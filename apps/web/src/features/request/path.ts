import type { Bilingual } from '@countersign/domain';
import type { ExpectedStep, PersonRef, Timeline, TimelineItem } from '../../shared/api/wire';

export type PathState = 'done' | 'now' | 'next' | 'skipped';

/** One stop of the way that a request took: where, who, when. */
export interface PathStop {
  key: string;
  /** Null: where it was handed in. */
  step: string | null;
  kind: ExpectedStep['kind'] | null;
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
    step: item.stepId,
    kind: item.kind,
    title: item.step,
    person: item.person,
    at: item.at,
    reason: null,
    state: item.skipped ? 'skipped' : 'done',
  };
}

/** Those who were looked at before the people of a step, and why not they. */
function passedStops({ key, step, kind }: Pick<PathStop, 'key' | 'step' | 'kind'>, passedOver: ExpectedStep['passedOver']): PathStop[] {
  return passedOver.map((passed, index): PathStop => ({
    key: `${key}-over-${index}`,
    step,
    kind,
    title: passed.role,
    person: passed.person,
    at: null,
    reason: passed.why,
    state: 'skipped',
  }));
}

/**
 * The way in one line: the last hand-in, what was decided since (the newest word of each step), people passed over on the way,
 * where it is now and what is expected. Pure.
 */
export function pathOf(timeline: Timeline): PathStop[] {
  const start = timeline.items.findLastIndex(isSubmit);
  const walk = timeline.items.slice(Math.max(start, 0));
  const first = start >= 0 && walk[0] ? [{ ...pastStop(walk[0]), key: 'start', title: null }] : [];
  const stops = walk.filter(isStop).reduce<PathStop[]>((all, item) => {
    const stop = pastStop(item);
    return [...all.filter(({ step }) => step !== stop.step), ...passedStops(stop, item.passedOver), stop];
  }, []);
  const ahead = timeline.expected.flatMap(({ step, kind, passedOver, ...expected }): PathStop[] => {
    const stop: PathStop = {
      key: `next-${step}`,
      step,
      kind,
      title: expected.title,
      person: expected.people[0] ?? null,
      at: null,
      reason: expected.skipped,
      state: expected.skipped ? 'skipped' : expected.current ? 'now' : 'next',
    };
    return [...passedStops(stop, passedOver), stop];
  });
  return [...first, ...stops, ...ahead];
}
