import { createStoredStore } from './store';

/** From this amount on, approving asks once more: the reader's own threshold, in whole units of the currency. */
export const confirmAbove = createStoredStore<number>('confirm-above', 100_000);
