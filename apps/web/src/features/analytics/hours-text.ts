/** Working minutes as hours, for a column of them: `31.0`, `1,300` from a hundred on. Pure. */
export function hoursOf(minutes: number): string {
  const hours = minutes / 60;
  return hours >= 99.95 ? Math.round(hours).toLocaleString('en') : hours.toFixed(1);
}
