/**
 * What must be true of the whole company in the same transaction: `record` writes it by keyed, conditional statements, and the loser of a race
 * decides again. Declared by guards.
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
