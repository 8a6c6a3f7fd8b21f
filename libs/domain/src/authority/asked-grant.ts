import type { AuthorityKind } from '../definition/authority-kinds';
import type { Definition } from '../definition/definition.schema';
import { GRANT_REACHES, GRANT_SIDES, type GrantReach } from '../definition/fields/becomes-grant.schema';
import { isMoney } from '../money/money';
import type { Grant, Limit } from '../request/grant';
import type { FormValues } from '../request/request-state';
import { ownValue } from '../text/own-value';

/** An authority as a request asks for it. */
export interface AskedGrant {
  /** Exactly one of the two: key of the role, or id of the person. */
  role: string | null;
  person: string | null;
  kind: AuthorityKind;
  matter: string;
  plan: Grant['plan'];
  reach: GrantReach;
  limit: Limit;
  withheldReason: string | null;
  /** Id of the unit; null: as it held. */
  scope: string | null;
  from: string;
  /** The day on which what held before holds again; null: until it is changed again. */
  until: string | null;
}

const textIn = (form: FormValues, field: string | undefined): string | null => {
  const value = field === undefined ? undefined : ownValue(form, field);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

/** What a form asks for; null where its process changes no authority, or where it does not say yet which. Pure. */
export function askedGrant({ becomesGrant }: Pick<Definition, 'becomesGrant'>, form: FormValues): AskedGrant | null {
  if (becomesGrant === undefined) return null;
  const { kind, ...fields } = becomesGrant;
  const said = (field: string | undefined): string | null => textIn(form, field);
  const person = said(fields.person);
  const role = person === null ? said(fields.role) : null;
  const reach = GRANT_REACHES.find((each) => each === said(fields.reach));
  const asked = typeof kind === 'string' ? said(kind) : kind.value;
  const [matter, from] = [said(fields.matter), said(fields.from)];
  if ((person === null && role === null) || reach === undefined || asked === null || matter === null || from === null) return null;
  const limit = limitOf(reach, ownValue(form, fields.limit));
  if (limit === undefined) return null;
  return {
    ...{ role, person, matter, from, reach, limit, kind: asked as AuthorityKind },
    plan: GRANT_SIDES.find((each) => each === said(fields.plan)) ?? 'any',
    withheldReason: reach === 'withheld' ? said(fields.reason) : null,
    scope: said(fields.scope),
    until: said(fields.until),
  };
}

/** Undefined: the amount is not filled in. */
function limitOf(reach: GrantReach, amount: unknown): Limit | undefined {
  if (reach === 'no-limit') return 'no-limit';
  if (reach !== 'limit') return null;
  return isMoney(amount) ? { minor: amount.minor, currency: amount.currency } : undefined;
}

/** Roles whose holders a form gives something to: they neither ask for it nor decide it. None where it takes something from them. Pure. */
export function rolesGiven(definition: Pick<Definition, 'becomesGrant'>, form: FormValues): string[] {
  const { becomesGrant } = definition;
  if (becomesGrant === undefined || textIn(form, becomesGrant.person) !== null) return [];
  const [role, reach] = [textIn(form, becomesGrant.role), textIn(form, becomesGrant.reach)];
  return role === null || reach === 'upward' || reach === 'withheld' ? [] : [role];
}
