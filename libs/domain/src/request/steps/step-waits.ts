import type { Standstill } from '../../calendar/working-time';

/** How the time of a step stood still: while somebody was asked for information on it, or its request was suspended. */
export interface Stood {
  /** Since when it does. */
  since?: string;
  /** When it did. Absent: never. */
  stood?: Standstill[];
}

/** How the time of an open step runs: moments (ISO), counted by its calendar when people were found. */
export interface StepClock extends Stood {
  /** Since when it counts. */
  from: string;
  due: string;
  /** When each rung of its rule comes, in order; those before `rung` have come. */
  marks: string[];
  rung: number;
  /** It begins anew, and is to be counted from there. */
  anew?: true;
  /** It was counted over a year whose statutory days are not announced yet. */
  provisional?: true;
}

/** Why something was given up that its request asks no more: nobody has refused it. */
export const DROPPED = 'dropped';

/** The same where the other system has not called back in time. */
export const LATE = 'late';

/** What a step has asked of another system. */
export interface CallRecord {
  id: string;
  /** Digest of what was sent: as long as that is the same, it stands. */
  given: string;
  answered?: true;
  /** Why it was given up. */
  failed?: string;
  /** The other system has called back with what its step cannot use: it was told so, and may call back again. */
  wrong?: true;
  /** The other system has answered after it was given up: nothing of it counts. */
  tooLate?: true;
  /** Until when (ISO) it is waited for that the other system calls back; absent: without end, or for its answer alone. */
  until?: string;
  /** Somebody has ended the wait for it by hand: it is waited for no more, whatever comes of it. */
  ended?: true;
}

/** Until when a step waits. */
export interface Pause extends Stood {
  /** Moment (ISO). */
  at: string;
  /** The day in the date field by which it was counted. */
  day?: string;
  /** Since when working time counts; absent where a date says it. */
  from?: string;
  /** It was counted over a year whose statutory days are not announced yet. */
  provisional?: true;
}
