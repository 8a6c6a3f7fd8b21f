import { commandFrom } from '../operations/command-from';
import type { Command, CommandBody } from '../request/command';
import { operationOf, takenBackBy } from '../operations/registry';
import type { FormBefore } from '../operations/form/written-form';
import { overwrittenBy } from '../operations/form/overwritten';
import { nextDeadline } from '../request/time/deadline';
import { stepOfClock } from '../request/time/standstill';
import { timerCommand } from '../request/system-commands';
import type { Definition } from '../definition/definition.schema';
import type { Refusal } from '../request/refusal';
import { block } from '../engine/advance';
import { begin } from '../engine/begin';
import { compile } from '../machine/compile';
import { contentFor } from '../request/content';
import type { Effect } from '../request/effect';
import type { ActorFacts, Facts, StepVerdict } from '../request/facts';
import type { Process } from '../machine/process/process';
import { decide, resolverOver, type Ask, type Resolver } from '../engine/decide';
import { actorFacts, actsFor } from '../people/actor-facts';
import type { Directory } from '../people/directory';
import { unitPath } from '../people/posts';
import { WITH_REQUESTER, type FormValues, type RequestContext, type RequestState } from '../request/request-state';
import { type Blocked, blockedOf, phaseOf, recordOf, seatOf, standingStep } from '../request/standing';
import type { EngineRequest, Transition, TransitionEvent } from '../request/transition';
import type { Movement } from '../budget/movements';
import type { BudgetLine } from '../request/budget-line';
import { fundsBefore } from '../operations/form/form-before';
import { fundsFacts, posted } from './ledger.fixture';
import { formSurroundings } from '../form/form-condition';

export { fold } from './fold.fixture';

export const START = Date.parse('2026-03-02T02:00:00.000Z');

/** What `record` does, without a database: facts, refuse, advance, resolve. Verdicts are said by the test. */
export class Play {
  readonly process: Process;
  request: EngineRequest;
  form: FormValues | null = null;
  /** What each transition has overwritten in the form, by its number. */
  private readonly overwritten = new Map<number, FormValues | null>();
  readonly journal: Transition[] = [];
  effects: Effect[] = [];
  seconds = 0;
  verdicts: Record<string, StepVerdict> = {};
  /** Says verdicts instead of `verdicts`, for tests that throw dice. */
  resolver: ((at: RequestState, step: string) => StepVerdict) | null = null;
  actors: Record<string, Partial<ActorFacts>> = {};
  claimed: Facts['claimed'] = {};
  linked: Facts['linked'];
  effectsTaken = false;
  /** The company as it stands: people are found by it. Null where the test says who sits where. */
  directory: Directory | null = null;
  /** People whose posts were taken away. */
  readonly gone = new Set<string>();
  params: Facts['params'] = {};
  /** By which working days of the form are counted. */
  clock: FormBefore['clock'];
  /** The ledger as it stands; null where nobody looks at any. */
  lines: BudgetLine[] | null = null;
  /** All that was posted to it. */
  readonly posted: Movement[] = [];

  constructor(definition: Definition) {
    this.process = compile(definition);
    this.request = begin(definition, 'request-1');
  }

  get context(): RequestContext {
    return this.request.state.context;
  }

  /** The step where the request stands, else the part of its life. */
  get value(): string {
    return standingStep(this.request.state) ?? phaseOf(this.request.state);
  }

  get blocked(): Blocked | null {
    return blockedOf(this.context);
  }

  /** Number of the transition that opened a step; it names the step's tasks. */
  generation(step: string): number {
    return recordOf(this.context, step)?.generation ?? 0;
  }

  /** Digest of what a step is shown. */
  shown(step = this.value): string {
    return contentFor(this.process, this.context, step);
  }

  get events(): TransitionEvent[] {
    return this.journal.at(-1)?.events ?? [];
  }

  /** Who sits on a step from now on. */
  seat(step: string, ...people: string[]): this {
    this.verdicts[step] = { kind: 'seats', people };
    return this;
  }

  actor(id: string): ActorFacts {
    if (this.directory) return actorFacts(this.directory, id, this.actors[id]?.rights ?? []);
    return { id, roles: ['clerk'], unitId: 'shop', covers: ['company'], grants: [], rights: [], ...this.actors[id] };
  }

  facts(actor: string): Facts {
    const now = new Date(START + this.seconds * 1000).toISOString();
    const unit = this.context.requester?.unitId ?? this.actor(actor).unitId;
    const path = this.directory ? unitPath(this.directory, unit) : ['company', 'shop'];
    const absent = this.directory ? actsFor(this.context, actor) : [];
    return {
      now,
      today: now.slice(0, 10),
      actor: this.actor(actor),
      ...(absent.length > 0 && { actsFor: absent.map((person) => this.actor(person)) }),
      requesterUnitPath: path,
      params: this.params,
      seats: this.returnedSeats(),
      claimed: this.claimed,
      ...(this.linked && { linked: this.linked }),
      ...fundsFacts(this.lines),
      ...(this.effectsTaken ? { effectsTaken: true } : {}),
    };
  }

  /** What facts say of themselves where the requester has left. */
  private returnedSeats(): Facts['seats'] {
    const verdict = this.verdicts[WITH_REQUESTER];
    return phaseOf(this.request.state) === 'walk' && verdict?.kind === 'blocked' ? { [WITH_REQUESTER]: verdict } : {};
  }

  /** A body for the task at hand; `change` says what the person does differently. */
  body(type: CommandBody['type'], actor: string, change: Partial<CommandBody> = {}): CommandBody {
    const decides = operationOf(type).scope === 'task';
    const step = change.step ?? this.value;
    const own = seatOf(this.context, { step, person: actor })?.[1].generation;
    const task = decides ? { step, generation: own ?? this.generation(step), shown: this.shown(step) } : {};
    return { type, requestId: 'request-1', actor, ...task, ...change };
  }

  /** What a command of this actor finds of the form. */
  before(actor: string): FormBefore {
    const form = this.request.n === 0 ? null : this.form;
    const facts = this.facts(actor);
    return {
      form,
      surroundings: formSurroundings(this.context, facts),
      clock: this.clock,
      ...fundsBefore(this.process.definition, this.context, facts),
    };
  }

  /** Null when the command was applied, else why not. */
  do(type: CommandBody['type'], actor: string, change: Partial<CommandBody> = {}): Refusal | null {
    const body = this.body(type, actor, change);
    const before = this.before(actor);
    const command = commandFrom(this.process, body, `command-${this.journal.length}`, before);
    const taken = takenBackBy(command, this.context);
    return this.apply({ command, body, before, overwritten: taken && (this.overwritten.get(taken.n) ?? null) }, this.facts(actor));
  }

  /** Null when what is asked was applied, else why not. */
  ask(ask: Ask): Refusal | null {
    return this.apply(ask, this.facts(ask.command.actor));
  }

  timer(): Refusal | null {
    return this.apply(this.asked(timerCommand(this.request, nextDeadline(this.request.state) ?? { step: null, kind: 'grace' })), {
      ...this.facts('system'),
      actor: null,
    });
  }

  /** Another request says what has come of it; null when that changed anything. */
  news(
    news: Pick<CommandBody, 'news' | 'why' | 'called' | 'fields'> & { type: 'child.ended' | 'parent.ended' | 'call.ended' },
  ): Refusal | null {
    const before = this.before('system');
    const body: CommandBody = { ...news, requestId: 'request-1', actor: 'system' };
    const asked = this.asked(commandFrom(this.process, body, `request-1:${news.type}:${this.request.n}`, before));
    return this.apply(news.fields ? { ...asked, body } : asked, {
      ...this.facts('system'),
      actor: null,
    });
  }

  /** A command that no person's body makes. */
  asked(command: Command): Ask {
    return { command, body: null, before: { form: this.form, surroundings: formSurroundings(this.context, this.facts('system')) } };
  }

  block(reason: string): void {
    const { request, transition, effects } = block(this.request, reason, this.facts('system'));
    this.keep(request, transition, effects);
  }

  private apply(ask: Ask, facts: Facts): Refusal | null {
    const said: Resolver = {
      find: (at, step) => this.verdictOn(at, step),
      isEntitled: (_at, { person }) => !this.gone.has(person),
      isFoundToday: (_at, { person }) => !this.gone.has(person),
      holdsRole: () => true,
      judgeNamed: (_at, { person }) => ({
        removed: this.gone.has(person) ? { code: 'inactive', params: {} } : null,
        limit: undefined,
        derivation: null,
      }),
    };
    const resolver = this.directory ? resolverOver(this.process, this.directory) : said;
    const decided = decide(this.process, this.request, { ask, facts }, resolver);
    if ('refused' in decided) return decided.refused;
    if (ask.body) this.overwritten.set(decided.transition.n, overwrittenBy(ask.body, this.form ?? {}, decided.form));
    if (ask.body) this.form = decided.form;
    this.keep(decided.request, decided.transition, decided.effects);
    this.posted.push(...decided.movements);
    this.lines &&= posted(this.lines, decided.movements);
    return null;
  }

  private verdictOn(at: RequestState, step: string): ReturnType<Resolver['find']> {
    const verdict = this.resolver?.(at, step) ?? this.verdicts[step] ?? this.verdicts[stepOfClock(step) ?? ''];
    if (verdict === undefined) throw new Error(`Expected to resolve “${step}”, but the test says nothing`);
    return { verdict, derivation: null };
  }

  private keep(request: EngineRequest, transition: Transition, effects: Effect[]): void {
    this.request = request;
    this.journal.push(JSON.parse(JSON.stringify(transition)) as Transition);
    this.effects = effects;
  }
}

/** People, posts or grants have changed; the verdicts of the play are the new ones. */
export function changed(play: Play): Refusal | null {
  const body = {
    type: 'directory.changed' as const,
    requestId: 'request-1',
    actor: 'system',
    cause: { change: 'import' as const, by: 'op' },
  };
  const before = play.before('system');
  return play.ask({
    command: commandFrom(play.process, body, `request-1:directory.changed:${play.request.n}`, before),
    body: null,
    before,
  });
}
