import type { StepKind } from '@countersign/domain';

/** What a step waits for that asks nobody of this request: another system, a moment, or other requests. */
export type WaitsOn = 'call' | 'delay' | 'subprocess';

/** Null where it asks people. Pure. */
export const waitsOn = (kind: StepKind | null): WaitsOn | null =>
  kind === 'call' || kind === 'delay' || kind === 'subprocess' ? kind : null;
