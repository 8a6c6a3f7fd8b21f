import { readFileSync } from 'node:fs';
import path from 'node:path';
import { flatten, formatProblems, type Definition } from '@countersign/domain';
import { mappingSchema, type Activity, type Mapping, type NameSource, type Source } from './mapping.schema';
import { operationBehind } from './operation-call';

const OUTCOMES = ['draft', 'returned', 'blocked', 'suspended', 'approved', 'rejected', 'withdrawn', 'revoked', 'terminated'];

/** Reads a mapping and looks whether it fits its definition. Throws with everything that is wrong, one thing a line. */
export function readMapping(file: string, definition: Definition): Mapping {
  const json = readJson(file);
  const parsed = mappingSchema.safeParse(json);
  if (!parsed.success) {
    const lines = formatProblems(mappingSchema, json).map((problem) => `${problem.path || '(top)'}: ${problem.message.en}`);
    throw new Error(listed(`Expected ${file} to be a mapping (docs/replay.md), but`, lines));
  }
  const problems = mappingProblems(parsed.data, definition);
  if (problems.length > 0) throw new Error(listed(`Expected ${file} to fit the definition ${definition.key}, but`, problems));
  return parsed.data;
}

export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`Expected to read JSON from ${path.resolve(file)}, but ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What in a well-formed mapping names something that its definition or itself does not have. */
export function mappingProblems(mapping: Mapping, definition: Definition): string[] {
  const steps = new Set(flatten(definition.flow).map(({ id }) => id));
  const fields = new Set(definition.form.fields.map((field) => field.key));
  const problems: string[] = [];
  if (mapping.definition !== definition.key) problems.push(`definition: it is made for ${mapping.definition}`);
  if (!mapping.people[mapping.requester.pool]) problems.push(`requester.pool: there is no pool “${mapping.requester.pool}”`);
  problems.push(...sourceProblems('form', mapping.form, mapping, fields));
  for (const [name, activity] of Object.entries(mapping.activities))
    for (const each of alternativesOf(activity)) problems.push(...activityProblems(name, each, { mapping, steps, fields }));
  for (const [name, ends] of Object.entries(mapping.end)) {
    if (!mapping.activities[name]) problems.push(`end.${name}: no such activity`);
    for (const end of [ends].flat())
      if (!OUTCOMES.includes(end) && !steps.has(end))
        problems.push(`end.${name}: “${end}” is neither a step nor one of ${OUTCOMES.join(', ')}`);
  }
  return problems;
}

/** Throws where only activities tell the requests of a case apart, and two of its mappings name the same one. */
export function requireTellable(parent: Mapping, children: readonly { attribute: string | null; mapping: Mapping }[]): void {
  const shared = children.flatMap(({ attribute, mapping }) => {
    const others = [parent, ...children.map((child) => child.mapping).filter((other) => other !== mapping)];
    return attribute === null
      ? Object.keys(mapping.activities).filter((name) => others.some(({ activities }) => Object.hasOwn(activities, name)))
      : [];
  });
  const lines = [...new Set(shared)].map((name) => `children: “${name}” is an activity of several; only an "attribute" tells whose it is`);
  if (lines.length > 0) throw new Error(listed('Expected every activity to belong to one request of a case, but', lines));
}

interface Known {
  mapping: Mapping;
  steps: ReadonlySet<string>;
  fields: ReadonlySet<string>;
}

function activityProblems(name: string, activity: Activity, known: Known): string[] {
  const at = `activities.${name}`;
  const problems = sourceProblems(`${at}.fields`, activity.fields, known.mapping, known.fields);
  for (const step of stepsOf(activity)) if (!known.steps.has(step)) problems.push(`${at}.step: the definition has no step “${step}”`);
  for (const place of ['actor', 'person'] as const) {
    const source = activity[place];
    if (typeof source !== 'object' || !('pool' in source)) continue;
    for (const pool of namesIn(source.pool)) if (!known.mapping.people[pool]) problems.push(`${at}.${place}: there is no pool “${pool}”`);
  }
  if (activity.actor === 'system' && known.mapping.system === undefined) problems.push(`${at}.actor: the mapping names nobody as "system"`);
  for (const place of [activity.standing ?? []].flat())
    if (place !== 'nothing' && !OUTCOMES.includes(place) && !known.steps.has(place))
      problems.push(`${at}.standing: “${place}” is neither a step nor one of nothing, ${OUTCOMES.join(', ')}`);
  return [...problems, ...operationProblems(at, activity, known)];
}

/** What an operation of the product lacks, or does not take. */
function operationProblems(at: string, activity: Activity, { steps }: Pick<Known, 'steps'>): string[] {
  const { command, actor } = activity;
  const operation = operationBehind(command);
  const problems: string[] = [];
  if (!operation?.onStep && activity.step !== undefined) problems.push(`${at}.step: “${command}” is not done at a step`);
  for (const part of ['to', 'person', 'item'] as const) {
    const taken = operation !== null && Object.hasOwn(operation.body.shape, part);
    if (taken && activity[part] === undefined) problems.push(`${at}.${part}: ${LACKING[part](command)}`);
    if (!taken && activity[part] !== undefined) problems.push(`${at}.${part}: “${command}” takes none`);
  }
  const places = command === 'return' ? ['requester', 'previous', ...steps] : [...steps];
  for (const to of namesIn(activity.to))
    if (operation && !places.includes(to)) problems.push(`${at}.to: “${to}” is no step of the definition`);
  if (operation && operation.scope !== 'task' && typeof actor === 'object' && 'pool' in actor && actor.pick === 'assignee')
    problems.push(`${at}.actor: “${command}” is not done by whoever has a task; say "pick"`);
  return problems;
}

const LACKING = {
  to: (command: string) => `a ${command} says where to`,
  person: (command: string) => `“${command}” says whom`,
  item: (command: string) => `“${command}” says which item`,
};

/** Names that a source may give, as far as the mapping itself says them. */
function namesIn(source: NameSource | undefined): string[] {
  if (source === undefined || typeof source === 'string') return source === undefined ? [] : [source];
  return [...Object.values(source.values ?? {}), ...(source.otherwise === undefined ? [] : [source.otherwise])];
}

function sourceProblems(at: string, sources: Record<string, Source>, mapping: Mapping, fields: ReadonlySet<string>): string[] {
  return Object.entries(sources).flatMap(([field, source]) => {
    const problems = fields.has(field) ? [] : [`${at}.${field}: the form has no such field`];
    if (!('lookahead' in source)) return problems;
    const named = [...Object.keys(source.lookahead.values), ...source.lookahead.until];
    return [
      ...problems,
      ...named.filter((name) => !mapping.activities[name]).map((name) => `${at}.${field}.lookahead: no activity “${name}”`),
    ];
  });
}

/** What an activity may be told as, in order. */
export function alternativesOf(activity: Activity | Activity[]): Activity[] {
  return Array.isArray(activity) ? activity : [activity];
}

/** What the mapping says of an activity of the log; nothing where it does not know it. */
export function activitiesNamed({ activities }: Pick<Mapping, 'activities'>, name: string): Activity[] {
  const known = Object.hasOwn(activities, name) ? activities[name] : undefined;
  return known === undefined ? [] : alternativesOf(known);
}

/** Keys of everybody whom a mapping names: pools, single people, the system. */
export function peopleNamed(mapping: Mapping): string[] {
  const actors = Object.values(mapping.activities)
    .flatMap(alternativesOf)
    .flatMap(({ actor, person }) => [actor, person])
    .flatMap((each) => (typeof each === 'object' && 'person' in each ? [each.person] : []));
  return [...new Set([...Object.values(mapping.people).flat(), ...actors, ...(mapping.system === undefined ? [] : [mapping.system])])];
}

/** The steps at which an activity may happen; none: at any. */
export function stepsOf(activity: Activity): string[] {
  return activity.step === undefined ? [] : [activity.step].flat();
}

function listed(head: string, lines: readonly string[]): string {
  return [head, ...lines.map((line) => `  - ${line}`)].join('\n');
}
