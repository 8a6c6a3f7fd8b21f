import type { RecordRead } from '@countersign/database';

/** What one answer of `record` brings of the journal, in bytes: Temporal keeps it as one payload, which it bounds at 2 MiB. */
const PAGE_BYTES = 1_000_000;

/** As many of the transitions that a lane lacks as one answer can carry; it asks for the rest. Pure. */
export function withinPage(read: RecordRead): RecordRead {
  const { transitions } = read;
  if (transitions.length < 2) return read;
  let bytes = 0;
  const end = transitions.findIndex((transition, index) => {
    bytes += Buffer.byteLength(JSON.stringify(transition));
    return index > 0 && bytes > PAGE_BYTES;
  });
  return end < 0 ? read : { ...read, transitions: transitions.slice(0, end) };
}
