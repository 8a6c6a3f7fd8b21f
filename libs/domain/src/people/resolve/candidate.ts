import { coverage, type Coverage } from '../../authority/coverage';
import type { Assignee } from '../../definition/assignee.schema';
import type { Json } from '../../text/bilingual';
import type { HumanStep } from '../../definition/step.schema';
import type { Grant } from '../../request/grant';
import type { StepAuthority } from '../../definition/steps/step-parts';
import { isHuman } from '../../definition/flow';
import { waysBeside } from '../../definition/structure/ways-beside';
import type { AuthorityQuestion } from '../../authority/question';
import { beneficiariesAbove, requestersAbove } from '../../request/links/own-request';
import { deciderOf, recordOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import { correctorsAt, decidersOf, excludesRequester, justBefore } from '../deciders';
import { actorFacts, holdsRole } from '../actor-facts';
import type { Directory, Position } from '../directory';
import { grantsOf } from '../directory-index';
import type { Candidate, RemovalCode } from '../derivation';
import { unitsServed } from '../posts';
import type { ResolutionCase } from '../resolution-case';
import type { Slot } from './rule-slots';

type Removal = NonNullable<Candidate['removed']>;

/** Looks at one place that a rule points at: who it is, what their limit is, and why they cannot act, if so. Pure. */
export function candidateOf(slot: Slot, rule: Assignee, around: ResolutionCase): Candidate {
  const { person, position } = slot;
  const serves = slot.serves === undefined ? {} : { serves: slot.serves };
  const instead = slot.substitutes ? { substitutes: true as const } : {};
  const found = { person, positionId: position?.id ?? null, role: position?.role ?? null, ...serves, ...instead };
  if (person === null) return { ...found, limit: undefined, removed: removal('vacant') };
  const covered = slotCoverage(slot, person, around);
  const removed = excluded(person, rule, around) ?? lacking(slot, rule) ?? uncovered(covered, person, around);
  return { ...found, limit: asksAmount(around) ? covered?.limit : undefined, removed };
}

function removal(code: RemovalCode, params: Record<string, Json> = {}): Removal {
  return { code, params };
}

function excluded(
  person: string,
  rule: Assignee,
  { directory, step, context, requester, apart, correctors, process }: ResolutionCase,
): Removal | null {
  if (!ownValue(directory.people, person)?.active) return removal('inactive');
  if (!isHuman(step)) return null;
  const own = excludesRequester(step) ? ownMatter(person, { context, requester, directory }) : null;
  if (own) return own;
  const last = step.samePerson === 'superior' ? justBefore(step, context, process) : null;
  if (last?.people.includes(person)) return removal('decided-just-before', { step: last.step });
  const corrected = context.correctedBy?.includes(person) || correctors.some((each) => correctorsAt(context, each).includes(person));
  if (corrected && excludesRequester(step)) return removal('corrected-it');
  const roles = rule.by === 'choice' || rule.by === 'field' ? rule.roles : undefined;
  if (roles && !holdsRole(directory, person, roles)) return removal('lacks-role', { roles });
  const before = apart.find((other) => decidersOf(recordOf(context, other)).includes(person));
  return before === undefined ? null : removal('decided-before', { step: before });
}

function ownMatter(
  person: string,
  { context, requester, directory }: Pick<ResolutionCase, 'context' | 'requester' | 'directory'>,
): Removal | null {
  if (person === requester.id) return removal('is-requester');
  if (requestersAbove(context).includes(person)) return removal('asks-above');
  if (person === context.beneficiary) return removal('is-beneficiary');
  if (context.concerns && holdsRole(directory, person, context.concerns)) return removal('own-authority');
  return beneficiariesAbove(context).includes(person) ? removal('benefits-above') : null;
}

/** Reasons for which somebody's superior is asked, by the step's own policy. */
const OWN_MATTER: readonly RemovalCode[] = ['is-requester', 'asks-above', 'is-beneficiary', 'own-authority', 'benefits-above'];

/** Whether a step asks the superior of whoever was passed over for that reason. Pure. */
export function asksSuperior({ removed }: Candidate, { step }: ResolutionCase): boolean {
  if (removed === null || !isHuman(step)) return false;
  if (OWN_MATTER.includes(removed.code)) return step.whenRequester === 'superior';
  return removed.code === 'decided-just-before';
}

/** A line that is climbed until a role is met passes over every post of another one. */
function lacking({ position }: Slot, rule: Assignee): Removal | null {
  if (rule.by !== 'climb' || rule.until === undefined || position?.role === rule.until.role) return null;
  return removal('lacks-role', { roles: [rule.until.role] });
}

/** Why somebody may not sign beside those whom a step's rules find; null where they may. What grants say is asked of those alone. Pure. */
export function signerRemoval(person: string, around: ResolutionCase): Removal | null {
  return excluded(person, { by: 'person', person }, around);
}

/** Whose signature was asked for beside the step's own rules, and who may not give it any more. Pure. */
export function unfitSigners(around: ResolutionCase): string[] {
  const seats = Object.values(recordOf(around.context, around.step.id)?.seats ?? {});
  const added = seats.flatMap((seat) => (seat.addedBy === undefined ? [] : [deciderOf(seat)]));
  return [...new Set(added)].filter((person) => signerRemoval(person, around) !== null);
}

/** What the directory says of a person's authority, by person and question: a walk asks the same of the same line at every step. */
const kept = new WeakMap<Directory, Map<string, Coverage>>();

function authorityCoverage(person: string, around: ResolutionCase): Coverage | null {
  const { directory, path, question } = around;
  const { authority } = around.step as Partial<HumanStep>;
  if (!authority || !question) return null;
  const { kind, matter, amount: limited } = authority;
  const name = JSON.stringify([person, kind, matter, limited === undefined, question.amount, question.inPlan, path.at(-1)]);
  const known = kept.get(directory) ?? new Map<string, Coverage>();
  kept.set(directory, known);
  const found = known.get(name) ?? askedCoverage(person, authority, around, question);
  known.set(name, found);
  return found;
}

/** The grant by which somebody may decide where a step asks; null where it asks for no authority or nothing that they hold covers it. Pure. */
export function coveringGrant(person: string, around: ResolutionCase): Grant | null {
  const found = authorityCoverage(person, around);
  return found?.covers ? found.grant : null;
}

function askedCoverage(
  person: string,
  authority: StepAuthority,
  { directory, path }: ResolutionCase,
  question: AuthorityQuestion,
): Coverage {
  const { grants, covers, coversAs, roles } = actorFacts(directory, person, []);
  return coverage({ grants, authority, ...question, unitPath: path, covers, coversAs, roles, personId: person, now: directory.now });
}

/** Of whoever takes the place of a vacant post, the smaller of two authorities: their own, and that of the post's role where it serves. */
function slotCoverage({ position, substitutes }: Slot, person: string, around: ResolutionCase): Coverage | null {
  const own = authorityCoverage(person, around);
  if (!substitutes || position === null || own === null || !own.covers) return own;
  const post = postCoverage(position, around);
  return post === null || (post.covers && post.limit === 'no-limit') ? own : smaller(own, post);
}

function postCoverage(position: Position, { directory, path, step, question }: ResolutionCase): Coverage | null {
  const { authority } = step as Partial<HumanStep>;
  if (!authority || !question) return null;
  const { role } = position;
  const covers = unitsServed(position);
  const nobody = { personId: '', roles: [role], covers, coversAs: { [role]: covers } };
  return coverage({ grants: grantsOf(directory, '', [role]), authority, ...question, unitPath: path, ...nobody, now: directory.now });
}

/** The one that does not cover; of two that do, the lower limit, since that is how far they go here. */
function smaller(own: Coverage, post: Coverage): Coverage {
  if (!post.covers || own.limit === 'no-limit' || own.limit === null || post.limit === null || post.limit === 'no-limit') return post;
  return BigInt(post.limit.minor) < BigInt(own.limit.minor) ? post : own;
}

function asksAmount({ step }: ResolutionCase): boolean {
  return isHuman(step) && step.authority?.amount !== undefined;
}

/** Whoever lacks the authority of one way of a branch may hold that of another: the last such way, so that nobody is said to have none. */
function lesser(person: string, around: ResolutionCase): { only?: Json } {
  const { definition, step, question } = around;
  const { kind } = (step as HumanStep).authority ?? {};
  if (question === null) return {};
  const holds = (authority: StepAuthority): boolean =>
    authority.kind === kind && authority.amount === undefined && askedCoverage(person, authority, around, question).covers;
  const way = waysBeside(definition, step.id).findLast(({ authorities }) => authorities.some(holds));
  return way ? { only: { ...way.title } } : {};
}

function uncovered(found: Coverage | null, person: string, around: ResolutionCase): Removal | null {
  const { directory, step, question } = around;
  if (found === null || found.covers) return null;
  if (found.code === 'limit-too-low')
    return removal('limit-too-low', { limit: found.limit as Json, amount: (question?.amount ?? null) as Json });
  if (found.code === 'plan-not-covered') return removal('plan-not-covered', { plan: question?.inPlan ? 'in' : 'over' });
  if (found.code === 'no-authority') return removal('no-authority', lesser(person, around));
  if (found.code !== 'grant-withheld') return removal(found.code);
  const { authority } = step as HumanStep;
  const { grants } = actorFacts(directory, person, []);
  const withheld = grants.find(
    (grant) => grant.state === 'withheld' && grant.kind === authority?.kind && grant.matter === authority.matter,
  );
  return removal('grant-withheld', { reason: withheld?.withheldReason ?? null });
}
