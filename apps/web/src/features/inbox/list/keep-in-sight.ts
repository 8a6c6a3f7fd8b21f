/**
 * Scrolls the list as little as it takes to see a row. `scrollIntoView` would make the browser take the row for the place where the reader is:
 * the first Tab of a page just opened would lead past everything that stands before it.
 */
export function keepInSight(key: string): void {
  const row = document.querySelector(`[data-row="${key}"]`);
  const list = row?.closest('[data-list]');
  if (!row || !list) return;
  const [at, room] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
  const above = Math.min(0, at.top - room.top);
  const below = Math.max(0, at.bottom - room.bottom);
  list.scrollTop += above === 0 ? below : above;
}
