import { flat, type BlockName, type Built } from './block';

/** What must hold of the steps of a pattern: null, or what is wrong. Checked while a process is built, so a wrong one never starts. */
export type Law = (blocks: readonly Built[]) => string | null;

const names = (built: readonly Built[]): BlockName[] => flat(built).map(({ block }) => block);
const DECIDING: readonly BlockName[] = ['approve'];

/** Somebody decides. */
export const decided: Law = (built) => (names(built).some((name) => DECIDING.includes(name)) ? null : 'somebody to decide');

/** Nothing is carried out before the last decision (X42). */
export const carriedOutLast: Law = (built) => {
  const all = names(built);
  const first = all.indexOf('carry-out');
  return first < 0 || all.lastIndexOf('approve') < first ? null : 'nothing to be carried out before the last decision';
};

/** Finance is asked before the decision (X11). */
export const financeAsked: Law = (built) => {
  const all = names(built);
  const opinion = all.indexOf('opinion');
  return opinion >= 0 && opinion < all.indexOf('approve') ? null : 'an opinion of finance before the decision';
};

/** At least so many pieces of work, each with its evidence. */
export const piecesOfWork =
  (least: number): Law =>
  (built) =>
    names(built).filter((name) => name === 'prepare' || name === 'carry-out').length >= least ? null : `at least ${least} pieces of work`;

/** Nobody does it alone: a list of several, two who sign together, or one who does the work and another who looks at it. */
export const twoPeople: Law = (built) => {
  const all = names(built);
  return all.includes('checklist') || all.includes('countersign') || (all.includes('review') && all.includes('prepare'))
    ? null
    : 'two people to look at it';
};

/** Throws where a law does not hold. */
export function keep(key: string, laws: readonly Law[], built: readonly Built[]): void {
  for (const law of laws) {
    const wrong = law(built);
    if (wrong !== null) throw new Error(`Expected ${key} to have ${wrong}, but it has ${names(built).join(', ')}`);
  }
}
