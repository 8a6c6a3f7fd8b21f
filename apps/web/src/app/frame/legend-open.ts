import { createStore } from '../../shared/state/store';

/** Whether the list of keys is on screen. */
export const legendOpen = createStore(false);
