import type { CommandRepository } from '@countersign/database';
import {
  workflowIdOf,
  type RecordInput,
  type RecordResult,
  type SubmitCommandInput,
  type SubmitCommandResult,
} from '@countersign/contracts';
import {
  commandId,
  contentFor,
  openSeats,
  phaseOf,
  standingSteps,
  uuidv5,
  type CommandBody,
  type PersonCommandType,
} from '@countersign/domain';
import { CommandSender, sendOutcome, type RequestClient } from '@countersign/platform';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { requestWorkflow } from '../../workflows/runtime/request.workflow';
import { diceOf, type Dice } from '../support/dice';
import { dump, restore, type Dump } from './dump';
import { House, startOf, type HouseSabotage } from './house';
import { Judge, type Press } from './judge';
import { OtherSystem } from './other-system';
import { Scheduler, stoppingIn, type Actor } from './scheduler';
import { SimulatedTemporal, type UpdateAnswer } from './temporal';
import { PROCESS_NAMES, type ProcessName, type World } from './world';

/** A rule of the protocol taken away, to see that the simulation finds it. */
export type Sabotage =
  | HouseSabotage
  | 'refusals close every row'
  | 'confirmed before it is done'
  | 'no sweeper'
  | 'restored and not rebuilt'
  | 'no moment comes';

export interface ScheduleOptions {
  readonly world: World;
  readonly seed: number;
  readonly sabotage?: Sabotage | undefined;
  /** Absent: one of those that people begin, as the dice fall. */
  readonly process?: ProcessName | undefined;
}

/** What one seed came to: null where everything held, else what did not, and the story that led there. */
export interface ScheduleResult {
  readonly violation: string | null;
  readonly story: readonly string[];
  readonly transitions: number;
}

const START = Date.parse('2026-11-02T08:00:00.000Z');
const NAMESPACE = '6f1b7b52-6a3d-4c0e-9d55-0a6a8d1c9c11';
const KINDS = 'approve approve approve approve return undo take-back withdraw reject abstain'.split(' ') as readonly PersonCommandType[];
/** How time goes on between moves, in milliseconds: in hours where something is due in hours. */
const PACE = [50, 1_000, 11_000];
const PACE_OF_HOURS = [1_000, 11_000, 1_900_000, 3_700_000];
const STEPS = 90;

/** One request under one order of everything: people press, programs die, calls get lost, come twice and come late. */
export class Schedule {
  private readonly dice: Dice;
  private readonly scheduler: Scheduler;
  private readonly temporal: SimulatedTemporal;
  private readonly presses: Press[] = [];
  private readonly process: ProcessName;
  private readonly requestId: string;
  private api: Actor[] = [];
  private confirmations: string[] = [];
  private now = START;
  private names = 0;
  private calm = false;
  private readonly house: House;
  private readonly judge: Judge;
  private readonly other: OtherSystem;
  private dump: Dump | null = null;
  private restored = false;

  constructor(private readonly options: ScheduleOptions) {
    this.dice = diceOf(options.seed);
    this.scheduler = new Scheduler(this.dice);
    this.process = options.process ?? this.dice.pick(PROCESS_NAMES);
    this.requestId = uuidv5(`request ${options.seed} ${options.sabotage ?? ''} ${options.world.company}`, NAMESPACE);
    this.temporal = new SimulatedTemporal({
      ...{ dice: this.dice, scheduler: this.scheduler, now: () => this.now, workflow: requestWorkflow as (input: never) => Promise<void> },
      record: (input) => this.record(input),
    });
    const { world, sabotage } = options;
    const { scheduler, temporal } = this;
    this.other = new OtherSystem({ dice: this.dice, isCalm: () => this.calm });
    this.house = new House({
      ...{ world, scheduler, temporal, sabotage, other: this.other },
      sender: (actor) => this.sender(actor),
      requests: () => this.requests(),
    });
    this.judge = new Judge(world, temporal, { house: this.house, other: this.other, now: () => this.now });
  }

  /** The request, and those that it has started. */
  private async requests(): Promise<string[]> {
    if (this.process !== 'family') return [this.requestId];
    const rows = await this.options.world.query<{ id: string }>(
      'SELECT id FROM request WHERE id = $1 OR parent_id = $1 ORDER BY id = $1 DESC, id',
      [this.requestId],
    );
    return rows.map(({ id }) => id);
  }

  async play(): Promise<ScheduleResult> {
    const { world } = this.options;
    await world.setClock(this.now);
    await world.begin();
    await world.draft(this.process, this.requestId);
    let violation: string | null;
    const { fetch } = globalThis;
    globalThis.fetch = this.other.fetch;
    try {
      this.press(0, { type: 'submit', requestId: this.requestId, actor: world.people[0] ?? '', form: { about: 'Chairs' } });
      for (let count = 0; count < STEPS; count += 1) await this.something();
      await this.comeToRest();
      violation = await this.judge.violation(await this.requests(), this.presses);
    } catch (error) {
      violation = error instanceof Error ? (error.stack ?? error.message) : String(error);
    } finally {
      globalThis.fetch = fetch;
    }
    const [row] = await world.query<{ n: number }>('SELECT n FROM request WHERE id = $1', [this.requestId]);
    return { violation, story: this.scheduler.story, transitions: row?.n ?? 0 };
  }

  /** One move: mostly somebody goes on, at times something happens. */
  private async something(): Promise<void> {
    const { world } = this.options;
    this.temporal.dispatch();
    const roll = this.dice.whole(100);
    if (roll < 12) return this.somebodyPresses();
    if (roll < 15) return this.pressAgain();
    if (roll < 17) return this.killWorker();
    if (roll < 18) return this.temporal.killServer();
    if (roll < 20) return this.killApi();
    if (roll < 22) return this.temporal.deadline();
    if (roll < 24) return this.sweep();
    if (roll < 26) return this.passTime(this.dice.pick(this.process === 'late' ? PACE_OF_HOURS : PACE));
    if (roll < 28) return this.confirm();
    if (roll < 33) return this.house.dispatch();
    if (roll < 35) return this.house.changes(this.dice.pick(world.people.slice(1)));
    if (roll < 38) return this.house.review();
    if (roll < 39) return this.dumpsOrRestores();
    if (roll < 51 && this.process === 'asks') return this.goesOnOutside(this.dice.pick(['call', 'call', 'callBack', 'answers']));
    await this.scheduler.step();
  }

  /** Calls go out, are answered, and their answers are told. */
  private goesOnOutside(what: 'call' | 'callBack' | 'answers'): void {
    const { owed } = this.other;
    if (what !== 'callBack') this.house[what]();
    else if (owed.length > 0) this.house.callBack(this.dice.pick(owed));
  }

  /** Nothing fails any more: everything on its way arrives, the sweeper looks after the rest, time passes. */
  private async comeToRest(): Promise<void> {
    this.calm = true;
    this.scheduler.tell('— from here on nothing fails');
    const goOn = this.dice.chance(0.5) ? 3 : 0;
    for (let round = 0; round < 20; round += 1) {
      if (round < goOn) await this.somebodyPresses();
      await this.drain();
      await this.confirm();
      await this.passTime(round === 0 ? 0 : this.process === 'late' && round < 6 ? 3_700_000 : 70_000);
      this.sweep();
      this.house.review();
      this.house.dispatch();
      if (this.process === 'asks') for (const what of ['call', 'callBack', 'answers'] as const) this.goesOnOutside(what);
      await this.drain();
      await this.confirm();
      if (
        round > 2 &&
        !this.house.isBehind &&
        this.other.owed.length === 0 &&
        (await this.unsettled()) === 0 &&
        (this.temporal.nextTimer() ?? Infinity) > this.now + 70_000
      )
        return;
    }
  }

  private async drain(): Promise<void> {
    for (let moves = 0; ; moves += 1) {
      this.temporal.dispatch();
      if (!(await this.scheduler.step())) return;
      if (moves > 5_000) throw new Error('Expected the schedule to come to rest, but it goes on for ever');
    }
  }

  private async unsettled(): Promise<number> {
    const sql = `SELECT (SELECT count(*) FROM command WHERE request_id = ANY ($1) AND status IN ('open', 'done'))::int
      + (SELECT count(*) FROM outbox WHERE request_id = ANY ($1) AND state NOT IN ('done', 'cancelled') AND effect->>'type' NOT IN ('start-child', 'call'))::int AS many`;
    return (await this.options.world.query<{ many: number }>(sql, [await this.requests()]))[0]?.many ?? 0;
  }

  // —— what people do

  private async somebodyPresses(): Promise<void> {
    const { world } = this.options;
    const id = this.dice.pick(await this.requests());
    const head = await world.journal.head(id);
    if (!head?.state) return;
    const { context } = head.state;
    const type = this.dice.pick(KINDS);
    const step = standingSteps(context)[0];
    const seated = step ? openSeats(context.steps[step]) : [];
    const back = type === 'undo' || type === 'take-back';
    const person = back ? (context.undo.at(-1)?.person ?? null) : type === 'withdraw' ? world.people[0] : this.someone(seated);
    if (phaseOf(head.state) === 'returned') {
      return this.press(0, {
        type: 'resubmit',
        requestId: id,
        actor: world.people[0] ?? '',
        form: { about: `Chairs ${this.names}` },
      });
    }
    if (!person) return;
    const process = (await world.processes.byDefinitionId(head.definition.id))?.process;
    const at = back || type === 'withdraw' || !step || !process ? {} : { step, generation: context.steps[step]?.generation ?? 0 };
    const shown = step && process ? { shown: contentFor(process, context, step) } : {};
    const more =
      type === 'return'
        ? { to: 'requester', comment: 'Because.' }
        : type === 'reject' || type === 'abstain' || back
          ? { comment: 'Because.' }
          : {};
    this.press(world.people.indexOf(person), { type, requestId: id, actor: person, ...at, ...shown, ...more } as CommandBody);
  }

  private someone(seated: ReturnType<typeof openSeats>): string | null {
    return seated.length === 0 ? null : this.dice.pick(seated)[1].person;
  }

  private press(who: number, body: CommandBody): void {
    this.names += 1;
    // Another schedule of the same seed has other presses: it is about another request.
    const key = `press-${this.requestId}-${this.names}`;
    const press: Press = { id: commandId(body.actor, key), key, body, who, answers: [], past: false };
    this.presses.push(press);
    this.send(press);
    // A double click.
    if (this.dice.chance(0.15)) this.send(press);
  }

  private pressAgain(): void {
    if (this.presses.length > 0) this.send(this.dice.pick(this.presses));
  }

  private send(press: Press): void {
    this.names += 1;
    const name = `press ${press.key.split('-').at(-1)} (${press.body.type} by ${press.who})`;
    const actor = this.scheduler.begin(`${name} sent as ${this.names}`, async (self) => {
      const { company } = this.options.world;
      const answer = await this.sender(self).send({ id: press.id, companyId: company, body: press.body });
      this.scheduler.tell(`${self.name} hears: ${answer.kind}${answer.kind === 'refused' ? ` ${answer.refusal.code}` : ''}`);
      press.answers.push(answer);
    });
    this.api.push(actor);
  }

  // —— what programs do

  private killApi(): void {
    this.scheduler.tell('the api is killed');
    for (const actor of this.api.filter(({ ended }) => !ended)) this.scheduler.kill(actor);
    this.api = [];
    this.confirmations = [];
  }

  /** The worker with everything that it does. */
  private killWorker(): void {
    this.temporal.killWorker();
    this.house.killed();
  }

  /** A dump is made, or put back once: everything stands still meanwhile, and then it is verified and what differs is rebuilt, as the operations page has it. */
  private async dumpsOrRestores(): Promise<void> {
    const { world, sabotage } = this.options;
    if (this.dump === null || this.restored) {
      this.dump ??= await dump(world, await this.requests());
      return;
    }
    this.restored = true;
    this.scheduler.tell('everything is stopped, and the dump is put back');
    const now = await this.requests();
    this.killApi();
    this.killWorker();
    this.scheduler.killAll();
    await restore(world, this.dump, now);
    for (const press of this.presses) {
      press.past = true;
      press.answers.splice(0);
    }
    if (sabotage === 'restored and not rebuilt') return;
    await this.judge.verifier().strays({ rebuild: true });
    for (const id of await this.requests()) await this.judge.verifier().verify({ requestId: id, rebuild: true });
  }

  private sweep(): void {
    if (this.options.sabotage === 'no sweeper') return;
    this.names += 1;
    this.scheduler.begin(`sweep ${this.names}`, async (actor) => {
      const rows = await this.options.world.commands.unsettled(10_000, 50);
      const own = await this.requests();
      for (const row of rows.filter(({ requestId }) => own.includes(requestId))) await this.sender(actor).resend(row);
    });
  }

  private async confirm(): Promise<void> {
    await this.options.world.commands.confirm(this.confirmations.splice(0));
  }

  private async passTime(ms: number): Promise<void> {
    this.now += ms;
    await this.options.world.setClock(this.now);
    if (this.options.sabotage !== 'no moment comes') this.temporal.fireTimers();
  }

  /** The real `record`, whose call may fail before it reached the database, or after it was through. */
  private async record(input: RecordInput): Promise<RecordResult> {
    const { activity } = this.options.world;
    if (!this.calm && this.dice.chance(0.04)) throw new Error('no connection');
    const result = await activity.record(input);
    if (!this.calm && this.dice.chance(0.04)) throw new Error('the connection was lost behind the commit');
    return result;
  }

  /** The real sender of commands, which stands still before each of its calls. */
  private sender(actor: Actor): CommandSender {
    const { commands, facts, metrics, log } = this.options.world;
    const confirmer = { add: (id: string) => void this.confirmations.push(id) };
    return new CommandSender(
      stoppingIn(this.scheduler, actor, this.sabotaged(commands), ['open', 'find', 'nextAttempt', 'refuse']),
      stoppingIn(this.scheduler, actor, facts, ['forRequest']),
      this.client(actor) as unknown as RequestClient,
      confirmer as never,
      metrics,
      log,
    );
  }

  private sabotaged(commands: CommandRepository): CommandRepository {
    const { sabotage, world } = this.options;
    const settled = (id: string) => commands.find(id);
    // Whoever repeats a key does not wait by the clock of the wall.
    const own: Partial<CommandRepository> = { settled };
    if (sabotage === 'refusals close every row')
      own.refuse = async (id, no) => {
        await world.query(`UPDATE command SET status = 'refused', outcome = $2 WHERE id = $1`, [id, JSON.stringify(no)]);
        return true;
      };
    if (sabotage === 'confirmed before it is done')
      own.nextAttempt = async (id) => {
        await world.query(`UPDATE command SET status = 'confirmed' WHERE id = $1 AND status = 'open'`, [id]);
        return commands.nextAttempt(id);
      };
    return Object.assign(Object.create(commands) as CommandRepository, own);
  }

  private client(actor: Actor): Pick<RequestClient, 'send' | 'sendWithStart'> {
    const send = (requestId: string, id: string, input: SubmitCommandInput, start: unknown) =>
      sendOutcome(async () =>
        answered(await this.temporal.update(actor, workflowIdOf(requestId), { id, input: structuredClone(input) }, start)),
      );
    return {
      send: (requestId, id, input) => send(requestId, id, input, null),
      sendWithStart: (definition, id, { requestId, ...input }) => send(requestId, id, input, startOf(definition, requestId)),
    };
  }
}

/** What Temporal's own client would give, or throw. */
function answered(answer: UpdateAnswer): SubmitCommandResult {
  switch (answer.kind) {
    case 'completed':
      return answer.result as SubmitCommandResult;
    case 'rejected':
      throw new WorkflowUpdateFailedError('Workflow Update failed', answer.failure);
    case 'not-found':
      throw new WorkflowNotFoundError('it is over', '', undefined);
    case 'unknown':
      throw new Error('the deadline has passed');
  }
}
