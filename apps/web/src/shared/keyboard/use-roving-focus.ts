import { ownValue } from '@countersign/domain';
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

/** What is pressed in a row; where something is typed, the arrows are its own. */
const CONTROLS = 'a[href], button:not(:disabled), summary, input[type="checkbox"]:not(:disabled)';

/** Where a key leads among rows of controls. */
const STEPS: Readonly<Record<string, (row: number, column: number, last: number) => [number, number]>> = {
  ArrowDown: (row, column, last) => [Math.min(row + 1, last), column],
  ArrowUp: (row, column) => [Math.max(row - 1, 0), column],
  ArrowRight: (row, column) => [row, column + 1],
  ArrowLeft: (row, column) => [row, Math.max(column - 1, 0)],
  Home: (_, column) => [0, column],
  End: (_, column, last) => [last, column],
};

interface Roving<T extends HTMLElement> {
  ref: RefObject<T | null>;
  onKeyDown(event: KeyboardEvent<T>): void;
  onFocus(event: FocusEvent<T>): void;
}

/** The rows of a list with what is pressed in each; a list inside a row is one of its own. */
function rowsIn(list: HTMLElement | null): HTMLElement[][] {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-roving]') ?? [])].filter((row) => {
    const outer = row.parentElement?.closest('[data-roving]');
    return !outer || !list?.contains(outer);
  });
  const controlsOf = (row: HTMLElement): HTMLElement[] =>
    row.matches(CONTROLS)
      ? [row]
      : [...row.querySelectorAll<HTMLElement>(CONTROLS)].filter((each) => each.closest('[data-roving]') === row);
  return rows.map(controlsOf).filter((controls) => controls.length > 0);
}

/**
 * One stop of the Tab key for a whole list: inside it up, down, Home and End go from row to row, left and right from control to control of a row. A row,
 * or the one control that it is, carries `data-roving`; the list spreads what this returns. The stop is what was focused last, or what is open, or the first.
 */
export function useRovingFocus<T extends HTMLElement>(): Roving<T> {
  const ref = useRef<T>(null);
  const stop = useRef<HTMLElement | null>(null);
  const stopAt = (entry: HTMLElement | undefined): void => {
    stop.current = entry ?? null;
    for (const each of rowsIn(ref.current).flat()) each.tabIndex = each === entry ? 0 : -1;
  };
  // Rows and their controls come and go, also without the list being drawn anew: the one stop is found again each time.
  useEffect(() => {
    const find = (): void => {
      const all = rowsIn(ref.current).flat();
      stopAt(all.find((each) => each === stop.current) ?? all.find((each) => each.getAttribute('aria-current') !== null) ?? all[0]);
    };
    find();
    if (ref.current === null) return;
    const seen = new MutationObserver(find);
    seen.observe(ref.current, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => seen.disconnect();
  });
  return {
    ref,
    onKeyDown: (event) => {
      const step = ownValue(STEPS, event.key);
      const rows = rowsIn(ref.current);
      const row = rows.findIndex((controls) => controls.includes(event.target as HTMLElement));
      if (!step || row < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const [toRow, toColumn] = step(row, rows[row]?.indexOf(event.target as HTMLElement) ?? 0, rows.length - 1);
      event.preventDefault();
      const to = rows[toRow] ?? [];
      to[Math.min(toColumn, to.length - 1)]?.focus();
    },
    onFocus: (event) => {
      if (rowsIn(ref.current).flat().includes(event.target)) stopAt(event.target);
    },
  };
}
