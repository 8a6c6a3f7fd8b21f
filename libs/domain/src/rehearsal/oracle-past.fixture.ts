import type { Company } from './company.fixture';

/** What happened and was taken, in order, each with the company of its moment. Nothing of what the engine made of it. */
export type Past = { by: string; company: Company } & (
  | { what: 'submit' | 'resubmit' | 'correct'; amount: number; friend: string | null; board: string[]; note: string; above?: string | null }
  | { what: 'approve'; step: string; flag: boolean | null | undefined; amount?: number | undefined; note?: string | undefined }
  | { what: 'abstain'; step: string }
  | { what: 'return'; step: string; to: string; resume: string }
  | { what: 'reject' | 'leave-out' | 'override'; step: string }
  /** `of`: which of what happened it takes back, counted from 1. */
  | { what: 'undo'; of: number }
  | { what: 'withdraw' | 'terminate' | 'look-again' | 'stop' }
  /** `due`: steps whose moment has come by then. */
  | { what: 'directory'; due: string[] }
  | { what: 'assign'; step: string; person: string }
  | { what: 'transfer' | 'consult' | 'ask'; step: string; person: string }
  | { what: 'advise' | 'answer' | 'recall' | 'claim' | 'release' | 'answer-demand'; step: string }
  | { what: 'urge' | 'copy' | 'suspend' | 'resume' | 'reopen' | 'revoke' | 'grace' | 'escalate' | 'confirm-read' }
  /** `of`: the step and the person, for everybody of whom an answer is demanded now; `with`: the same for everybody to whom their places belong. */
  | { what: 'demand'; of: string[]; with: string[] }
  /** The time for an answer that was demanded is over. */
  | { what: 'unanswered' }
  /** A moment has come, or somebody has not waited for it; another system is asked once more. */
  | { what: 'moment' | 'end-wait' | 'call-again'; step: string }
  /** What has come of something that was asked outside, with the transition of that number: of another system, or of another request (null: it is under way again). */
  | { what: 'called'; step: string; begun: number; came: 'approved' | 'failed' | 'dropped' | 'late' }
  | { what: 'child'; step: string; begun: number; came: 'approved' | 'failed' | 'refused' | null }
  /** The time of a step has come to what is told of it next, counted from 0; whoever has it first. */
  | { what: 'late'; step: string; nth: number; first: string }
  | { what: 'jump'; to: string }
  | { what: 'reassign'; step: string; from: string; person: string }
);

type Without<P> = P extends Past ? Omit<P, 'by' | 'company'> : never;
/** What happens of itself, before it is said whose doing it was. */
export type Happening = Without<Past>;

/** Who must be asked now. */
export interface Expected {
  asked: { step: string; people: string[] }[];
  /** Steps that nobody can be found for. */
  stuck: string[];
  /** Steps that wait, and not for people. */
  waits: string[];
  /** Who owes an answer to whom. */
  owing: string[];
  /** Who sees to it, and who has a copy to confirm. */
  supervisors: string[];
  unread: string[];
  returned: boolean;
  /** Which round it is in: each return and each re-opening begins one. */
  round: number;
  outcome: string | null;
}

/** What its sender may take back. */
const TAKEN_BACK: ReadonlySet<Past['what']> = new Set<Past['what']>([
  'approve',
  'reject',
  'return',
  'leave-out',
  'withdraw',
  'transfer',
  'consult',
  'advise',
  'ask',
  'answer',
]);

/** Numbers of what is as if it had never been: undone decisions and their undoing. Throws where somebody undoes what is none of theirs. */
export function undoneOf(past: readonly Past[]): Set<number> {
  return new Set(
    past.flatMap((each, index) => {
      if (each.what !== 'undo') return [];
      const undone = past[each.of - 1];
      if (!undone || undone.by !== each.by || !TAKEN_BACK.has(undone.what))
        throw new Error(`Expected ${each.by} to undo a word of their own, but ${each.of} is none`);
      return [each.of, index + 1];
    }),
  );
}

/** What a run must have met, or it says nothing. */
export const WORTH_MEETING: Past['what'][] = [
  'approve',
  'return',
  'resubmit',
  'undo',
  'directory',
  'assign',
  'look-again',
  'correct',
  'reject',
  'withdraw',
  'leave-out',
  'override',
  'terminate',
  'transfer',
  'consult',
  'advise',
  'recall',
  'ask',
  'answer',
  'urge',
  'copy',
  'claim',
  'release',
  'demand',
  'answer-demand',
  'escalate',
  'confirm-read',
  'unanswered',
  'reassign',
  'jump',
  'suspend',
  'resume',
  'reopen',
  'revoke',
  'moment',
  'late',
  'end-wait',
  'call-again',
  'called',
  'child',
];
