import type { Timeline, TimelineItem } from '../api/wire';

const DOINGS: ReadonlySet<string> = new Set(['request.submitted', 'request.finished']);

/** What somebody did last to a request: who took it out of the reader's hands. Remarks, copies and what the machine did by itself are not it. Pure. */
export const lastWord = ({ items }: Timeline): TimelineItem | undefined =>
  items.findLast((item) => item.person !== null && (item.answer !== null || item.undoes !== null || DOINGS.has(item.action)));
