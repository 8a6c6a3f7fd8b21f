import type { Assignee } from '../definition/assignee.schema';
import type { Limit } from '../request/grant';
import type { Json } from '../text/bilingual';

/** Why a candidate was passed over. Each has a text in both languages. */
export type RemovalCode =
  | 'is-requester'
  | 'asks-above'
  | 'is-beneficiary'
  | 'own-authority'
  | 'benefits-above'
  | 'corrected-it'
  | 'decided-before'
  | 'decided-just-before'
  | 'inactive'
  | 'no-authority'
  | 'limit-too-low'
  | 'limit-blank'
  | 'grant-withheld'
  | 'plan-not-covered'
  | 'not-nearest'
  | 'lacks-role'
  | 'vacant'
  /** Of those who might stand in for somebody. */
  | 'is-away'
  | 'on-leave'
  | 'asked-already'
  /** Of those who may sign such a case, but whom no rule of the step finds. */
  | 'not-led-to';

/** One person (or vacant post) looked at while a step was resolved. */
export interface Candidate {
  person: string | null;
  positionId: string | null;
  role: string | null;
  /** Role rules: the unit (subtree root) by which the post serves the case; absent for the whole company and for other rules. */
  serves?: string;
  /** They do not hold the post, but take its place while it is vacant. */
  substitutes?: true;
  /** No rule points at them: they are above that person, who was passed over. */
  superiorOf?: string;
  /** Limit that the candidate's grant gives, where the step asks for an amount. */
  limit: Limit | undefined;
  removed: { code: RemovalCode; params: Record<string, Json> } | null;
}

/** Somebody who takes the place of a person that is away. */
export interface StandIn {
  person: string;
  absent: string;
  /** ISO, when the absence is over; null where it is, and the word was given before. */
  until: string | null;
  /** The person who is away has named them; else they are above that one. */
  named: boolean;
  /** What their own grant gives, where the step asks for an amount. */
  limit?: Limit;
  /** Who comes before them and may not act, whoever was named first. Absent: nobody. */
  passed?: Candidate[];
}

/** How a step got its people: rules tried in order, candidates, who was removed and why, who was chosen. The answer to “why is it with me?”. */
export interface Derivation {
  step: string;
  rules: {
    rule: Assignee;
    candidates: Candidate[];
    chosen: string[];
    /** Candidates beyond those that are kept here; absent where all are. */
    more?: number;
  }[];
  /** No rule of the step pointed at them: somebody handed it on. */
  given?: true;
  /** It came on by itself, because it was late. */
  late?: true;
  /** Who takes the place of whom while people are away. Absent = nobody is. */
  standIns?: StandIn[];
  result: 'seats' | 'merged' | 'skipped' | 'blocked';
  amount: { minor: string; currency: string } | null;
  plan: 'in' | 'over' | null;
  /** For climbing steps: the whole ladder up to the top, the ones beyond the chosen included, for the picture of limits. */
  ladder: Candidate[];
}
