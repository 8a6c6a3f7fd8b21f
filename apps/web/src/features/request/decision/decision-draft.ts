import type { Json, Stance } from '@countersign/domain';
import { createStoredStore, useStore } from '../../../shared/state/store';

/** What somebody has written for a decision and not sent yet. It survives reloads, other items and lost connections. */
export interface DecisionDraft {
  comment: string;
  fields: Record<string, Json>;
  stance: Stance | null;
}

const empty: DecisionDraft = { comment: '', fields: {}, stance: null };
const drafts = createStoredStore<Record<string, DecisionDraft>>('countersign.decisions', {}, 'person');

export const useDecisionDraft = (key: string): DecisionDraft => useStore(drafts)[key] ?? empty;

export function changeDraft(key: string, change: Partial<DecisionDraft>): void {
  drafts.set((all) => ({ ...all, [key]: { ...(all[key] ?? empty), ...change } }));
}

export function dropDraft(key: string): void {
  drafts.set(({ [key]: _dropped, ...rest }) => rest);
}
