/**
 * What must be true of the whole company in the same transaction: `record` writes it by keyed, conditional statements, and the loser of a race
 * decides again. Declared by guards and by fields that draw on a budget.
 */
export interface Held {
  /** Values that only one live or approved request of a register may hold, in canonical form. */
  values: HeldValue[];
}

/** A value that only one live or approved request of its register may hold. */
export interface HeldValue {
  register: string;
  value: string;
}

/** What a request takes of a line of a budget, in minor units: reserved while it is asked for, committed once it is approved, then spent. */
export interface FundsHeld {
  line: string;
  currency: string;
  reserved: string;
  committed: string;
  spent: string;
  /** What was granted over the plan: the line may take so much more. */
  extended: string;
}
