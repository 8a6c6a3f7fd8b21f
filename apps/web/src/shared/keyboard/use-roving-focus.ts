import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

interface Roving<T extends HTMLElement> {
  ref: RefObject<T | null>;
  onKeyDown(event: KeyboardEvent<T>): void;
  onFocus(event: FocusEvent<T>): void;
}

/**
 * One stop of the Tab key for a whole list: inside it the arrows, Home and End go from entry to entry. Entries carry `data-roving`;
 * the list spreads what this returns. The stop is the entry that was focused last, or the first.
 */
export function useRovingFocus<T extends HTMLElement>(): Roving<T> {
  const ref = useRef<T>(null);
  const stop = useRef<HTMLElement | null>(null);
  const entries = (): HTMLElement[] => [...(ref.current?.querySelectorAll<HTMLElement>('[data-roving]') ?? [])];
  const stopAt = (entry: HTMLElement | undefined): void => {
    stop.current = entry ?? null;
    for (const each of entries()) each.tabIndex = each === entry ? 0 : -1;
  };
  // Entries come and go with what is read and searched for: the one stop is found anew each time.
  useEffect(() => {
    const all = entries();
    stopAt(all.find((each) => each === stop.current) ?? all.find((each) => each.getAttribute('aria-current') !== null) ?? all[0]);
  });
  return {
    ref,
    onKeyDown: (event) => {
      const step = STEPS[event.key];
      const all = entries();
      const at = all.indexOf(event.target as HTMLElement);
      if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      all[step(at, all.length - 1)]?.focus();
    },
    onFocus: (event) => {
      if (event.target.hasAttribute('data-roving')) stopAt(event.target);
    },
  };
}
