import { lateControl } from './late-control';

/** A menu under a button that is there before the menu's code is. */
export const LateDropdown = lateControl(() => import('./dropdown').then(({ Dropdown }) => Dropdown));
