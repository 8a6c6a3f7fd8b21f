export function RequestPanel(_: { id: string }) {
  return null;
}
