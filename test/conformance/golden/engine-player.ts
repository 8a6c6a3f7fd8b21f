import { DEMO_DIRECTORY, SEED_DEFINITIONS } from '@countersign/definitions';
import {
  blockedOf,
  openSeats,
  phaseOf,
  recordOf,
  standingStep,
  actorFacts,
  advance,
  allowed,
  begin,
  commandFrom,
  compile,
  compileStored,
  contentFor,
  decide,
  directoryImportSchema,
  formFromWire,
  formBefore,
  hashOf,
  heldBy,
  nextDeadline,
  parseDefinition,
  operationOf,
  overwrittenBy,
  resolverOver,
  SYSTEM_ACTOR,
  startFields,
  takenBackBy,
  timerCommand,
  unitPath,
  whoCorrects,
  WITH_REQUESTER,
  type Allowed,
  type Ask,
  type BudgetLine,
  type Command,
  type CommandBody,
  type Decided,
  type Definition,
  type Directory,
  type DirectoryImport,
  type EngineRequest,
  type Facts,
  type FormBefore,
  type FormValues,
  type Process,
} from '@countersign/domain';
import { TABLE_DEFINITIONS } from './table-definitions';
import { directoryOf, patched } from './directory-of';
import type { Act, FormTools, Golden, Played, Reply, Row } from './golden';
import { fundsAround, linesAfter, linesOf } from './ledger';
import { seenOf, waitingAlone, wordEvent } from './word-event';

interface Running {
  request: EngineRequest;
  form: FormValues | null;
  /** What each transition has overwritten in the form, by its number. */
  overwritten: Map<number, FormValues | null>;
  hashes: string[];
  /** The request before the last command. */
  before: EngineRequest;
}

const START = Date.parse('2026-11-22T02:00:00.000Z');

/** What folds transitions: the domain, as the database has it or as the workflow does. */
export type Folding = Pick<typeof import('@countersign/domain'), 'advance' | 'begin' | 'compileStored'>;

/** A value as `jsonb` gives it back: nothing that is undefined, keys by length and then by letters. */
function asKept<Value>(value: Value): Value {
  const inOrder = (_: string, each: unknown): unknown =>
    each === null || typeof each !== 'object' || Array.isArray(each)
      ? each
      : Object.fromEntries(
          Object.entries(each).toSorted(([left], [right]) => left.length - right.length || (left < right ? -1 : left > right ? 1 : 0)),
        );
  return JSON.parse(JSON.stringify(value, inOrder)) as Value;
}

/** Plays a table through the pure engine alone: the same loop that `record` runs, on data in memory. */
export class EnginePlayer {
  private readonly process: Process;
  private readonly running = new Map<string, Running>();
  private imported: DirectoryImport = DEMO_DIRECTORY;
  private clock = START;
  private lines: BudgetLine[];

  /** `definition` stands in the place of the one that ships. */
  constructor(
    private readonly golden: Golden,
    definition = shipped(golden.definition),
  ) {
    this.process = compile(definition);
    this.lines = linesOf(golden.plan ?? []);
  }

  play(row: Row): Played {
    this.clock += 1_000;
    if ('change' in row) {
      const patch = directoryImportSchema.partial().parse(row.change);
      this.imported = patched(this.imported, patch);
      return { changed: true };
    }
    if ('replies' in row) return this.hear(row);
    if (!('passes' in row)) return this.act(row);
    const running = this.request(row.of);
    const deadline = nextDeadline(running.request.state);
    if (deadline === null) throw new Error('Expected a deadline ahead, but there is none');
    this.clock = Date.parse(deadline.at);
    const facts = this.facts(running, 'system');
    return this.apply(
      running,
      { command: timerCommand(running.request, deadline), body: null, before: this.before(running, facts) },
      facts,
    );
  }

  /** What somebody may do with a request where it stands, and why not. */
  allowed(by: string, of?: string): Allowed[] {
    const running = this.request(of);
    const facts = this.facts(running, by);
    return facts.actor === null ? [] : allowed(this.process, running.request.state, facts.actor, facts);
  }

  /** Transitions of a request fold from their stored commands and facts to the same hashes. */
  foldAgain(by: Folding = { advance, begin, compileStored }): { expected: string[]; folded: string[] }[] {
    const read = parseDefinition(this.process.definition);
    if (!read.ok) throw new Error('Expected a definition that follows the format');
    const process = by.compileStored(asKept(read.definition));
    return [...this.running.entries()].map(([name, running]) => {
      let request = by.begin(process.definition, name);
      const folded = (this.journal.get(name) ?? []).map(({ command, facts }) => {
        const next = by.advance(process, request, command, facts);
        if ('need' in next) throw new Error(`Expected stored facts to hold the people of ${next.need}, but they do not`);
        request = next.request;
        return next.transition.hash;
      });
      return { expected: running.hashes, folded };
    });
  }

  private readonly journal = new Map<string, { command: Command; facts: Facts }[]>();

  private before({ form, request }: Running, facts: Facts): FormBefore {
    return formBefore(this.process, request.state, { form, facts, directory: directoryOf(this.imported, facts.now) });
  }

  private act(row: Act): Played {
    const running = this.request(row.of);
    const body = this.body(row, running);
    const facts = this.facts(running, row.by, body.form);
    const before = this.before(running, facts);
    const command = commandFrom(this.process, body, `${row.of ?? 'first'}#${this.clock}`, before);
    const taken = takenBackBy(command, running.request.state.context);
    return this.apply(running, { command, body, before, overwritten: taken && (running.overwritten.get(taken.n) ?? null) }, facts);
  }

  /** What has come of what was asked of another system. */
  private hear({ of, replies }: Reply): Played {
    const running = this.request(of);
    const { context } = running.request.state;
    const [step, call] = Object.entries(context.steps).flatMap(([id, record]) =>
      record.call ? [[id, record.call.id] as const] : [],
    )[0] ?? ['', ''];
    const [failed, status] = replies === 'yes' ? [null, 200] : (['refused', 422] as const);
    const body = { type: 'call.ended' as const, requestId: context.requestId, actor: SYSTEM_ACTOR, called: { step, call, failed, status } };
    const facts = this.facts(running, SYSTEM_ACTOR);
    const before = this.before(running, facts);
    return this.apply(running, { command: commandFrom(this.process, body, `ended#${this.clock}`, before), body: null, before }, facts);
  }

  private apply(running: Running, ask: Ask, facts: Facts): Played {
    const directory = directoryOf(this.imported, facts.now);
    const decided = decide(this.process, running.request, { ask, facts }, resolverOver(this.process, directory));
    return 'refused' in decided ? { refused: decided.refused.code } : this.keep(running, decided, ask);
  }

  private keep(running: Running, decided: Decided, { body }: Ask): Played {
    const { requestId } = running.request.state.context;
    const { command, facts, events, hash } = decided.transition;
    running.before = running.request;
    if (body) running.overwritten.set(decided.transition.n, overwrittenBy(body, running.form ?? {}, decided.form));
    if (body) running.form = decided.form;
    // What comes next stands on what PostgreSQL has kept.
    running.request = { ...decided.request, hash, state: asKept(decided.request.state) };
    running.hashes.push(hash);
    this.lines = linesAfter(this.lines, decided.movements);
    this.journal.set(requestId, [...(this.journal.get(requestId) ?? []), { command: asKept(command), facts: asKept(facts) }]);
    return { events: events.map((event) => wordEvent(event, (id) => id)), waits: waitsOf(decided.request) };
  }

  private request(name = 'first'): Running {
    const known = this.running.get(name);
    if (known) return known;
    const request = begin(this.process.definition, name);
    const running = { request, form: null, overwritten: new Map(), hashes: [], before: request };
    this.running.set(name, running);
    return running;
  }

  private body(row: Act, running: Running): CommandBody {
    const { context } = running.request.state;
    const value = standingStep(running.request.state) ?? undefined;
    const decides = operationOf(row.does).scope === 'task';
    const step = row.step ?? value;
    const wire = row.form?.(this.tools());
    return {
      type: row.does,
      requestId: context.requestId,
      actor: row.by,
      ...(wire ? { form: formFromWire(this.process.definition, wire, { fields: startFields(this.process.definition) }).values } : {}),
      ...(decides
        ? {
            step,
            generation: generationOf(context, step, row.by),
            shown: contentFor(this.process, row.shownBefore ? running.before.state.context : context, step ?? ''),
          }
        : row.step
          ? { step: row.step }
          : {}),
      ...(row.fields ? { fields: row.fields(this.tools()) } : {}),
      ...(row.item ? { item: row.item } : {}),
      ...(row.person ? { person: row.person } : {}),
      ...(row.from ? { from: row.from } : {}),
      ...seenOf(running.request.state, { ...row, ...(step ? { step } : {}) }),
      ...(row.comment ? { comment: row.comment } : {}),
      ...(row.stance ? { stance: row.stance } : {}),
      ...(row.to ? { to: row.to } : {}),
      ...(row.resume ? { resume: row.resume } : {}),
    };
  }

  private tools(): FormTools {
    const file = { id: 'file', name: 'invoice.pdf', size: 10, type: 'application/pdf', sha256: hashOf('invoice') };
    return {
      day: (offset) => new Date(this.clock + offset * 86_400_000).toISOString().slice(0, 10),
      own: (text) => `${hashOf(this.golden.name).slice(0, 8)}-${text}`,
      files: [file, { ...file, id: 'file-2' }, { ...file, id: 'file-3' }],
      file,
      unit: (key) => key,
      person: (key) => key,
      approved: '0190f0f0-0000-7000-8000-000000000001',
    };
  }

  private facts(running: Running, actor: string, form: FormValues | null = running.form): Facts {
    const now = new Date(this.clock).toISOString();
    const directory = directoryOf(this.imported, now);
    const person = this.imported.people.find((each) => each.key === actor);
    const requester = running.request.state.context.requester?.id ?? actor;
    return {
      now,
      today: directory.today,
      actor: person ? actorFacts(directory, actor, person.rights) : null,
      requesterUnitPath: this.requesterPath(directory, requester),
      params: this.params(),
      seats: this.returnedSeats(running, directory),
      claimed: this.claimedByOthers(running),
      ...fundsAround(this.process, { form, directory, lines: this.lines }),
    };
  }

  /** Who would change the request where its requester has left: a return takes the answer along, as with the database. */
  private returnedSeats({ request: { state } }: Running, directory: Directory): Facts['seats'] {
    const { requester } = state.context;
    const verdict = requester && phaseOf(state) === 'walk' ? whoCorrects(state, requester.id, directory) : null;
    return verdict?.kind === 'blocked' ? { [WITH_REQUESTER]: verdict } : {};
  }

  private requesterPath(directory: Directory, requester: string): string[] {
    return unitPath(directory, actorFacts(directory, requester, []).unitId);
  }

  private params(): Facts['params'] {
    const set = this.imported.parameters.filter((parameter) => parameter.definition === this.golden.definition);
    return Object.fromEntries(set.map(({ key, value }) => [key, value]));
  }

  private claimedByOthers(running: Running): Facts['claimed'] {
    const claimed: Facts['claimed'] = {};
    for (const [name, { request }] of this.running) {
      if (this.running.get(name) === running) continue;
      for (const { register, value } of heldBy(this.process.lookups.held, request.state.context).values)
        (claimed[register] ??= {})[value] = name;
    }
    return claimed;
  }
}

/** A definition that ships, or one that is there for tables alone, by its key. */
export function shipped(key: string): Definition {
  const definition = [...SEED_DEFINITIONS, ...TABLE_DEFINITIONS].find((seed) => seed.key === key);
  if (!definition) throw new Error(`Expected a definition ${key}, but none ships`);
  return definition;
}

/** Of the task that somebody means: their own open one, else the open one, else their last. */
function generationOf(context: EngineRequest['state']['context'], step: string | undefined, person: string): number {
  const record = step === undefined ? undefined : recordOf(context, step);
  const isOwn = (seat: { person: string }): boolean => seat.person === person;
  const open = openSeats(record).map(([, seat]) => seat);
  const meant = open.find(isOwn) ?? open[0] ?? Object.values(record?.seats ?? {}).find(isOwn);
  return meant?.generation ?? record?.generation ?? 1;
}

function waitsOf({ state }: EngineRequest): string {
  const { context } = state;
  const phase = phaseOf(state);
  if (phase === 'closed') return 'closed';
  if (context.outcome) return context.outcome;
  const blocked = blockedOf(context);
  if (blocked) return `blocked at ${blocked.step}: ${blocked.owners.join(', ')}`;
  const step = standingStep(state);
  const people = step === null ? [] : openSeats(recordOf(context, step)).map(([, seat]) => seat.person);
  return step === null ? (waitingAlone(context) ?? phase) : `${step}: ${people.join(', ')}`;
}
