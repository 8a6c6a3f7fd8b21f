import { coverage } from '../authority/coverage';
import type { AuthorityKind } from '../definition/authority-kinds';
import { groupsOf, rulesOf } from '../definition/flow';
import { kindOf, type HumanStep } from '../definition/step.schema';
import type { Money } from '../money/money';
import type { Grant, Limit } from '../request/grant';
import { ownValue } from '../text/own-value';
import { actorFacts } from './actor-facts';
import type { Directory } from './directory';
import { holderOf, postsAbove, postsOf } from './posts';

/** Who is away, and who is to stand in for them. */
export interface Pair {
  person: string;
  standIn: string;
}

/** One authority of somebody who will be away, beside that of whoever stands in for them. */
export interface AuthorityRow {
  kind: AuthorityKind;
  matter: string;
  plan: Grant['plan'];
  own: Limit;
  /** undefined: the stand-in does not have this authority where the person who is away works. */
  theirs: Limit | undefined;
  /** The stand-in has it, but for other units only. */
  elsewhere: boolean;
  /** Who is asked above the smaller of both limits, or at all where the stand-in may not; null: it waits for the person who is away. */
  above: string | null;
}

/** A case that might come while somebody is away. */
export interface SigningCase {
  kind: AuthorityKind;
  matter: string;
  plan: Grant['plan'];
  /** null: the amount does not matter. */
  amount: Money | null;
  /** Unit that it comes from; null: the unit of the person who is away. */
  unitId: string | null;
}

interface Office {
  directory: Directory;
  /** Where the person who is away works. */
  home: string | null;
}

/** `grants`: those of the person that are looked at; all of them where none are named. */
function covers(person: string, asked: SigningCase, { directory, home }: Office, grants?: Grant[]): boolean {
  const { grants: all, covers: served, coversAs, roles } = actorFacts(directory, person, []);
  const unit = asked.unitId ?? home;
  return coverage({
    grants: grants ?? all,
    authority: { kind: asked.kind, matter: asked.matter, ...(asked.amount && { amount: 'amount' }) },
    amount: asked.amount,
    inPlan: asked.plan === 'any' ? null : asked.plan === 'in',
    unitPath: unit === null ? [] : (ownValue(directory.units, unit)?.path ?? []),
    ...{ covers: served, coversAs, roles },
    personId: person,
    now: directory.now,
  }).covers;
}

/**
 * Who would sign a case that comes to somebody while they are away: their stand-in, where both may; else the first above who may; else nobody, and it
 * waits. `beyond`: it would not come to them at all, as it is above their own limit. Pure. Whose own matter it is only the case itself can tell.
 */
export function whoSigns(directory: Directory, { person, standIn }: Pair, asked: SigningCase): { person: string | null; beyond: boolean } {
  const home = homeOf(directory, person);
  const may = (each: string): boolean => covers(each, asked, { directory, home });
  const found = [standIn, ...lineAbove(directory, person)].find((each) => each !== person && isThere(directory, each) && may(each));
  return { person: found ?? null, beyond: !may(person) };
}

const homeOf = (directory: Directory, person: string): string | null => postsOf(directory, person)[0]?.unitId ?? null;

function isThere(directory: Directory, person: string): boolean {
  return ownValue(directory.people, person)?.active === true;
}

function lineAbove(directory: Directory, person: string): string[] {
  return postsAbove(directory, postsOf(directory, person)[0] ?? null).flatMap((post) => holderOf(post) ?? []);
}

/** Whether a step may come to somebody: by the line above whoever asks, by a post that they hold, or as a request says. Pure. For whom it is meant where nobody is found is left out. */
export function mayComeTo(step: HumanStep, person: string, directory: Directory): boolean {
  const roles = postsOf(directory, person).map(({ role }) => role);
  const rules = kindOf(step).list ? rulesOf(step) : groupsOf(step).map(({ assignee }) => assignee);
  return rules.some((rule) => {
    if (rule.by === 'role') return roles.includes(rule.role);
    return rule.by === 'person' ? rule.person === person : rule.by !== 'requester';
  });
}

/** What somebody may sign, what their stand-in may, and who is asked above that; one row for each kind of authority and side of the plan. Pure. */
export function compareAuthority(directory: Directory, pair: Pair): AuthorityRow[] {
  const [own, theirs] = [grantedTo(directory, pair.person), grantedTo(directory, pair.standIn)];
  const office = { directory, home: homeOf(directory, pair.person) };
  const rows = new Map(own.map((grant) => [`${grant.matter} ${grant.kind} ${grant.plan}`, grant]));
  return [...rows.values()].map(({ kind, matter, plan }) => {
    const best = (grants: Grant[]): Grant | undefined => highest(grants.filter((each) => isSame(each, { kind, matter, plan })));
    const here = theirs.filter((grant) => reaches(grant, pair.standIn, office));
    const [mine, other] = [best(own)?.limit ?? null, best(here)];
    const top: SigningCase = { kind, matter, plan, amount: mine === null || mine === 'no-limit' ? null : mine, unitId: null };
    const above = lineAbove(directory, pair.person).find((each) => whoSigns(directory, { ...pair, standIn: each }, top).person === each);
    const elsewhere = other === undefined && best(theirs) !== undefined;
    return { kind, matter, plan, own: mine, theirs: other?.limit, elsewhere, above: above ?? null };
  });
}

/** Whether a grant of somebody holds where the person who is away works, whatever its limit. */
function reaches(grant: Grant, person: string, office: Office): boolean {
  const { kind, matter, plan } = grant;
  return covers(person, { kind, matter, plan, amount: null, unitId: null }, office, [grant]);
}

function isSame(grant: Grant, { kind, matter, plan }: Pick<Grant, 'kind' | 'matter' | 'plan'>): boolean {
  return grant.kind === kind && grant.matter === matter && (grant.plan === plan || grant.plan === 'any');
}

function grantedTo(directory: Directory, person: string): Grant[] {
  return actorFacts(directory, person, []).grants.filter(({ state }) => state === 'granted');
}

function highest(grants: readonly Grant[]): Grant | undefined {
  const rank = ({ limit }: Grant): bigint => (limit === 'no-limit' ? 1n << 80n : limit === null ? -1n : BigInt(limit.minor));
  return grants.reduce<Grant | undefined>((best, each) => (best === undefined || rank(each) > rank(best) ? each : best), undefined);
}
