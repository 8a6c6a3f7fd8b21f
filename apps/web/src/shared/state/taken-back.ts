import { createStore } from './store';

/** The request of which a decision was just taken back: its sentence takes the focus when it stands there again. */
export const takenBack = createStore<string | null>(null);
