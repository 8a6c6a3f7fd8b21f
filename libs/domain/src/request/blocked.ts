/** Where a request stands and why nobody can move it in the ordinary way. */
export interface Blocked {
  kind: 'no-approver' | 'poisoned';
  step: string;
  owners: string[];
  reason: string;
}
