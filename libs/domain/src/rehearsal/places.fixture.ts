import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import type { ActorLogic, Snapshot } from 'xstate';
import { rolesAskedBy } from '../conditions/operands';
import type { Definition } from '../definition/definition.schema';
import { isHuman, isPausing } from '../definition/flow';
import { kindOf, type HumanStep } from '../definition/step.schema';
import { canonicalJson } from '../digest/canonical-json';
import { advance } from '../engine/advance';
import { begin } from '../engine/begin';
import { refuse } from '../engine/refuse';
import { compile } from '../machine/compile';
import type { Process } from '../machine/process/process';
import { returnTargetsOf } from '../operations/return.operation';
import { takenAsMade } from '../people/choices';
import type { Command } from '../request/command';
import type { Facts, StepVerdict } from '../request/facts';
import { deadlines } from '../request/time/deadline';
import { isSettled, waitingFor } from '../request/items/items';
import type { ItemRecord } from '../request/items/item-record';
import type { FieldValue, RequestContext } from '../request/request-state';
import { contentFor } from '../request/content';
import { openSeats, phaseOf, recordOf, standingSteps } from '../request/standing';
import type { EngineRequest } from '../request/transition';
import { nameOf, placeOf, standingOf } from './places-names.fixture';
import { peopleOf } from './places-people.fixture';
import { combinations, conditionsOf, worthTrying } from './values-worth-trying.fixture';

const NOW = '2026-03-02T02:00:00.000Z';
/** Until when steps wait that wait for a moment, and when a clock looks at them. */
const COMES = '2026-03-03T02:00:00.000Z';
const OPERATOR = 'operator';

/** A command, and whether people are found from there on. */
interface Act {
  type: string;
  command: Command;
  found: boolean;
  params: Facts['params'];
  roles: string[];
}

/** Where requests of a definition can come to, and from where to none of their ends. */
export interface Places {
  /** `step open`, `step blocked`, and parts of a request's life. */
  reached: Set<string>;
  deadEnds: string[];
}

function factsOf(process: Process, request: EngineRequest, { command, params, roles }: Act): Facts {
  const human = Object.values(process.steps).filter(isHuman);
  const grants = human.flatMap(({ authority }) =>
    authority
      ? [
          {
            id: authority.matter,
            kind: authority.kind,
            matter: authority.matter,
            role: null,
            personId: command.actor,
            scopeUnitId: null,
            limit: 'no-limit' as const,
            plan: 'any' as const,
            state: 'granted' as const,
            withheldReason: null,
            validFrom: null,
            validTo: null,
          },
        ]
      : [],
  );
  const rights = command.actor === OPERATOR ? ['requests.operate', 'requests.assign'] : [];
  const actor = {
    id: command.actor,
    roles: request.state.context.requester?.roles ?? roles,
    unitId: 'shop',
    covers: ['shop'],
    grants,
    rights,
  };
  const now = command.type === 'timer' ? COMES : NOW;
  return { now, today: now.slice(0, 10), actor, requesterUnitPath: ['shop'], params, seats: {}, claimed: {} };
}

/** The request after an act; the same where it is refused. Each step is its own person's, so that nobody is merged. */
function after(process: Process, request: EngineRequest, act: Act): EngineRequest {
  const facts = factsOf(process, request, act);
  if (refuse(process, request.state, act.command, facts) !== null) return request;
  let next = advance(process, request, act.command, facts);
  while ('need' in next) {
    for (const step of next.need) facts.seats[step] = verdictOn(process, step, { request, act });
    next = next.goOn(facts);
  }
  return { state: next.request.state, n: next.request.n, hash: '' };
}

/** What comes of a step: its people, nobody, or until when it waits. */
function verdictOn(process: Process, id: string, { request: { state }, act }: { request: EngineRequest; act: Act }): StepVerdict {
  const step = process.steps[id];
  if (step && isPausing(step)) {
    const written = 'fields' in act.command ? act.command.fields : {};
    const day = step.until.field === undefined ? null : { ...state.context.fields, ...written }[step.until.field];
    return { kind: 'until', at: COMES, ...(typeof day === 'string' ? { day } : {}) };
  }
  return act.found || step?.kind === 'cc'
    ? peopleOf(process, id, state.context)
    : { kind: 'blocked', owners: [OPERATOR], reason: 'no-approver' };
}

function materialOf(process: Process, fields: Record<string, FieldValue>): Record<string, string> {
  return Object.fromEntries(
    process.material.map((key) => [key, canonicalJson(Object.entries(fields).filter(([path]) => path.split(/[.#]/)[0] === key))]),
  );
}

const head = (type: string, actor: string, more: object = {}): Command =>
  ({ id: 'c', digest: 'd', type, actor, ...more }) as unknown as Command;

/** With people found on the way, and with nobody. */
const acts = (command: Command, more: Partial<Act> = {}): Act[] =>
  [true, false].map((found) => ({ type: command.type, command, found, params: {}, roles: [], ...more }));

function formOf(process: Process, fields: Record<string, FieldValue>): object {
  return { fields, missing: [], invalid: [], beneficiary: null, choices: takenAsMade(process), material: materialOf(process, fields) };
}

/** Everything that could be done where a request stands. */
function actsAt(process: Process, { state }: EngineRequest): Act[] {
  const { context } = state;
  const phase = phaseOf(state);
  if (phase === 'draft') return submits(process);
  if (phase === 'returned')
    return [...acts(head('resubmit', 'requester', formOf(process, context.fields))), ...acts(head('withdraw', 'requester'))];
  const standing = standingSteps(context);
  const come = deadlines(state).filter(({ kind }) => kind === 'pause' || kind === 'grace');
  const moments = come.flatMap(({ step, kind }) => acts(head('timer', 'system', { step, kind })));
  if (standing.length === 0) return moments;
  // The order of lists side by side is no matter of where a request can go.
  const list = standing.find((id) => recordOf(context, id)?.items !== undefined);
  const own = standing.flatMap((id) => {
    const step = process.steps[id];
    if (id !== list && recordOf(context, id)?.items !== undefined) return [];
    if (recordOf(context, id)?.status === 'blocked') return acts(head('resolve-again', OPERATOR));
    return step && isHuman(step) ? words(process, context, step) : [];
  });
  const stuck = standing.every((id) => recordOf(context, id)?.status === 'blocked');
  return [...own, ...moments, ...(stuck ? [] : acts(head('withdraw', 'requester')))];
}

/** Whoever may start it, each by one of their roles and by all of them. */
function submits(process: Process): Act[] {
  const { fields, params } = worthTrying(process);
  const { start } = process.definition;
  const asked = [...('roles' in start ? start.roles : ['clerk']), ...conditionsOf(process).flatMap(rolesAskedBy)];
  const roles = [asked, ...[...new Set(asked)].map((role) => [role])];
  return combinations(fields, 24).flatMap((values) =>
    combinations(params, 4).flatMap((set) =>
      roles.flatMap((held) => acts(head('submit', 'requester', formOf(process, values)), { params: set, roles: held })),
    ),
  );
}

/** The next word on the next item that waits for one: the order of items is no matter of where a request can go. */
function ticks(process: Process, context: RequestContext, step: HumanStep): Act[] {
  const record = recordOf(context, step.id);
  const values = worthTrying(process).fields;
  const items = kindOf(step).list?.(step).items ?? [];
  return openSeats(record).flatMap(([key, { person, generation }]) => {
    const waits = record?.items ? waitingFor(record.items, key, person) : [];
    const [item] = items.filter(({ id, after }) => waits.includes(id) && after.every((other) => isDoneOrAbsent(record?.items?.of[other])));
    if (!item) return [];
    const task = {
      step: step.id,
      generation,
      shown: contentFor(process, context, step.id),
      hasComment: false,
      item: item.id,
      replaces: false,
    };
    const own = [...values].filter(([path]) => item.evidence.includes(path.split(/[.#]/)[0] ?? ''));
    return combinations(new Map(own), 4).flatMap((fields) => {
      const material = materialOf(process, { ...context.fields, ...fields });
      return acts(head('tick', person, { ...task, fields, missing: [], invalid: [], writes: own.length > 0, material }));
    });
  });
}

const isDoneOrAbsent = (item: ItemRecord | undefined): boolean => item === undefined || isSettled(item);

/** What the people of a step can say: the first whose word is out. */
function words(process: Process, context: RequestContext, step: HumanStep): Act[] {
  const seat = openSeats(recordOf(context, step.id))[0]?.[1];
  const person = seat?.person ?? `of-${step.id}`;
  const task = { step: step.id, generation: seat?.generation ?? 0, shown: contentFor(process, context, step.id), hasComment: true };
  const own = [...worthTrying(process).fields].filter(([path]) => step.fields.write.includes(path.split(/[.#]/)[0] ?? ''));
  const approve = combinations(new Map(own), 24).flatMap((fields) => {
    const material = materialOf(process, { ...context.fields, ...fields });
    const writing = { fields, missing: [], invalid: [], writes: own.length > 0, material };
    return acts(head('approve', person, { ...task, ...writing, stance: 'for', again: true }));
  });
  // Several words may mean one place; it is gone to once.
  const distinct = new Map(returnTargetsOf(process, step.id, context).map((target) => [target.at, target]));
  const returns = [...distinct.values()].flatMap(({ to }) =>
    (['walk-again', 'straight-back'] as const).flatMap((resume) => acts(head('return', person, { ...task, to, resume }))),
  );
  if (kindOf(step).list) return [...ticks(process, context, step), ...returns];
  return [...approve, ...returns, ...acts(head('reject', person, task))];
}

/** With how many forms a request goes on from one standing: what else could be written there is tried from others. */
const FORMS = 8;

/**
 * Plays a definition in every way there is, as far as `limit` states go: every command at every place, people found and not, every value beside
 * those that its conditions compare with. Grace times are over at once.
 */
export function placesOf(definition: Definition, limit: number): Places {
  const process = compile({ ...definition, graceSeconds: 0 });
  let states = 0;
  const forms = new Map<string, number>();
  const left = new Set<string>();
  const goesOn = ({ state }: EngineRequest): boolean => {
    const standing = standingOf(state);
    const tried = (forms.get(standing) ?? 0) + 1;
    forms.set(standing, tried);
    if (tried <= FORMS && (states += 1) <= limit) return true;
    left.add(nameOf(state));
    return false;
  };
  const logic = {
    transition: (request: EngineRequest, act: Act) => after(process, request, act),
    getInitialSnapshot: () => begin(process.definition, 'request-1'),
  } as unknown as ActorLogic<Snapshot<unknown> & EngineRequest, Act & { type: string }>;
  const map = getAdjacencyMap(logic, {
    events: (request: EngineRequest) => (goesOn(request) ? actsAt(process, request) : []),
    serializeState: ({ state }: EngineRequest) => nameOf(state),
    serializeEvent: ({ command, found, params }: Act) => canonicalJson([command, found, params]),
  } as never);
  const back = new Map<string, string[]>();
  for (const { state, nextState } of adjacencyMapToArray(map) as unknown as { state: EngineRequest; nextState: EngineRequest }[]) {
    const [from, to] = [nameOf(state.state), nameOf(nextState.state)];
    back.set(to, [...(back.get(to) ?? []), from]);
  }
  const all = Object.entries(map) as unknown as [string, { state: EngineRequest; transitions: object }][];
  const ends = new Set(all.filter(([name, { state }]) => state.state.value === 'closed' || left.has(name)).map(([name]) => name));
  for (const end of ends) for (const from of back.get(end) ?? []) ends.add(from);
  return {
    reached: new Set(all.map(([, { state }]) => placeOf(state))),
    deadEnds: all.filter(([name]) => !ends.has(name)).map(([, { state }]) => placeOf(state)),
  };
}
