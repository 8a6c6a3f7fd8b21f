import { definitionSchema, type Definition } from '@countersign/domain';

/** A definition with one thing changed, and what. */
export interface Mutant {
  name: string;
  definition: Definition;
}

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything of a flow at its place: steps, cases, conditions. */
function* placesIn(
  value: unknown,
  path: readonly (string | number)[],
): Generator<{ at: Node | unknown[]; key: string | number; path: string }> {
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : isNode(value) ? Object.entries(value) : [];
  for (const [key, inside] of entries) {
    yield { at: value as Node | unknown[], key, path: [...path, key].join('.') };
    yield* placesIn(inside, [...path, key]);
  }
}

const isStep = (value: unknown): value is Node => isNode(value) && 'kind' in value && 'id' in value && 'title' in value;

type Fault = { what: string; change: (list: Node & unknown[], key: never) => void };

/** Somebody who has no part in any of it. */
const STRANGER = { by: 'role', role: 'design-head', scope: 'company' };

/** One group less, and one that asks somebody else. */
function peopleFaults(step: Node & { people: Node[] }, named: string): Fault[] {
  return step.people.flatMap((_, group) => [
    {
      what: `${named} without group ${group}`,
      change: (list: unknown[], at: never) => void (list[at] = { ...step, people: step.people.filter((_each, index) => index !== group) }),
    },
    {
      what: `${named} asks somebody else in group ${group}`,
      change: (list: unknown[], at: never) =>
        void (list[at] = {
          ...step,
          people: step.people.map((each, index) => (index === group ? { ...each, assignee: STRANGER, fallback: [] } : each)),
        }),
    },
  ]);
}

/** The same a day later. */
const laterBy = (due: Node): Node => ({ ...due, days: Number(due['days'] ?? 0) + 1 });

/** Of each item: it is gone, somebody else's, signed by one less, due on another day, or waits for nothing. */
function itemFaults(step: Node & { items: Node[] }): Fault[] {
  const fault = (what: string, items: unknown[]): Fault => ({ what, change: (list, at) => void (list[at] = { ...step, items }) });
  return step.items.flatMap((item, index) => {
    const id = String(item['id']);
    const changed = (change: Node): unknown[] => step.items.map((each, place) => (place === index ? { ...each, ...change } : each));
    const signers = item['with'] as unknown[];
    return [
      fault(
        `without ${id}`,
        step.items
          .filter((_, place) => place !== index)
          .map((each) => ({ ...each, after: (each['after'] as string[]).filter((other) => other !== id) })),
      ),
      fault(`${id} is somebody else’s`, changed({ owner: STRANGER })),
      ...('due' in item ? [fault(`${id} is due a day later`, changed({ due: laterBy(item['due'] as Node) }))] : []),
      ...(signers.length > 0 ? [fault(`${id} is signed by one less`, changed({ with: signers.slice(1) }))] : []),
      ...((item['evidence'] as string[]).length > 0 ? [fault(`${id} is done without evidence`, changed({ evidence: [] }))] : []),
      ...((item['after'] as string[]).length > 0 ? [fault(`${id} waits for nothing`, changed({ after: [] }))] : []),
    ];
  });
}

/** Another kind of authority, another matter, and nothing that has to be filled in. */
function decidingFaults(step: Node, named: string): Fault[] {
  const fault = (what: string, change: Node): Fault => ({ what, change: (list, at) => void (list[at] = { ...step, ...change } as never) });
  const { authority, fields } = step as { authority?: Node; fields?: { required?: string[] } };
  return [
    ...(authority
      ? [
          fault(`${named} asks for another authority`, { authority: { ...authority, kind: 'assess' } }),
          fault(`${named} asks for authority in another matter`, { authority: { ...authority, matter: 'another-matter' } }),
        ]
      : []),
    ...((fields?.required ?? []).length > 0 ? [fault(`${named} requires nothing`, { fields: { ...fields, required: [] } })] : []),
  ];
}

/** Every item of the list names its owner: whose the list is makes no difference then. */
const isOwned = (step: Node): boolean => Array.isArray(step['items']) && (step['items'] as Node[]).every((item) => 'owner' in item);

function stepFaults(step: Node): Fault[] {
  const named = String(step['id']);
  return [
    { what: `without ${named}`, change: (list, at) => void list.splice(at, 1) },
    { what: `${named} after the next`, change: (list, at) => void list.splice(at, 2, list[at + 1], list[at]) },
    ...('assignee' in step && !isOwned(step)
      ? [
          {
            what: `${named} asks somebody else`,
            change: (list: unknown[], at: never) => void (list[at] = { ...step, assignee: STRANGER, fallback: [] }),
          },
        ]
      : []),
    ...('distinctFrom' in step && !('items' in step)
      ? [
          {
            what: `${named} has another day`,
            change: (list: unknown[], at: never) => void (list[at] = { ...step, due: { working: { days: 77 } } }),
          },
        ]
      : []),
    ...('until' in step
      ? [
          {
            what: `${named} waits a day longer`,
            change: (list: unknown[], at: never) => void (list[at] = { ...step, until: laterBy(step['until'] as Node) }),
          },
        ]
      : []),
    ...decidingFaults(step, named),
    ...('people' in step ? peopleFaults(step as Node & { people: Node[] }, named) : []),
    ...('items' in step ? itemFaults(step as Node & { items: Node[] }) : []),
    ...('requester' in step
      ? [
          {
            what: `${named} is somebody else’s request`,
            change: (list: unknown[], at: never) => void (list[at] = { ...step, requester: [STRANGER] }),
          },
          {
            what: `${named} starts another process`,
            change: (list: unknown[], at: never) => void (list[at] = { ...step, definition: 'other' }),
          },
          ...Object.keys(step['map'] as Node).map((key) => ({
            what: `${named} hands over no ${key}`,
            change: (list: unknown[], at: never) =>
              void (list[at] = { ...step, map: Object.fromEntries(Object.entries(step['map'] as Node).filter(([each]) => each !== key)) }),
          })),
        ]
      : []),
    ...('to' in step
      ? [{ what: `${named} tells somebody else`, change: (list: unknown[], at: never) => void (list[at] = { ...step, to: [STRANGER] }) }]
      : []),
  ];
}

/** What can be wrong about one place, each as a change of a copy. */
function faultsOf(value: unknown, key: string | number): Fault[] {
  if (isStep(value)) return stepFaults(value);
  return key === 'when' ? [{ what: 'the opposite', change: (node, at) => void (node[at] = { not: node[at] } as never) }] : [];
}

/** Every definition that differs by one fault: a step gone, two swapped, a condition turned round, somebody else asked. Those that cannot be read are left out. */
export function* mutantsOf(definition: Definition): Generator<Mutant> {
  for (const { path } of placesIn(definition.flow, [])) {
    const found = placeAt(structuredClone(definition.flow), path);
    for (const { what } of faultsOf(found.value, found.key)) {
      const flow = structuredClone(definition.flow);
      const { at, key, value } = placeAt(flow, path);
      if (what.endsWith('after the next') && Number(key) + 1 >= (at as unknown[]).length) continue;
      faultsOf(value, key)
        .find((fault) => fault.what === what)
        ?.change(at as Node & unknown[], key as never);
      const parsed = definitionSchema.safeParse({ ...definition, flow });
      if (parsed.success) yield { name: `${path}: ${what}`, definition: parsed.data };
    }
  }
}

/** The same where a step may not return to a target any more. */
export function withoutReturn(definition: Definition, step: string, target: string): Definition {
  const flow = structuredClone(definition.flow) as unknown;
  for (const { at, key } of placesIn(flow, [])) {
    const each = (at as Node)[key as string];
    if (!isStep(each) || each['id'] !== step) continue;
    const { to, ...returns } = each['returns'] as { to: string[] };
    each['returns'] = { ...returns, to: to.filter((other) => other !== target) };
  }
  return definitionSchema.parse({ ...definition, flow });
}

function placeAt(flow: unknown, path: string): { at: Node | unknown[]; key: string | number; value: unknown } {
  const parts = path.split('.');
  const key = parts.pop() ?? '';
  const at = parts.reduce<unknown>((node, part) => (node as Node)[part], flow) as Node | unknown[];
  const index = Array.isArray(at) ? Number(key) : key;
  return { at, key: index, value: (at as Node)[index as string] };
}
