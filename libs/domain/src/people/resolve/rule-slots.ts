import type { Anchor, Assignee, UnitMeant } from '../../definition/assignee.schema';
import { ownValue } from '../../text/own-value';
import type { Position } from '../directory';
import { personByKey, postIndex } from '../directory-index';
import { actingOn, headPost, postsAbove, postsOf, serviceOf, unitPath } from '../posts';
import type { ResolutionCase } from '../resolution-case';

/** A place that a rule points at: a post (perhaps vacant) or a person. Slots of a lower level are asked first; within a level all get a seat. */
export interface Slot {
  level: number;
  person: string | null;
  position: Position | null;
  /** Unit by which the post serves the case, where the rule asks for that. */
  serves?: string;
  /** The person does not hold the post, but takes its place while it is vacant. */
  substitutes?: true;
}

type RuleOf<B extends Assignee['by']> = Extract<Assignee, { by: B }>;

const rules: { [B in Assignee['by']]: (rule: RuleOf<B>, around: ResolutionCase) => Slot[] } = {
  person: (rule, { directory }) => {
    const person = personByKey(directory, rule.person);
    return person === undefined ? [] : [personSlot(person)];
  },
  role: roleSlots,
  superior: superiorSlots,
  climb: climbSlots,
  'unit-head': (rule, around) => {
    const unit = unitMeant(rule.of, around);
    const head = unit === null ? null : headPost(around.directory, unit);
    if (unit === null || head === null) return [];
    return [{ ...postSlot(0, head), serves: unit }, ...slotsAbove(head, around).map((slot) => ({ ...slot, level: slot.level + 1 }))];
  },
  members: memberSlots,
  field: (rule, { context }) => idSlots(ownValue(context.fields, rule.field)),
  choice: (_rule, { context, step }) => idSlots(ownValue(context.choices, step.id)),
  requester: (_rule, { requester }) => [personSlot(requester.id)],
};

/** The places that a rule points at, in the order in which they are asked. Pure. */
export function slotsOf(rule: Assignee, around: ResolutionCase): Slot[] {
  const slots = (rules[rule.by] as (rule: Assignee, around: ResolutionCase) => Slot[])(rule, around);
  return slots.map((slot) =>
    slot.position || slot.person === null ? slot : { ...slot, position: postsOf(around.directory, slot.person)[0] ?? null },
  );
}

/** The places above a post, nearest first. Pure. */
export function slotsAbove(post: Position, { directory }: ResolutionCase): Slot[] {
  return postsAbove(directory, post).map((position, level) => postSlot(level, position));
}

function personSlot(person: string): Slot {
  return { level: 0, person, position: null };
}

/** A post with whoever is asked for it. */
function postSlot(level: number, position: Position): Slot {
  return { level, person: actingOn(position), position, ...(position.substitute && { substitutes: true as const }) };
}

function idSlots(value: unknown): Slot[] {
  const ids: unknown[] = Array.isArray(value) ? value : [value];
  return ids.flatMap((id) => (typeof id === 'string' && id !== '' ? [personSlot(id)] : []));
}

/** Holders of a role that serve the anchor's unit, nearest first; those of the whole company stand equally near. */
function roleSlots(rule: RuleOf<'role'>, around: ResolutionCase): Slot[] {
  const { directory } = around;
  const holders = postIndex(directory).byRole.get(rule.role) ?? [];
  const path = rule.scope === 'company' ? null : anchorUnitPath(rule.scope, around);
  const slots = holders.flatMap((position): Slot[] => {
    if (path === null) return [postSlot(0, position)];
    const service = serviceOf(path, position);
    return service ? [{ ...postSlot(service.distance, position), serves: service.unit }] : [];
  });
  return inOrderOfNames(slots, around);
}

/** The nearest first, those equally near by their keys. */
function inOrderOfNames(slots: readonly Slot[], { directory }: ResolutionCase): Slot[] {
  const nameOf = ({ person, position }: Slot): string =>
    (person === null ? '~' : (ownValue(directory.people, person)?.key ?? person)) + (position?.id ?? '');
  const named = slots.map((slot) => ({ slot, name: nameOf(slot) }));
  named.sort((left, right) => left.slot.level - right.slot.level || (left.name < right.name ? -1 : 1));
  return named.map(({ slot }) => slot);
}

/** The n-th superior and, where they may not, those above; with `upTo` all of the line as far as that, side by side. */
function superiorSlots({ of, level, upTo }: RuleOf<'superior'>, around: ResolutionCase): Slot[] {
  const line = lineAbove(of, around).slice(level - 1);
  if (upTo === undefined) return line;
  const last = typeof upTo === 'number' ? upTo - level : line.findIndex(({ position }) => position?.role === upTo.role);
  return line.slice(0, last + 1).map((slot) => ({ ...slot, level: 0 }));
}

/** The line above; whoever holds the role to stop at counts by that post, wherever else on the line they stand. */
function climbSlots({ of, until }: RuleOf<'climb'>, around: ResolutionCase): Slot[] {
  const line = lineAbove(of, around);
  const met = new Set(line.flatMap(({ person, position }) => (person !== null && position?.role === until?.role ? [person] : [])));
  return until === undefined
    ? line
    : line.filter(({ person, position }) => position?.role === until.role || person === null || !met.has(person));
}

/** Everybody with a post in a unit, in the order of their keys; units below it are not in it. */
function memberSlots({ of, roles }: RuleOf<'members'>, around: ResolutionCase): Slot[] {
  const unit = unitMeant(of, around);
  if (unit === null) return [];
  const posts = postIndex(around.directory).byUnit.get(unit) ?? [];
  return inOrderOfNames(
    posts.filter(({ role }) => roles?.includes(role) ?? true).map((position) => ({ ...postSlot(0, position), serves: unit })),
    around,
  );
}

/** Id of the unit that a rule means; null where there is none. */
function unitMeant(of: UnitMeant, around: ResolutionCase): string | null {
  if (of === 'requester') return around.path.at(-1) ?? null;
  if ('field' in of) return anchorUnitPath(of, around).at(-1) ?? null;
  return Object.values(around.directory.units).find(({ key }) => key === of.unit)?.id ?? null;
}

/** The unit that a rule starts from: of a person (the requester, or one that a field names) their own, of a unit field the unit itself. */
function anchorUnitPath(anchor: Anchor, around: ResolutionCase): string[] {
  if (anchor === 'requester') return around.path;
  const value = ownValue(around.context.fields, anchor.field);
  if (typeof value !== 'string') return [];
  return unitPath(around.directory, isPersonField(anchor.field, around) ? (postsOf(around.directory, value)[0]?.unitId ?? null) : value);
}

/** The reporting line above a person's primary post; for a unit, its head and who is above. */
function lineAbove(anchor: Anchor, around: ResolutionCase): Slot[] {
  return postsOnLine(anchor, around).map((position, level) => postSlot(level, position));
}

function postsOnLine(anchor: Anchor, around: ResolutionCase): Position[] {
  const { directory } = around;
  const start = anchor === 'requester' ? around.requester.id : ownValue(around.context.fields, anchor.field);
  if (typeof start !== 'string') return [];
  if (anchor === 'requester' || isPersonField(anchor.field, around)) return postsAbove(directory, postsOf(directory, start)[0] ?? null);
  const head = headPost(directory, start);
  return head ? [head, ...postsAbove(directory, head)] : [];
}

function isPersonField(key: string, { definition }: ResolutionCase): boolean {
  return definition.form.fields.some((field) => field.key === key && field.type === 'person');
}

/**
 * Slots by level, nearest first; a person who stands twice counts where they stand first. Whoever takes the place of a vacant post counts at their own
 * post as well: there they decide by more. Pure.
 */
export function levelsOf(slots: Slot[]): Slot[][] {
  const seen = new Set<string>();
  const levels = new Map<number, Slot[]>();
  for (const slot of slots) {
    const own = slot.substitutes ? null : slot.person;
    if (own !== null && seen.has(own)) continue;
    if (own !== null) seen.add(own);
    const level = levels.get(slot.level);
    if (level) level.push(slot);
    else levels.set(slot.level, [slot]);
  }
  return [...levels.entries()].sort(([left], [right]) => left - right).map(([, level]) => level);
}
