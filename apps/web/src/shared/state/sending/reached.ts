import { ownValue } from '@countersign/domain';
import type { RequestView } from '../../api/wire';
import { createStore, useStore } from '../store';

/** Request id → number of the last transition that an answer has told this tab of. */
const reached = createStore<Record<string, number>>({});

/** A command became this transition: what was read of its request before is out of date. */
export function noteReached(requestId: string, n: number): void {
  reached.set((all) => (n > (ownValue(all, requestId) ?? 0) ? { ...all, [requestId]: n } : all));
}

/** The line was down, and a server that was put back knows less than this tab: what is read now is all there is. */
export const forgetReached = (): void => reached.set({});

/** Whether more has happened than a view shows; until the next one has arrived nothing is pressed on it. */
export const useOutdated = (view: Pick<RequestView, 'id' | 'n'>): boolean => view.n < (ownValue(useStore(reached), view.id) ?? 0);
