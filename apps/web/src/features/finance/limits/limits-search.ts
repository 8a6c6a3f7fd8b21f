import { AUTHORITY_KINDS, type AuthorityKind } from '@countersign/domain';

const STATES = ['granted', 'withheld', 'proposed', 'expired'] as const;
export type GrantState = (typeof STATES)[number];

/** What narrows the list of authorities; absent: all of them. */
export interface LimitsSearch {
  kind?: AuthorityKind;
  state?: GrantState;
}

/** Reads an address that somebody may have typed: whatever is not understood counts as absent. Pure. */
export function limitsSearch({ kind, state }: Record<string, unknown>): LimitsSearch {
  return { kind: AUTHORITY_KINDS.find((each) => each === kind), state: STATES.find((each) => each === state) };
}
