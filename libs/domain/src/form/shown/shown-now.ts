import type { Outline } from '../../definition/structure/outline';
import { hashOf } from '../../digest/sha256';
import { contentWith } from '../../request/content';
import type { RequestContext, StepRecord } from '../../request/request-state';
import { ownValue } from '../../text/own-value';
import { shownDigest } from './step-fields';

/** As much of a digest as tells two contents of one request apart. */
const DIGITS = 16;

type Shown = Pick<Outline, 'shown' | 'shownFrom' | 'shownOthers'>;

/** What a step would be shown now. `whole` is there where everything counts, not only what is material. */
export interface ShownNow {
  material: string;
  whole?: string;
}

/** A word, as far as it was about something. */
interface Said {
  material: string;
  shown?: string;
}

/**
 * Digest of everything that a step is shown, what it writes itself left out: its own words do not lapse by it. Pure. Where the request keeps no digests
 * of its other fields, of all that was asked and written.
 */
export function wholeDigest(process: Shown, step: string, context: RequestContext): string {
  const { material, others } = context;
  if (others === undefined) {
    const writers = (ownValue(process.shownFrom, step) ?? []).filter((writer) => writer !== step);
    return contentWith(context, writers).slice(0, DIGITS);
  }
  const seen = (ownValue(process.shownOthers, step) ?? []).map((key) => ownValue(others, key) ?? '');
  return hashOf([shownDigest(process, step, material), ...seen]).slice(0, DIGITS);
}

/** What a step would be shown now, as far as it matters to the words on it: all of it where it is asked again only for what changed. Pure. */
export function shownNow(process: Shown, step: string, context: RequestContext, record: Pick<StepRecord, 'strict'> | undefined): ShownNow {
  const material = shownDigest(process, step, context.material);
  return record?.strict ? { material, whole: wholeDigest(process, step, context) } : { material };
}

/** Whether a word was about what is shown now. Pure. */
export function isAbout({ material, shown }: Said, now: ShownNow): boolean {
  return material === now.material && (now.whole === undefined || shown === now.whole);
}

/** What a word is given about, as it is kept with it. Pure. */
export function aboutNow(process: Shown, step: string, context: RequestContext): Required<Said> {
  return { material: shownDigest(process, step, context.material), shown: wholeDigest(process, step, context) };
}
