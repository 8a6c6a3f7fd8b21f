/**
 * What operations add to the words of the house, by operation, each from its own file (`declare module`). The unions of all events, closings, notices
 * and refusals are whole without a list of them, and the compiler asks each module for the words of what it adds.
 */

/** Events that one operation alone brings about, with what they tell: `{ assign: { 'step.assigned': { … } } }`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- every operation adds its own
export interface OwnEvents {}
/** Reasons for which it takes tasks from people. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- every operation adds its own
export interface OwnClosings {}
/** In-app notices that it alone sends. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- every operation adds its own
export interface OwnNotices {}
/** Refusals that it alone gives. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- every operation adds its own
export interface OwnRefusals {}

/** What one operation adds, `none` where it adds nothing. */
export type OwnOf<Own, T, None> = T extends keyof Own ? Own[T] : None;
