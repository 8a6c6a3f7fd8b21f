/** Working minutes as hours, for a column of them: `31.0`, `1,300` from a hundred on, `<0.1` for what took some minutes, `0` for none. Pure. */
export function hoursOf(minutes: number): string {
  const hours = minutes / 60;
  if (minutes === 0) return '0';
  if (hours < 0.05) return '<0.1';
  return hours >= 99.95 ? Math.round(hours).toLocaleString('en') : hours.toFixed(1);
}
