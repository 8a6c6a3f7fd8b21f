import {
  REBUILD_SIGNAL,
  RERESOLVE,
  TELL,
  workflowIdOf,
  type RequestNews,
  type ReresolveResult,
  type TellResult,
} from '@countersign/contracts';
import type { CallRepository, OutboxRepository, OutboxRow } from '@countersign/database';
import type { Definition, DirectoryCause, Effect } from '@countersign/domain';
import { tellAnswer, type CommandSender, type KeptAnswer, type RequestClient } from '@countersign/platform';
import { Calls } from '../../apps/worker/src/calls/calls.service';
import { InAppChannel } from '../../apps/worker/src/channels/in-app.channel';
import { ChildRequests } from '../../apps/worker/src/children/child-requests.service';
import { Dispatcher } from '../../apps/worker/src/outbox/dispatcher.service';
import { Effects } from '../../apps/worker/src/outbox/effects';
import { OutboxBell } from '../../apps/worker/src/outbox/outbox-bell';
import { OTHER_SYSTEM, type OtherSystem, type TakenCall } from './other-system';
import { stoppingIn, type Actor, type Scheduler } from './scheduler';
import type { SimulatedTemporal } from './temporal';
import type { World } from './world';

/** A rule of the rounds taken away, to see that the simulation finds it. */
export type HouseSabotage = 'done before it is carried out' | 'parents are not told' | 'answers are not told' | 'a change is told once';

const ENVIRONMENT = { CALL_TARGETS: { ledger: OTHER_SYSTEM }, PUBLIC_URL: 'http://here.invalid' };
/** What the other system answers with. */
const BOOKED = { booked: 'B-1' };
/** An answer of which its request has not heard for so long is told once more. */
const UNTOLD_SECONDS = 10;

interface Parts {
  readonly world: World;
  readonly scheduler: Scheduler;
  readonly temporal: SimulatedTemporal;
  readonly sabotage: string | undefined;
  readonly other: OtherSystem;
  readonly sender: (actor: Actor) => CommandSender;
  /** The requests of this schedule. */
  readonly requests: () => Promise<string[]>;
}

/** What a worker does round after round beside the runs: it carries out effects, and tells requests that the company has changed. Every round may be killed at each of its calls. */
export class House {
  /** Requests that have to hear of a change: durable, as the list of the directory's review is. */
  private due = new Set<string>();
  private rounds: Actor[] = [];
  private names = 0;

  constructor(private readonly parts: Parts) {}

  /** The rounds that are under way are gone with their worker. */
  killed(): void {
    for (const actor of this.rounds.filter(({ ended }) => !ended)) this.parts.scheduler.kill(actor);
    this.rounds = [];
  }

  /** One round of the dispatcher. */
  dispatch(): void {
    this.round('dispatcher', async (actor) => void (await this.dispatcher(actor).round()));
  }

  /** One round of calls, one after the other. */
  call(): void {
    this.round('caller', async (actor) => {
      const { scheduler, world } = this.parts;
      const outbox = stoppingIn(scheduler, actor, world.outbox, ['claimCalls']);
      for (const row of await outbox.claimCalls({ free: 1, each: 1, busy: {}, again: 1 })) await this.dispatcher(actor).called(row);
    });
  }

  private dispatcher(actor: Actor): { round: () => Promise<boolean>; called: (row: OutboxRow) => Promise<void> } {
    const { world, scheduler } = this.parts;
    const dispatcher = new Dispatcher(
      this.sabotaged(stoppingIn(scheduler, actor, world.outbox, ['claim', 'done', 'failed', 'heldBack', 'givenUp'])),
      this.effects(actor),
      new OutboxBell(),
      world.metrics,
      world.log,
      { add: () => undefined } as never,
    );
    return dispatcher as unknown as ReturnType<House['dispatcher']>;
  }

  /** Another system calls back: its answer is kept first, then its request hears of it. Whoever is killed in between is not asked again. */
  callBack({ requestId, call }: TakenCall): void {
    this.round('the other system', async (actor) => {
      const { other, scheduler } = this.parts;
      const calls = this.calls(actor);
      const asking = await calls.askedBy(requestId);
      const [step] = Object.entries(asking?.state.context.steps ?? {}).find(([, record]) => record.call?.id === call) ?? [];
      const answer = { requestId, step: step ?? '', call, failed: false, wrong: false };
      const isNew = asking !== null && step !== undefined && (await calls.keep({ ...answer, companyId: asking.companyId, fields: BOOKED }));
      const taken = other.taken.get(call);
      if (taken) taken.owed = false;
      scheduler.tell(`${actor.name} calls back: ${isNew ? 'taken' : 'nothing new'}`);
      if (isNew) await this.tellAnswer(actor, answer);
    });
  }

  /** One round of answers that were kept, and of which their requests have not heard. */
  answers(): void {
    this.round('answers', async (actor) => {
      const own = await this.parts.requests();
      for (const answer of await this.parts.world.calls.untold(UNTOLD_SECONDS, 20))
        if (own.includes(answer.requestId)) await this.tellAnswer(actor, answer);
    });
  }

  private async tellAnswer(actor: Actor, answer: KeptAnswer): Promise<void> {
    if (this.parts.sabotage === 'answers are not told') return;
    const calls = this.calls(actor);
    const asking = await calls.askedBy(answer.requestId);
    await tellAnswer({ requests: this.client(actor) as unknown as RequestClient, calls }, asking?.definition ?? null, answer);
  }

  private calls(actor: Actor): CallRepository {
    return stoppingIn(this.parts.scheduler, actor, this.parts.world.calls, ['askedBy', 'keep', 'told']);
  }

  /** Somebody leaves, or comes back; every open request is to hear of it. */
  async changes(person: string): Promise<void> {
    const { world, scheduler, requests } = this.parts;
    await world.query('UPDATE person SET active = NOT active WHERE id = $1', [person]);
    scheduler.tell(`person ${world.people.indexOf(person)} leaves, or comes back`);
    for (const id of await requests()) this.due.add(id);
  }

  get isBehind(): boolean {
    return this.due.size > 0;
  }

  /** One round of the review: whoever could not be told stays on the list. */
  review(): void {
    this.round('review', async (actor) => {
      const { world, sabotage } = this.parts;
      for (const id of [...this.due]) {
        const head = await world.journal.head(id);
        if (sabotage === 'a change is told once') this.due.delete(id);
        if (head?.state && head.state.value !== 'closed') {
          const cause: DirectoryCause = { change: 'import', by: null };
          await this.client(actor).reresolve(await this.definitionOf(head.definition.id), id, cause);
        }
        this.due.delete(id);
      }
    });
  }

  /** The client of the runs, as far as the worker's own rounds use it. */
  client(actor: Actor): Pick<RequestClient, 'reresolve' | 'tell'> {
    const ask = async (definition: Definition, requestId: string, name: string, input: unknown): Promise<unknown> => {
      this.names += 1;
      const update = { id: `${name} ${this.names}`, name, input };
      const answer = await this.parts.temporal.update(actor, workflowIdOf(requestId), update, startOf(definition, requestId));
      if (answer.kind !== 'completed') throw new Error(`nothing is known of ${name}`);
      return answer.result;
    };
    return {
      reresolve: (definition, requestId, cause) => ask(definition, requestId, RERESOLVE, cause) as Promise<ReresolveResult>,
      tell: (definition, requestId, news: RequestNews) => ask(definition, requestId, TELL, news) as Promise<TellResult>,
    };
  }

  /** Lets the run of a request fold its journal anew, as after a restore. */
  rebuild(definition: Definition, requestId: string): void {
    this.parts.temporal.signal(workflowIdOf(requestId), REBUILD_SIGNAL, startOf(definition, requestId));
  }

  private async definitionOf(id: string): Promise<Definition> {
    const known = await this.parts.world.processes.byDefinitionId(id);
    if (!known) throw new Error(`Expected a definition ${id}`);
    return known.process.definition;
  }

  private round(what: string, work: (actor: Actor) => Promise<void>): void {
    this.names += 1;
    const actor = this.parts.scheduler.begin(`${what} ${this.names}`, async (self) => {
      // A round that fails is begun again by the next one.
      await work(self).catch((error: unknown) => this.parts.scheduler.tell(`${self.name} fails: ${String(error)}`));
    });
    this.rounds.push(actor);
  }

  private effects(actor: Actor): Effects {
    const { world, sender } = this.parts;
    const notifications = stoppingIn(this.parts.scheduler, actor, world.notifications, ['deliver', 'supersede', 'takeBack']);
    const children = new ChildRequests(
      stoppingIn(this.parts.scheduler, actor, world.children, ['begin', 'discard', 'find', 'wanted']),
      world.facts,
      world.processes,
      notifications,
      sender(actor),
      this.client(actor) as unknown as RequestClient,
    );
    const calls = new Calls({ env: ENVIRONMENT } as never, this.calls(actor), this.client(actor) as unknown as RequestClient);
    const effects = new Effects(new InAppChannel(notifications), notifications, children, calls, {} as never, {} as never);
    if (this.parts.sabotage !== 'parents are not told') return effects;
    const carryOut: Effects['carryOut'] = (type, rows) => (type === 'tell-parent' ? Promise.resolve() : effects.carryOut(type, rows));
    return Object.assign(Object.create(effects) as Effects, { carryOut });
  }

  private sabotaged(outbox: OutboxRepository): OutboxRepository {
    if (this.parts.sabotage !== 'done before it is carried out') return outbox;
    const claim: OutboxRepository['claim'] = async (limit, types: readonly Effect['type'][]) => {
      const rows = await outbox.claim(limit, types);
      await outbox.done(rows.map(({ id }) => id));
      return rows;
    };
    return Object.assign(Object.create(outbox) as OutboxRepository, { claim });
  }
}

export function startOf(definition: Definition, requestId: string): object {
  return { definition, requestId, state: null, n: 0, hash: null };
}
