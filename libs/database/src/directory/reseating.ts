import { openSeats, recordOf, resolve, standingStep, type Directory } from '@countersign/domain';
import type { KnownProcess } from '../processes/process-cache';
import { engineRequestOf, type RequestHead } from '../repositories/request-head';

/** What finding its people anew does to one step of a request: ids of people before and after; `after` of a blocked step is who looks after it. */
export interface Reseating {
  step: string;
  before: string[];
  after: string[];
  blocked: boolean;
}

/** What would become of the open steps of a request under this directory; none = nothing. Pure, and without any effect. */
export function reseatings({ process }: KnownProcess, head: RequestHead, directory: Directory): Reseating[] {
  if (process.poisoned !== null || head.diverged || !head.state) return [];
  const { state } = engineRequestOf(process, head);
  const standing = standingStep(state);
  const record = standing === null ? undefined : recordOf(state.context, standing);
  if (standing === null || !record || (record.status !== 'open' && record.status !== 'blocked')) return [];
  const { verdict } = resolve(process, state, standing, directory);
  const before = record.status === 'blocked' ? (record.owners ?? []) : openSeats(record).map(([, { person }]) => person);
  const after = verdict.kind === 'seats' ? verdict.people : verdict.kind === 'blocked' ? verdict.owners : [];
  const blocked = verdict.kind === 'blocked';
  const same = blocked === (record.status === 'blocked') && [...before].sort().join() === [...after].sort().join();
  return same ? [] : [{ step: standing, before, after, blocked }];
}
