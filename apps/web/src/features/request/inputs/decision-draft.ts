import { ownValue, type Json, type Stance } from '@countersign/domain';
import { createTabEntries, useStore } from '../../../shared/state/store';

/**
 * What somebody has written for a decision and not sent yet. It survives reloads, other items, lost connections, and that somebody else
 * was faster: the words belong to the request. What is filled in belongs to the step that asks for it, and what was said in a dialog
 * to that dialog: it does not go out with another press, nor with one in another tab.
 */
export interface DecisionDraft {
  comment: string;
  /** What was written in dialogs that have not been sent, by their button. */
  reasons?: Record<string, string>;
  step: string | null;
  fields: Record<string, Json>;
  stance: Stance | null;
}

const empty: DecisionDraft = { comment: '', step: null, fields: {}, stance: null };
const drafts = createTabEntries<DecisionDraft>('decisions');

const forStep = (draft: DecisionDraft | undefined, step: string | null): DecisionDraft =>
  draft === undefined ? { ...empty, step } : draft.step === step ? draft : { ...empty, step, comment: draft.comment };

/** What was written for a request, as far as the step where it stands can use it. */
export function useDecisionDraft(requestId: string, step: string | null): DecisionDraft {
  return forStep(ownValue(useStore(drafts), requestId), step);
}

export function changeDraft(requestId: string, step: string | null, change: Partial<DecisionDraft>): void {
  drafts.set((all) => ({ ...all, [requestId]: { ...forStep(ownValue(all, requestId), step), ...change } }));
}

/**
 * It has been sent: what was written goes, and is answered in case the decision is taken back. A comment that a dialog did not send stays.
 */
export function takeDraft(requestId: string, sent: string | null = null): DecisionDraft | null {
  const taken = ownValue(drafts.get(), requestId) ?? null;
  if (!taken) return null;
  const isLeft = sent !== null && taken.comment.trim() !== '' && taken.comment !== sent;
  drafts.set(({ [requestId]: _taken, ...rest }) =>
    isLeft ? { ...rest, [requestId]: { ...empty, step: taken.step, comment: taken.comment } } : rest,
  );
  return taken;
}

/** The decision was taken back: what had been written for it stands there again, unless something else was written since. */
export function giveDraftBack(requestId: string, draft: DecisionDraft | null): void {
  if (draft) drafts.set((all) => ((ownValue(all, requestId)?.comment ?? '') === '' ? { ...all, [requestId]: draft } : all));
}
