import { createStore, useStore } from './store';

/** Requests on which this tab has just decided; an undo takes them out again. */
const decided = createStore<ReadonlySet<string>>(new Set());

export const useDecidedHere = (): ReadonlySet<string> => useStore(decided);

export function noteDecided(requestId: string): void {
  decided.set((all) => new Set([...all, requestId]));
}

export function forgetDecided(requestId: string): void {
  decided.set((all) => new Set([...all].filter((id) => id !== requestId)));
}
