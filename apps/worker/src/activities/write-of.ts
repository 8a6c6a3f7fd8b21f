import type { Change } from '@countersign/contracts';
import {
  chainLink,
  chainStart,
  NUMBER_TO_COME,
  project,
  reseatings,
  sealedText,
  textOf,
  type RecordRead,
  type RecordWrite,
  type RequestHead,
} from '@countersign/database';
import {
  callsInVain,
  childStart,
  sentCall,
  settledCalls,
  overwrittenBy,
  takenBackBy,
  writtenBy,
  SYSTEM_ACTOR,
  type Bilingual,
  type CommandBody,
  type Decided,
  type Effect,
  type EngineRequest,
  type Process,
} from '@countersign/domain';
import { rowTitle as titleFrom } from './row-title';

/** A decision that was taken, with what its rows are made of. */
export interface Recorded extends Decided {
  process: Process;
  read: RecordRead;
  head: RequestHead;
  before: EngineRequest;
  /** Null for timers and blocks. */
  body: CommandBody | null;
}

/** PostgreSQL takes 8,000 bytes; whoever reads “too many” looks at the participants. */
const NAMED_PEOPLE = 150;

/** Everything that one decision writes, in the words of `record_write`. Pure. */
export function writeOf(decided: Recorded): RecordWrite {
  const { process, head, before, body, form, derivations, transition, held } = decided;
  const rows = project({ process, before, advanced: decided, form, timeZone: head.timeZone, derivations });
  const rowTitle = titleOf(decided);
  const submits = transition.events.some(({ type }) => type === 'request.submitted');
  const numbered = head.number === null && submits;
  const row = linked(decided, {
    ...{ derivations, rowTitle },
    ...(numbered && { number: NUMBER_TO_COME }),
    ...(head.discussion && { discussion: head.discussion }),
    ...(submits && head.savedWith && { savedWith: head.savedWith }),
    ...(body?.token && { token: body.token }),
  });
  return {
    requestId: head.id,
    companyId: head.companyId,
    commandId: body === null || body.actor === SYSTEM_ACTOR ? null : transition.command.id,
    transition: row,
    ...rows,
    opened: rows.opened.map(({ derivation: _inDerived, ...task }) => task),
    request: { ...rows.request, rowTitle },
    text: rowTitle && textOf(process, rowTitle, form),
    roundForm: submits ? form : null,
    numberPrefix: numbered ? process.definition.numberPrefix : null,
    sealed: numbered ? sealedText(row.previousChain, row) : null,
    claims: held === null ? null : held.values.map(({ register, value }) => ({ check: register, value })),
    movements: decided.movements.map((movement, place) => ({ ...movement, place })),
    directoryVersion: versionOf(decided),
    settledCalls: settledCalls(before.state, decided.request.state),
    callsInVain: callsInVain(before.state, decided.request.state),
    outbox: decided.effects.map((effect, index) => ({
      key: `${head.id}:${transition.n}:${index}`,
      effect: handingOver(decided, effect),
      notBefore: notBefore(effect, transition.facts.now, graceOf(decided)),
    })),
    notify: JSON.stringify(changeOf(decided, rows.participants)),
  };
}

/** Where a decision is taken back its people are asked again who were asked before: null where that are not whom the directory has now. */
function versionOf({ process, head, before, request, transition, read: { facts } }: Recorded): number | null {
  if (facts === null) return null;
  if (takenBackBy(transition.command, before.state.context) === null) return facts.directoryVersion;
  const stands = { ...head, ...request };
  return reseatings({ process }, stands, facts.directory).length === 0 ? facts.directoryVersion : null;
}

/** Null where the form stays as it was: nothing else changes what a line of lists shows. */
function titleOf({ process, head, before, form, body, read, transition }: Recorded): Bilingual | null {
  const restored = takenBackBy(transition.command, before.state.context) !== null;
  const written = body !== null && (head.n === 0 || body.form !== undefined || body.fields !== undefined || restored);
  return written ? titleFrom(process, head, form, read.facts?.directory ?? NO_DIRECTORY) : null;
}

const NO_DIRECTORY = { now: '', today: '', people: {}, positions: [], units: {}, grants: [], operators: [] };

function linked(
  { head, before, transition, body, form }: Recorded,
  derived: RecordWrite['transition']['derived'],
): RecordWrite['transition'] {
  const { n, command, facts, events, hash } = transition;
  const own = {
    n,
    command,
    facts,
    events,
    hash,
    comment: body?.comment?.trim() || null,
    fields: body && (body.actor !== SYSTEM_ACTOR || form !== head.form) ? writtenBy(body, before.n === 0 ? null : head.form, form) : null,
    derived,
  };
  const previousChain = before.n === 0 ? chainStart(head.id) : (head.chainHash ?? '');
  return {
    ...own,
    commandId: command.id,
    type: command.type,
    actorId: command.actor === SYSTEM_ACTOR ? null : command.actor,
    at: facts.now,
    overwritten: body === null ? null : overwrittenBy(body, head.form, form),
    previousChain,
    chain: chainLink(previousChain, own),
  };
}

/** A request that is to be begun, and another system, is given what the form holds now. */
function handingOver({ process, request, form }: Recorded, effect: Effect): Effect {
  const { context } = request.state;
  if (effect.type === 'start-child') return { ...effect, start: childStart(process, context, effect, form) };
  return effect.type === 'call' ? { ...effect, sent: sentCall(process, context, effect, form) } : effect;
}

/** For how long a decision can be undone; not at all where nobody can take it back. */
function graceOf({ process, request, transition }: Recorded): number {
  return request.state.context.undo.some(({ n }) => n === transition.n) ? process.definition.graceSeconds : 0;
}

/** When an effect may leave. In-app notices wait for nothing; whatever leaves the request waits until the decision can no longer be undone. */
export function notBefore(effect: Effect, at: string, graceSeconds: number): string | null {
  switch (effect.type) {
    case 'notify':
      return effect.immediate ? null : new Date(Date.parse(at) + graceSeconds * 1_000).toISOString();
    case 'start-child':
      // Nobody takes back what was started by hand.
      return effect.step === null ? null : new Date(Date.parse(at) + graceSeconds * 1_000).toISOString();
    case 'end-child':
    case 'call':
      return new Date(Date.parse(at) + graceSeconds * 1_000).toISOString();
    case 'tell-parent':
    case 'tell-citing':
    case 'follow-plan':
    case 'follow-grant':
    case 'supersede-notices':
    case 'take-back-notices':
      return null;
  }
}

/** Whom a change is told to: whoever has or had a part in it, so that the pages of those who decided earlier stay live. */
function changeOf({ head, transition, body, before, request }: Recorded, participants: string[]): Change {
  const { command, events } = transition;
  const steps = [before, request].flatMap(({ state }) => Object.values(state.context.steps));
  // That it can no longer be taken back changes nothing on their pages.
  const seen = events.some(({ type }) => type !== 'request.closed');
  const seated = seen ? steps.flatMap(({ seats }) => Object.values(seats).map(({ person }) => person)) : [];
  const touched = events.flatMap((event) => ('person' in event ? [event.person] : []));
  const people = [
    ...new Set([head.requesterId, ...participants, ...seated, ...touched, ...(body && body.actor !== SYSTEM_ACTOR ? [body.actor] : [])]),
  ];
  return {
    request: head.id,
    people: people.length > NAMED_PEOPLE ? null : people,
    ...(seen && { more: true }),
    ...(body && body.actor !== SYSTEM_ACTOR && { command: command.id }),
  };
}
