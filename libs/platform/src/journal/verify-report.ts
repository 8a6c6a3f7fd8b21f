import type { Difference } from '@countersign/database';

export interface VerifyOptions {
  /** Only this request. */
  requestId?: string;
  /** Mends what can be mended: rows from the journal, runs by folding it anew. */
  rebuild?: boolean;
  /** Told about every request that was looked at. */
  onRequest?: (checked: number) => void;
}

export interface RequestFinding extends Difference {
  requestId: string;
  number: string | null;
  /** True where `rebuild` has put it right, or has set the run on its way. */
  mended: boolean;
}

/** A request of which only a part could be compared. */
export interface RequestNote {
  requestId: string;
  number: string | null;
  detail: string;
}

export interface VerifyReport {
  requests: number;
  transitions: number;
  findings: RequestFinding[];
  /** No differences: requests that cannot be folded, because their definition can no longer be run. They are blocked when they are asked something. */
  notes: RequestNote[];
  /** Files that requests cite and that are not what was cited. Nothing can be made of the journal here: they stand in a backup, or nowhere. */
  evidence: RequestNote[];
  /** Requests whose run or whose commands do not get on, although nothing differs. */
  stuck: RequestNote[];
  /** Nothing is left that differs. */
  passed: boolean;
}
