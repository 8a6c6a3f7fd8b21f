import { committingSteps, partsPath, type BudgetField } from '../definition/fields/budget-field';
import type { Money } from '../money/money';
import { isMoney } from '../money/money';
import type { FundsHeld } from '../request/held';
import type { FieldValue, RequestContext } from '../request/request-state';
import { doneBefore, recordOf } from '../request/standing';
import { ownValue } from '../text/own-value';

/** How a request draws on its line while it goes on: as its budget field says. */
export type DrawingRule = Pick<BudgetField, 'key' | 'commit' | 'spend' | 'to'>;

/** A request as far as money goes. */
export type Drawing = Pick<RequestContext, 'outcome' | 'fields' | 'carriedOut' | 'doneBy' | 'returned' | 'steps' | 'round'>;

const YES = ['passed', 'merged', 'waived'];

/**
 * What a request takes of its line where it stands, and nothing else: the covered part is reserved while it is asked for, all of it is committed once the
 * steps say yes or the request is approved (what is over the plan was granted with that), and spent as far as it was paid. With its requester it holds
 * nothing, nor once it ended otherwise, but what was paid stays spent; what is moved to another line is held until the request is closed. Null where it
 * takes nothing. Pure.
 */
export function fundsHeld(rule: DrawingRule, drawing: Drawing, closed = false): FundsHeld | null {
  if (closed && rule.to !== undefined) return null;
  const { fields, outcome, returned } = drawing;
  const line = ownValue(fields, `${rule.key}.line`);
  const [covered, over] = [moneyAt(fields, `${rule.key}.covered`), moneyAt(fields, `${rule.key}.over`)];
  if (typeof line !== 'string' || line === '' || covered === null || drawing.round === 0) return null;
  const whole = BigInt(covered.minor) + BigInt(over?.minor ?? '0');
  const spent = spentOf(rule, drawing, whole);
  const committed = isCommitted(rule, drawing);
  const lives = outcome === 'approved' || (outcome === null && returned === null);
  const open = outcome === 'approved' && isPaid(rule, drawing) ? 0n : whole - spent;
  const burden = lives && committed ? spent + larger(open, 0n) : spent;
  const held = {
    reserved: lives && !committed && spent === 0n ? BigInt(covered.minor) : 0n,
    committed: burden - spent,
    spent,
    extended: larger(burden - BigInt(covered.minor), 0n),
  };
  if (Object.values(held).every((each) => each === 0n)) return null;
  const { reserved, extended } = held;
  return {
    line,
    currency: covered.currency,
    reserved: `${reserved}`,
    committed: `${held.committed}`,
    spent: `${spent}`,
    extended: `${extended}`,
  };
}

const larger = (left: bigint, right: bigint): bigint => (left > right ? left : right);

function moneyAt(fields: Record<string, FieldValue>, path: string): Money | null {
  const value = ownValue(fields, path);
  return isMoney(value) ? value : null;
}

function isCommitted(rule: DrawingRule, drawing: Drawing): boolean {
  if (drawing.outcome === 'approved') return true;
  const said = committingSteps(rule).map((step) => recordOf(drawing, step)?.status ?? '');
  return said.some((status) => YES.includes(status)) && said.every((status) => status === 'skipped' || YES.includes(status));
}

function isPaid({ spend }: DrawingRule, { carriedOut }: Drawing): boolean {
  return spend.length > 0 && spend.every(({ step }) => carriedOut.includes(step));
}

/** A step that pays in parts has spent those until it has paid all. */
function spentOf({ spend }: DrawingRule, drawing: Drawing, whole: bigint): bigint {
  const { carriedOut, fields } = drawing;
  const done = spend.filter(({ step }) => carriedOut.includes(step));
  return done.reduce((sum, { step, amount, parts }) => {
    const path = parts !== undefined && doneBefore(drawing, step) === null ? partsPath(parts) : amount;
    return sum + (path === undefined ? whole : BigInt(moneyAt(fields, path)?.minor ?? '0'));
  }, 0n);
}
