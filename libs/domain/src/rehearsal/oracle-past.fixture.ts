import type { Company } from './company.fixture';

/** What happened and was taken, in order, each with the company of its moment. Nothing of what the engine made of it. */
export type Past = { by: string; company: Company } & (
  | { what: 'submit' | 'resubmit' | 'correct'; amount: number; friend: string | null }
  | { what: 'approve'; step: string; flag: boolean | null | undefined }
  | { what: 'abstain'; step: string }
  | { what: 'return'; step: string; to: string; resume: string }
  | { what: 'reject' | 'withdraw' | 'terminate' | 'undo' | 'look-again' | 'directory' | 'stop' }
  | { what: 'assign'; person: string }
  | { what: 'transfer' | 'consult' | 'ask'; person: string }
  | { what: 'advise' | 'answer' | 'recall' | 'urge' | 'copy' | 'suspend' | 'resume' }
  | { what: 'reassign'; from: string; person: string }
);

/** Who must be asked now. */
export interface Expected {
  asked: { step: string; people: string[] } | null;
  /** A step that nobody can be found for. */
  stuck: string | null;
  returned: boolean;
  outcome: string | null;
}

/** What its sender may take back. */
const TAKEN_BACK: ReadonlySet<Past['what']> = new Set<Past['what']>([
  'approve',
  'reject',
  'return',
  'withdraw',
  'transfer',
  'consult',
  'advise',
  'ask',
  'answer',
]);

/** An undone decision is as if it had never been: it and its undoing are left out. */
export function withoutUndone(past: readonly Past[]): Past[] {
  const left: Past[] = [];
  for (const each of past) {
    if (each.what !== 'undo') left.push(each);
    else {
      const last = left.findLastIndex(({ by, what }) => by === each.by && TAKEN_BACK.has(what));
      if (last < 0) throw new Error(`Expected ${each.by} to undo a word of their own, but there is none`);
      left.splice(last, 1);
    }
  }
  return left;
}
