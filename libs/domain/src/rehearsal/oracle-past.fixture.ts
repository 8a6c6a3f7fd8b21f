import type { Company } from './company.fixture';

/** What happened and was taken, in order, each with the company of its moment. Nothing of what the engine made of it. */
export type Past = { by: string; company: Company } & (
  | { what: 'submit' | 'resubmit' | 'correct'; amount: number; friend: string | null }
  | { what: 'approve'; step: string; flag: boolean | null | undefined }
  | { what: 'abstain'; step: string }
  | { what: 'return'; step: string; to: string; resume: string }
  | { what: 'reject' | 'withdraw' | 'terminate' | 'undo' | 'look-again' | 'directory' | 'stop' }
  | { what: 'assign'; person: string }
);

/** Who must be asked now. */
export interface Expected {
  asked: { step: string; people: string[] } | null;
  /** A step that nobody can be found for. */
  stuck: string | null;
  returned: boolean;
  outcome: string | null;
}
