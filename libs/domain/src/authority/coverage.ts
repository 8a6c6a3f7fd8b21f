import type { Money } from '../money/money';
import type { StepAuthority } from '../definition/steps/step-parts';
import type { Grant, Limit } from '../request/grant';
import { ownValue } from '../text/own-value';

/** Whether somebody's grants cover a decision: everything that the answer depends on, as data. */
export interface CoverageInput {
  /** Grants that may concern the person; others in the list do no harm. */
  grants: readonly Grant[];
  authority: StepAuthority;
  /** Amount of the case; null = blank. Looked at only where `authority.amount` names a field. */
  amount: Money | null;
  /** Side of the plan; null where the step does not ask. A blank plan condition is *over plan*: pass `false`. */
  inPlan: boolean | null;
  /** Unit path (root … own) of the requester's unit. */
  unitPath: readonly string[];
  /** Units (subtree roots) that the person's positions serve. */
  covers: readonly string[];
  /** The same by role: the grant of a role reaches as far as the posts of that role. Absent: as far as all of the person's posts. */
  coversAs?: Readonly<Record<string, readonly string[]>> | undefined;
  roles: readonly string[];
  personId: string;
  /** ISO time of the decision. */
  now: string;
}

/** Why nothing that somebody was granted covers a decision. */
export type CoverageGap = 'no-authority' | 'limit-too-low' | 'limit-blank' | 'grant-withheld' | 'plan-not-covered';

/** What somebody’s grants say about a decision: the one that covers it, or what is missing and up to where they reach. */
export type Coverage = { covers: true; grant: Grant; limit: Limit } | { covers: false; code: CoverageGap; limit: Limit };

/** Whether a grant is in force at a moment. Start inclusive, end exclusive; the directory gives both as instants of the company's midnight. Pure. */
export function validAt(grant: Pick<Grant, 'validFrom' | 'validTo'>, now: string): boolean {
  return (grant.validFrom === null || grant.validFrom <= now) && (grant.validTo === null || now < grant.validTo);
}

function servedAs({ personId, role }: Grant, { covers, coversAs }: CoverageInput): readonly string[] {
  return personId !== null || role === null || coversAs === undefined ? covers : (ownValue(coversAs, role) ?? []);
}

function concerns(grant: Grant, input: CoverageInput): boolean {
  if (grant.kind !== input.authority.kind || grant.matter !== input.authority.matter) return false;
  const held = grant.personId === null ? grant.role !== null && input.roles.includes(grant.role) : grant.personId === input.personId;
  if (!held || !validAt(grant, input.now)) return false;
  return grant.scopeUnitId === null
    ? servedAs(grant, input).some((unit) => input.unitPath.includes(unit))
    : input.unitPath.includes(grant.scopeUnitId);
}

/** Order of limits: blank below every amount, “no limit” above. Amounts in another currency than the case count as blank. */
function rank(limit: Limit, currency: string | undefined): bigint | 'top' | null {
  if (limit === 'no-limit') return 'top';
  if (limit === null || (currency !== undefined && limit.currency !== currency)) return null;
  return BigInt(limit.minor);
}

function higher(left: Grant, right: Grant, currency: string | undefined): Grant {
  const [a, b] = [rank(left.limit, currency), rank(right.limit, currency)];
  if (a === 'top' || b === null) return left;
  if (b === 'top' || a === null) return right;
  return b > a ? right : left;
}

function reaches(limit: Limit, amount: Money | null): boolean {
  const top = rank(limit, amount?.currency);
  if (top === 'top') return true;
  return amount !== null && top !== null && top >= BigInt(amount.minor);
}

/**
 * Whether a person's authority covers a decision: kind × matter × scope, then side of the plan, then amount (G01). Pure and total.
 * The only function that compares limits: the guards and the climb along superiors both ask it.
 * A blank limit covers nothing; an unknown amount is covered by an express “no limit” only.
 */
export function coverage(input: CoverageInput): Coverage {
  const mine = input.grants.filter((grant) => concerns(grant, input));
  const granted = mine.filter((grant) => grant.state === 'granted');
  if (granted.length === 0) {
    return { covers: false, code: mine.some((grant) => grant.state === 'withheld') ? 'grant-withheld' : 'no-authority', limit: null };
  }
  const onSide = granted.filter((grant) => input.inPlan === null || grant.plan === 'any' || grant.plan === (input.inPlan ? 'in' : 'over'));
  const pool = onSide.length > 0 ? onSide : granted;
  const best = pool.reduce((left, right) => higher(left, right, input.amount?.currency));
  if (onSide.length === 0) return { covers: false, code: 'plan-not-covered', limit: best.limit };
  if (input.authority.amount === undefined || reaches(best.limit, input.amount)) return { covers: true, grant: best, limit: best.limit };
  return { covers: false, code: best.limit === null ? 'limit-blank' : 'limit-too-low', limit: best.limit };
}
