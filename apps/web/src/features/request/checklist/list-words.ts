import type { RequestView } from '../../../shared/api/wire';

export type ListView = RequestView['lists'][number];
export type ItemView = ListView['items'][number];
type Door = RequestView['allowed'][number]['items'][number];

/** How far a list has come. */
export interface Progress {
  all: number;
  settled: number;
  late: number;
}

/** Pure. */
export function progressOf(items: readonly ItemView[]): Progress {
  const settled = items.filter(({ state }) => state !== 'open').length;
  return { all: items.length, settled, late: items.filter(({ due }) => due?.late === true).length };
}

/** Whether the reader can do it now: it is theirs, and what comes before it is settled. Pure. */
export const waitsForReader = ({ yours, waits }: ItemView): boolean => yours && waits.length === 0;

/** What is looked at: what is the reader’s to do, what is late, what is open, everything, or one group. */
export type Shown = 'mine' | 'late' | 'open' | 'all' | `group ${string}`;

/** Pure. */
export function itemsShown(items: readonly ItemView[], shown: Shown): ItemView[] {
  if (shown === 'mine') return items.filter(({ yours }) => yours);
  if (shown === 'late') return items.filter(({ due }) => due?.late === true);
  if (shown === 'open') return items.filter(({ state }) => state === 'open');
  if (shown === 'all') return [...items];
  return items.filter(({ group }) => `group ${group ?? ''}` === shown);
}

/** Under which heading an item stands: it is late or due today, comes later, or is settled. Pure. */
export function sectionOf({ state, due }: ItemView): 'today' | 'later' | 'settled' {
  if (state !== 'open') return 'settled';
  return due !== null && due.daysLeft <= 0 ? 'today' : 'later';
}

/** By day, those without one last; what was settled last comes first. Pure. */
export function inDayOrder(items: readonly ItemView[]): ItemView[] {
  const day = ({ due }: ItemView): string => (due ? `${due.day} ${due.at ?? '24:00'}` : 'later than any day');
  return [...items].sort((left, right) => (day(left) < day(right) ? -1 : day(left) > day(right) ? 1 : 0));
}

/** Whether its items are so many days from the day that it counts to; a list of one day is not. Pure. */
export const countsInDays = ({ items }: ListView): boolean => items.some(({ due }) => (due?.offset ?? 0) !== 0);

/** Lists in which something is the reader’s to do, then the others, each in the order of the way. Pure. */
export function ownFirst(lists: readonly ListView[]): ListView[] {
  const isOwn = ({ items }: ListView): boolean => items.some(({ yours, state }) => yours && state === 'open');
  return [...lists.filter(isOwn), ...lists.filter((list) => !isOwn(list))];
}

/** The operation of an item at a step, as far as the reader may see it. */
export function doorOf(view: RequestView, { command, step, item }: { command: 'tick' | 'untick' | 'waive'; step: string; item: string }) {
  const option = view.allowed.find((each) => each.command === command && each.step === step) ?? null;
  const door: Door | null = option?.items.find((each) => each.item === item) ?? null;
  return option && door ? { option, reason: door.reason } : null;
}

/** Whether the next word is the first, which brings the evidence: whoever signs after it signs the same. Pure. */
export const isFirstWord = ({ words }: ItemView): boolean => words.length === 0;
