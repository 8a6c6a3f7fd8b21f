import { useEffect, useRef, type RefObject } from 'react';

/**
 * Of pills that go beyond the edge of a phone the chosen one is in sight. `scrollIntoView` would make the browser take the pill for the place where the
 * reader is, and the first Tab would lead past what stands before it.
 */
export function useChosenPill(pills: boolean, chosen: string): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const pill = row.current?.querySelector('[data-on="true"]');
    if (!pills || !row.current || !pill) return;
    const [at, room] = [pill.getBoundingClientRect(), row.current.getBoundingClientRect()];
    row.current.scrollLeft += at.left - room.left - (room.width - at.width) / 2;
  }, [pills, chosen]);
  return row;
}
