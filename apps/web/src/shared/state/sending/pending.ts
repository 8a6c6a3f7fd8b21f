import type { Problem, RequestCommand } from '../../api/wire';
import { createStoredStore, useStore } from '../store';

/**
 * A command whose end is not known yet: kept before the call leaves, so that a reload, a crash of the tab or a lost answer finds it again.
 * It keeps all that was said: the same key makes sending it once more the same command.
 */
export interface PendingCommand {
  id: string;
  key: string;
  requestId: string;
  command: RequestCommand;
  path: string;
  body: Record<string, unknown>;
  /** Content hash of what was shown; decisions must carry it. */
  shown: string | null;
  label: { zh: string; en: string };
  /** What is said once it was done. */
  past: { zh: string; en: string };
  comment: string;
  sentAt: string;
  /** `leaving`: its first call is on the way · `unsent`: no server has said that it has it · `sent`: a server has it, and its end is asked for. */
  stage: 'leaving' | 'unsent' | 'sent';
}

/** A command that was refused after the page had gone on: shown with its reason and the comment where the decision was made. */
export interface LateRefusal {
  requestId: string;
  label: { zh: string; en: string };
  comment: string;
  problem: Problem;
}

const pending = createStoredStore<PendingCommand[]>('pending', [], 'person');
const refusals = createStoredStore<LateRefusal[]>('refusals', [], 'person');

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
/** What is known of it now. Nothing changes where that is known already. */
export function stagePending(id: string, stage: PendingCommand['stage']): void {
  pending.set((all) =>
    all.some((command) => command.id === id && command.stage !== stage)
      ? all.map((command) => (command.id === id ? { ...command, stage } : command))
      : all,
  );
}
export function keepRefusal(refusal: LateRefusal): void {
  refusals.set((all) => [...all.filter((other) => other.requestId !== refusal.requestId), refusal]);
}
export function forgetRefusal(requestId: string): void {
  refusals.set((all) =>
    all.some((refusal) => refusal.requestId === requestId) ? all.filter((refusal) => refusal.requestId !== requestId) : all,
  );
}
