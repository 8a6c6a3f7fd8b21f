import type { Outline } from '../definition/outline';
import { isAbout, shownNow, wholeDigest } from '../form/shown-now';
import { shownDigest } from '../form/step-fields';
import { ownValue } from '../text/own-value';
import type { RequestContext, Seat, StepRecord } from '../request/request-state';

type Shown = Pick<Outline, 'shown' | 'shownFrom' | 'shownOthers'>;

interface Between {
  process: Shown;
  before: RequestContext;
  after: RequestContext;
}

/** A step whose words were about what was shown before, as words about what is shown now. */
function carried(id: string, record: StepRecord, { process, before, after }: Between): StepRecord {
  const was = shownNow(process, id, before, record);
  const material = shownDigest(process, id, after.material);
  const whole = after.others === undefined ? {} : { shown: wholeDigest(process, id, after) };
  const seats = Object.entries(record.seats).map(([name, seat]): [string, Seat] => {
    const { vote } = seat;
    return vote !== undefined && isAbout(vote, was) ? [name, { ...seat, vote: { ...vote, material, ...whole } }] : [name, seat];
  });
  const copied = record.copied !== undefined && record.copied === was.material ? { copied: material } : {};
  const leftOut = record.leftOut?.material === was.material ? { leftOut: { ...record.leftOut, material } } : {};
  return { ...record, seats: Object.fromEntries(seats), ...copied, ...leftOut };
}

/**
 * Words stand where a decision only takes something away from what they were said about, on its own step as on others: whoever agreed to all of it agreed
 * to what is left. Pure.
 */
export function wordsCarried({ before, after, process }: Between): RequestContext {
  const steps = Object.entries(after.steps).map(([id, record]): [string, StepRecord] =>
    ownValue(process.shown, id) === undefined ? [id, record] : [id, carried(id, record, { process, before, after })],
  );
  return { ...after, steps: Object.fromEntries(steps) };
}
