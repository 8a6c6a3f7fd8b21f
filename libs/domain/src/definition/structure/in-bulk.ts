import { kindOf, type HumanStep } from '../step.schema';

/** Why nothing on a step is passed together with others. `off`: its kind or its definition says so. */
export const BULK_BARS = ['list', 'opinion', 'fields', 'carried-out', 'comment', 'off'] as const;
export type BulkBar = (typeof BULK_BARS)[number];

/** The threshold of whoever has set none: whole units of whatever currency. */
export const BULK_UP_TO = '100000';

/**
 * Why a step is decided by itself, whatever its definition says of it: its people sign with words of their own, fill something in, or carry something
 * out. Null where it need not be. Pure.
 */
export function neverInBulk(step: HumanStep): Exclude<BulkBar, 'off'> | null {
  const kind = kindOf(step);
  if (kind.list) return 'list';
  if (kind.decision?.signed) return 'opinion';
  if (step.fields.write.length > 0) return 'fields';
  if (step.authority?.kind === 'execute') return 'carried-out';
  return step.commentRequired === true ? 'comment' : null;
}

/** The same with what the definition says; null where it may be passed together with others. Pure. */
export function bulkBar(step: HumanStep): BulkBar | null {
  const allowed = step.bulk ?? kindOf(step).decision?.inBulk ?? false;
  return neverInBulk(step) ?? (allowed ? null : 'off');
}
