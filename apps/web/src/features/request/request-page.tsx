export function RequestPage(_: { id: string; tab: string }) {
  return null;
}
