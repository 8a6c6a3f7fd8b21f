import { createStore } from './store';

/** Whether the search over everything (⌘K) is open. */
export const searchOpen = createStore(false);
