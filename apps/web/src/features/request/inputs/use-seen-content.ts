import { useState } from 'react';
import type { RequestView } from '../../../shared/api/wire';

/**
 * Whether what is asked has changed under its reader: a decision is about what was read, so it waits until they have looked again.
 * Only where a decision is theirs.
 */
export function useSeenContent(view: RequestView): { changed: boolean; acknowledge: () => void } {
  const decides = view.task !== null;
  const [seen, setSeen] = useState<string | null>(decides ? view.contentHash : null);
  if (decides && seen === null && view.contentHash !== null) setSeen(view.contentHash);
  return { changed: decides && seen !== null && seen !== view.contentHash, acknowledge: () => setSeen(view.contentHash) };
}
