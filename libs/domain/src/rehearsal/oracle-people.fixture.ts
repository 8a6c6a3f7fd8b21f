import type { Assignee } from '../definition/assignee.schema';
import type { LadderTo } from '../definition/times/due.schema';
import type { HumanStep } from '../definition/step.schema';
import { isVacant, PATH, type Company, type Post } from './company.fixture';

/** What deciding who is asked depends on, besides step and company. */
export interface Case {
  requester: string;
  /** Who asks for the request above that has started this one, or benefits from it. */
  above: string | null;
  amount: number;
  friend: string | null;
  /** People whom the form names for steps. */
  board: readonly string[];
  /** People who decided steps that are to be kept apart from this one. */
  apart: ReadonlySet<string>;
  /** People who decided the step directly before, where their superior is to be asked in their place. */
  passedOver: ReadonlySet<string>;
  /** Somebody whom an operator has named for the step. */
  named: string | null;
}

/** Rules of a step of one group, in the order in which they are tried. */
const rulesIn = (step: HumanStep): Assignee[] => ('assignee' in step ? [step.assignee, ...step.fallback] : []);

/** People of the first rule that leaves anybody, in the company of the moment; nobody where none does. Says again in its own words what `people/` does. */
export function peopleFor(step: HumanStep, company: Company, given: Case): Set<string> {
  const named: Assignee[] = given.named === null ? [] : [{ by: 'person', person: given.named }];
  for (const rule of [...named, ...rulesIn(step)]) {
    for (const tier of tiers(rule, company, given)) {
      const fit = tier.filter((each) => holds(each, rule, company) && mayDecide(each, step, company, given)).map(({ person }) => person);
      if (fit.length > 0) return new Set(fit.sort());
      const above = CLIMBING.includes(rule.by) ? [] : superiors(tier, step, company, given);
      if (above.length > 0) return new Set(above.sort());
    }
  }
  return new Set();
}

/** Whether somebody whom the form names has one of the roles that their step asks for. */
const holds = ({ person }: Asked, rule: Assignee, { posts }: Company): boolean =>
  rule.by !== 'field' || rule.roles === undefined || posts.some((post) => post.person === person && rule.roles?.includes(post.role));

/** Whom a copy goes to: of each of its rules those who are asked first and are there. */
export function toldBy(rules: readonly Assignee[], company: Company, given: Case): Set<string> {
  const told = rules.flatMap((rule) => {
    const found = tiers(rule, company, given).map((tier) => tier.filter(({ person }) => company.active[person] === true));
    return found.find((tier) => tier.length > 0) ?? [];
  });
  return new Set(told.map(({ person }) => person));
}

/** Who signs for somebody who is away, in the order in which they are asked: their stand-in, then whoever is above them; none of those who are away themselves. */
export function substitutes(person: string, company: Company): string[] {
  const { away } = company;
  const standIn = away[person];
  if (standIn === undefined) return [];
  const all = [standIn, ...line(person, company).flatMap(holders)];
  return all.filter((each, index) => all.indexOf(each) === index && each !== person && away[each] === undefined);
}

/** Who may get a late step, in this order: those above whoever has it first, or those of a rule; nobody who has it already, and nobody who is away. */
export function takersOf(to: LadderTo, { first, asked }: { first: string; asked: readonly string[] }, company: Company): string[] {
  const posts = typeof to === 'string' ? line(first, company) : company.posts.filter(({ role }) => to.by === 'role' && role === to.role);
  const people = posts.flatMap((post) => askedFor(post, company)).map(({ person }) => person);
  return [...new Set(people)].filter((person) => !asked.includes(person) && company.away[person] === undefined);
}

/** Rules that go up a line by themselves. */
const CLIMBING: Assignee['by'][] = ['superior', 'climb', 'unit-head'];

/** Somebody who is asked, for which post, and the vacant post whose place they take, if so. */
interface Asked {
  person: string;
  post?: Post;
  instead?: Post;
}

/** Of those whose own matter it is, or who decided just before, the first above each who may decide it, where the step asks them. */
function superiors(tier: Asked[], step: HumanStep, company: Company, given: Case): string[] {
  const asksAbove = (person: string): boolean =>
    isOwn(person, step, given) ? step.whenRequester === 'superior' : given.passedOver.has(person);
  const left = tier.filter(({ person }) => company.active[person] === true && asksAbove(person));
  return left.flatMap(({ person, post, instead }) => {
    const line = above(instead ?? post ?? ownPost(person, company), company).flatMap((each) => askedFor(each, company));
    return line.find((each) => mayDecide(each, step, company, given))?.person ?? [];
  });
}

/** People whom a rule names, those who are asked first in the first list. */
function tiers(rule: Assignee, company: Company, given: Case): Asked[][] {
  const { requester, friend, board } = given;
  switch (rule.by) {
    case 'person':
      return [[{ person: rule.person }]];
    case 'requester':
      return [[{ person: requester }]];
    case 'field':
      if (rule.field === 'friend') return friend === null ? [] : [[{ person: friend }]];
      return [board.map((person) => ({ person }))];
    case 'superior': {
      const all = line(requester, company).slice(rule.level - 1);
      if (rule.upTo === undefined) return all.map((post) => askedFor(post, company));
      const { upTo } = rule;
      const many = typeof upTo === 'number' ? upTo - rule.level + 1 : all.findIndex(({ role }) => role === upTo.role) + 1;
      return [all.slice(0, many).flatMap((post) => askedFor(post, company))];
    }
    case 'climb': {
      const { until } = rule;
      const posts = line(requester, company).filter(({ role }) => until === undefined || role === until.role);
      return posts.map((post) => askedFor(post, company));
    }
    case 'unit-head': {
      const head = headOf(unitOf(rule.of, company, given), company);
      return head === undefined ? [] : [head, ...above(head, company)].map((post) => askedFor(post, company));
    }
    case 'members': {
      const { of, roles } = rule;
      const posts = company.posts.filter(({ unit, role }) => unit === unitOf(of, company, given) && (roles?.includes(role) ?? true));
      return [posts.flatMap((post) => askedFor(post, company))];
    }
    case 'role':
      return roleTiers(rule, company, requester);
    case 'choice':
      return [];
  }
}

const holders = ({ person }: Post): string[] => (person === null ? [] : [person]);

function askedFor(post: Post, { active }: Company): Asked[] {
  if (post.substitute !== undefined && isVacant(post, active)) return [{ person: post.substitute, instead: post }];
  return holders(post).map((person) => ({ person, post }));
}

function ownPost(person: string, { posts }: Company): Post | undefined {
  return posts.find((post) => post.person === person);
}

/** The unit that a rule means. */
function unitOf(of: Extract<Assignee, { by: 'unit-head' }>['of'], company: Company, { requester }: Case): string {
  return typeof of === 'object' && 'unit' in of ? of.unit : (ownPost(requester, company)?.unit ?? 'shop');
}

/** The first post of a unit whose superior is outside it. */
function headOf(unit: string, { posts }: Company): Post | undefined {
  const own = posts.filter((post) => post.unit === unit);
  return own.find(({ superior }) => own.every(({ id }) => id !== superior));
}

/** Posts above the first post of a person, nearest first. */
const line = (person: string, company: Company): Post[] => above(ownPost(person, company), company);

/** Posts above another, nearest first; a line that comes back to where it was ends there. */
function above(start: Post | undefined, company: Company): Post[] {
  const found: Post[] = [];
  for (let id = start?.superior ?? null; id !== null;) {
    const post = company.posts.find((each) => each.id === id);
    if (!post || post === start || found.includes(post)) break;
    found.push(post);
    id = post.superior;
  }
  return found;
}

function roleTiers({ role, scope }: Extract<Assignee, { by: 'role' }>, company: Company, requester: string): Asked[][] {
  const posts = company.posts.filter((post) => post.role === role);
  if (scope === 'company') return [posts.flatMap((post) => askedFor(post, company))];
  const unit = ownPost(requester, company)?.unit ?? 'shop';
  const path = PATH.slice(0, PATH.indexOf(unit) + 1);
  const nearest = path.toReversed().map((each) => posts.filter((post) => post.unit === each).flatMap((post) => askedFor(post, company)));
  const seen = new Set<string>();
  return nearest.map((tier) => tier.filter(({ person, instead }) => instead !== undefined || (!seen.has(person) && seen.add(person))));
}

/** Whoever takes the place of a vacant post decides within the smaller of both limits: their own, and that of the post's role. */
function mayDecide({ person, instead }: Asked, step: HumanStep, company: Company, given: Case): boolean {
  if (!mayAct(person, step, company, given)) return false;
  if (instead === undefined || step.authority === undefined) return true;
  const ofRole = company.authorities.filter(({ role, granted }) => granted && role === instead.role);
  return step.authority.amount === undefined ? ofRole.length > 0 : ofRole.some(({ limit }) => reach(limit, given.amount));
}

function mayAct(person: string, step: HumanStep, company: Company, given: Case): boolean {
  if (company.active[person] !== true || given.apart.has(person) || given.passedOver.has(person)) return false;
  if (isOwn(person, step, given)) return false;
  return step.authority === undefined || covers(person, step.authority.amount !== undefined, company, given);
}

/** Whether a step is about somebody's own matter, which they do not decide. */
function isOwn(person: string, step: HumanStep, { requester, above: asksAbove, friend }: Case): boolean {
  const given = step.kind === 'work' && rulesIn(step).some(({ by }) => by === 'requester');
  return !given && [requester, asksAbove, friend].includes(person);
}

/** Whether somebody's authority reaches: some granted one that is theirs or their post's, and, where an amount is asked for, the highest of them. */
function covers(person: string, limited: boolean, { posts, authorities }: Company, { amount }: Case): boolean {
  const roles = new Set(posts.filter((post) => post.person === person).map(({ role }) => role));
  const own = authorities.filter((each) => each.granted && (each.person === person || (each.role !== null && roles.has(each.role))));
  // Authority that is given to a person reaches as far as any post of theirs: without one, nowhere.
  const reaching = own.filter((each) => each.role !== null || roles.size > 0);
  if (!limited) return reaching.length > 0;
  return reaching.some(({ limit }) => reach(limit, amount));
}

const reach = (limit: Company['authorities'][number]['limit'], amount: number): boolean =>
  limit === 'no-limit' || (limit !== null && limit >= amount);
