import type { Timeline, TimelineItem } from '../api/wire';

const DOINGS: ReadonlySet<string> = new Set(['request.submitted', 'request.finished']);

/**
 * What somebody did last to a request after it had come to its reader (`since`): who took it out of their hands. Remarks, copies and what the machine did
 * by itself are not it; where a change of the company did, nobody has. Pure.
 */
export const lastWord = ({ items }: Timeline, since: string): TimelineItem | undefined =>
  items.findLast(
    ({ person, answer, undoes, action, at }) =>
      person !== null && Date.parse(at) > Date.parse(since) && (answer !== null || undoes !== null || DOINGS.has(action)),
  );
