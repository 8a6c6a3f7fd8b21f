export function SheetPage(_: { id: string }) {
  return null;
}
