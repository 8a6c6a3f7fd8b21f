import type { Problem, RequestCommand } from '../api/wire';
import { createStoredStore, useStore } from './store';

/**
 * A command that was sent and whose end is not known yet: kept before the call leaves, so that a reload, a crash of the tab
 * or a lost answer finds it again and asks for it by its id.
 */
export interface PendingCommand {
  id: string;
  requestId: string;
  command: RequestCommand;
  label: { zh: string; en: string };
  comment: string;
  /** Where what was written for it is kept, to be dropped once it is done. */
  draftKey?: string | null;
  sentAt: string;
  /** False while the first call is still on its way; true once it must be asked for. */
  ask: boolean;
}

/** A command that was refused after the page had gone on: shown with its reason and the comment where the decision was made. */
export interface LateRefusal {
  requestId: string;
  label: { zh: string; en: string };
  comment: string;
  problem: Problem;
}

const pending = createStoredStore<PendingCommand[]>('countersign.pending', [], 'person');
const refusals = createStoredStore<LateRefusal[]>('countersign.refusals', [], 'person');

export const usePending = (): PendingCommand[] => useStore(pending);
export const usePendingOf = (requestId: string): PendingCommand | undefined =>
  usePending().find((command) => command.requestId === requestId);
export const useLateRefusal = (requestId: string): LateRefusal | undefined =>
  useStore(refusals).find((refusal) => refusal.requestId === requestId);

export function keepPending(command: PendingCommand): void {
  pending.set((all) => [...all.filter((other) => other.id !== command.id), command]);
}
export function forgetPending(id: string): void {
  pending.set((all) => (all.some((command) => command.id === id) ? all.filter((command) => command.id !== id) : all));
}
/** The first call brought no answer: from now on its end is asked for. */
export function askForPending(id: string): void {
  pending.set((all) => all.map((command) => (command.id === id ? { ...command, ask: true } : command)));
}
export function keepRefusal(refusal: LateRefusal): void {
  refusals.set((all) => [...all.filter((other) => other.requestId !== refusal.requestId), refusal]);
}
export function forgetRefusal(requestId: string): void {
  refusals.set((all) =>
    all.some((refusal) => refusal.requestId === requestId) ? all.filter((refusal) => refusal.requestId !== requestId) : all,
  );
}
