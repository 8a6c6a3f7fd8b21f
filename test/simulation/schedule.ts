import type { CommandRepository } from '@countersign/database';
import {
  requestIdOf,
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
  type Definition,
  type PersonCommandType,
} from '@countersign/domain';
import { CommandSender, JournalVerifier, sendOutcome, type CommandOutcome, type RequestClient } from '@countersign/platform';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { requestWorkflow } from '../../workflows/runtime/request.workflow';
import { diceOf, type Dice } from '../support/dice';
import { dump, restore, type Dump } from './dump';
import { House, startOf, type HouseSabotage } from './house';
import { Scheduler, stoppingIn, type Actor } from './scheduler';
import { SimulatedTemporal, type UpdateAnswer } from './temporal';
import { PROCESS_NAMES, type ProcessName, type World } from './world';

/** A rule of the protocol taken away, to see that the simulation finds it. */
export type Sabotage =
  HouseSabotage | 'refusals close every row' | 'confirmed before it is done' | 'no sweeper' | 'restored and not rebuilt';

export interface ScheduleOptions {
  readonly world: World;
  readonly seed: number;
  readonly sabotage?: Sabotage | undefined;
}

/** What one seed came to: null where everything held, else what did not, and the story that led there. */
export interface ScheduleResult {
  readonly violation: string | null;
  readonly story: readonly string[];
  readonly transitions: number;
}

interface Press {
  readonly id: string;
  readonly key: string;
  readonly body: CommandBody;
  readonly who: number;
  readonly answers: CommandOutcome[];
  /** The past was put back since: what was answered before may be gone. */
  past: boolean;
}

const START = Date.parse('2026-11-02T08:00:00.000Z');
const NAMESPACE = '6f1b7b52-6a3d-4c0e-9d55-0a6a8d1c9c11';
const KINDS: readonly PersonCommandType[] = [
  'approve',
  'approve',
  'approve',
  'approve',
  'return',
  'undo',
  'take-back',
  'withdraw',
  'reject',
];
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
  private dump: Dump | null = null;
  private restored = false;

  constructor(private readonly options: ScheduleOptions) {
    this.dice = diceOf(options.seed);
    this.scheduler = new Scheduler(this.dice);
    this.process = this.dice.pick(PROCESS_NAMES);
    this.requestId = uuidv5(`request ${options.seed} ${options.sabotage ?? ''} ${options.world.company}`, NAMESPACE);
    this.temporal = new SimulatedTemporal({
      ...{ dice: this.dice, scheduler: this.scheduler, now: () => this.now, workflow: requestWorkflow as (input: never) => Promise<void> },
      record: (input) => this.record(input),
    });
    const { world, sabotage } = options;
    const { scheduler, temporal } = this;
    this.house = new House({
      ...{ world, scheduler, temporal, sabotage },
      sender: (actor) => this.sender(actor),
      requests: () => this.requests(),
    });
  }

  /** The request, and those that it has started. */
  private async requests(): Promise<string[]> {
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
    try {
      this.press(0, { type: 'submit', requestId: this.requestId, actor: world.people[0] ?? '', form: { about: 'Chairs' } });
      for (let count = 0; count < STEPS; count += 1) await this.something();
      await this.comeToRest();
      violation = await this.violation();
    } catch (error) {
      violation = error instanceof Error ? (error.stack ?? error.message) : String(error);
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
    if (roll < 26) return this.passTime(this.dice.pick([50, 1_000, 11_000]));
    if (roll < 28) return this.confirm();
    if (roll < 33) return this.house.dispatch();
    if (roll < 35) return this.house.changes(this.dice.pick(world.people.slice(1)));
    if (roll < 38) return this.house.review();
    if (roll < 39) return this.dumpsOrRestores();
    await this.scheduler.step();
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
      await this.passTime(round === 0 ? 0 : 70_000);
      this.sweep();
      this.house.review();
      this.house.dispatch();
      await this.drain();
      await this.confirm();
      if (
        round > 2 &&
        !this.house.isBehind &&
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
      + (SELECT count(*) FROM outbox WHERE request_id = ANY ($1) AND state NOT IN ('done', 'cancelled') AND effect->>'type' <> 'start-child')::int AS many`;
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
    const more = type === 'return' ? { to: 'requester', comment: 'Because.' } : type === 'reject' || back ? { comment: 'Because.' } : {};
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
    await this.verifier().strays({ rebuild: true });
    for (const id of await this.requests()) await this.verifier().verify({ requestId: id, rebuild: true });
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
    this.temporal.fireTimers();
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

  // —— what must hold

  private async violation(): Promise<string | null> {
    const requests = await this.requests();
    for (const id of requests) {
      const wrong = (await this.wrongWith(id)) ?? (await this.disagreement(id)) ?? (await wrongRound(this.options.world, id));
      if (wrong) return `${id === this.requestId ? '' : 'the child: '}${wrong}`;
    }
    return wrongFamily(this.options.world, this.requestId);
  }

  private async wrongWith(requestId: string): Promise<string | null> {
    const { world } = this.options;
    const rows = await world.query<{ id: string; status: string; n: number | null }>(
      'SELECT id, status, n FROM command WHERE request_id = $1',
      [requestId],
    );
    for (const press of this.presses.filter(({ body }) => body.requestId === requestId)) {
      const wrong = wrongAbout(
        press,
        rows.find(({ id }) => id === press.id),
      );
      if (wrong) return wrong;
    }
    const twice = await world.query('SELECT command_id FROM transition WHERE request_id = $1 GROUP BY command_id HAVING count(*) > 1', [
      requestId,
    ]);
    if (twice.length > 0) return 'a command became two transitions';
    const disowned = rows.find(({ status, n }) => status === 'refused' && n !== null);
    if (disowned) return `a command became transition ${disowned.n}, and its row says that it was refused`;
    const done = rows.filter(({ n }) => n !== null).map(({ n }) => n);
    return new Set(done).size === done.length ? null : 'two commands were done by one transition';
  }

  private verifier(): JournalVerifier {
    const { world } = this.options;
    const { temporal } = this;
    const client = {
      // eslint-disable-next-line @typescript-eslint/require-await
      running: async function* () {
        for (const id of temporal.running()) yield requestIdOf(id) ?? '';
      },
      end: (id: string) => Promise.resolve(temporal.terminate(workflowIdOf(id))),
      position: (id: string) => Promise.resolve(this.position(id)),
      rebuild: (definition: Definition, id: string) => Promise.resolve(this.house.rebuild(definition, id)),
    };
    // Nothing of the review is kept on a list of its own here.
    const missed = { anew: () => Promise.resolve() };
    return new JournalVerifier(world.journal, world.commands, world.processes, client as never, {} as never, missed as never);
  }

  /** The real check of journal, rows and run. */
  private async disagreement(requestId: string): Promise<string | null> {
    const { findings, notes } = await this.verifier().verify({ requestId });
    const strays = await this.verifier().strays();
    const told = [...strays, ...findings, ...notes].map(({ detail }) => detail);
    if (told.length > 0) return told.join('; ');
    const head = await this.options.world.journal.head(requestId);
    const [position, n] = [this.position(requestId), head?.n ?? 0];
    const isOver = n === 0 && !position?.running;
    if (position && !isOver && position.n !== n) return `the run rests at n = ${position.n}, the journal at ${n}`;
    if (head?.state && phaseOf(head.state) === 'closed' && position?.running) return 'a closed request has a run';
    return null;
  }

  private position(requestId: string): { running: boolean; n: number; hash: string | null; failures: number } | null {
    const found = this.temporal.position(workflowIdOf(requestId));
    if (!found) return null;
    const input = found.input as { n: number; hash: string | null };
    const last = found.results.flatMap((result) => (result as RecordResult).transitions).at(-1);
    return { running: found.running, failures: 0, n: last?.n ?? input.n, hash: last?.hash ?? input.hash };
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

/** Effects have arrived once each (a child that nobody wants now is kept for as long as a decision can be taken back), bells say what is so, and nobody who has left is still asked. */
async function wrongRound(world: World, requestId: string): Promise<string | null> {
  const [late] = await world.query<{ type: string; state: string }>(
    `SELECT effect->>'type' AS type, state FROM outbox WHERE request_id = $1 AND state NOT IN ('done', 'cancelled') AND effect->>'type' <> 'start-child' LIMIT 1`,
    [requestId],
  );
  if (late) return `an effect (${late.type}) is still ${late.state}`;
  const [silent] = await world.query<{ notice: string }>(
    `SELECT o.effect->>'notice' AS notice FROM outbox o, jsonb_array_elements_text(o.effect->'to') AS person
     WHERE o.request_id = $1 AND o.state = 'done' AND o.effect->>'type' = 'notify' AND NOT EXISTS (SELECT 1 FROM notification n
       WHERE n.request_id = o.request_id AND n.person_id::text = person AND n.notice = o.effect->>'notice' AND (n.params->>'n')::int = o.n) LIMIT 1`,
    [requestId],
  );
  if (silent) return `somebody was never told (${silent.notice})`;
  const [doubled] = await world.query<{ notice: string }>(
    `SELECT notice FROM notification WHERE request_id = $1 GROUP BY notice, person_id, params HAVING count(*) > 1 LIMIT 1`,
    [requestId],
  );
  if (doubled) return `somebody was told twice (${doubled.notice})`;
  const [stale] = await world.query<{ notice: string; status: string }>(
    `SELECT n.notice, t.status FROM notification n JOIN task t ON t.id = n.task_id
     WHERE n.request_id = $1 AND (n.superseded_at IS NULL) <> (t.status = 'open') LIMIT 1`,
    [requestId],
  );
  if (stale) return `a bell (${stale.notice}) does not say that its task is ${stale.status}`;
  const [gone] = await world.query<{ step: string }>(
    `SELECT t.step FROM task t JOIN person p ON p.id = t.person_id WHERE t.request_id = $1 AND t.status = 'open' AND NOT p.active LIMIT 1`,
    [requestId],
  );
  return gone ? `somebody who has left is still asked (${gone.step})` : null;
}

/** Whoever waits for another request knows how that one has ended, and nobody works on one that is wanted no more. */
async function wrongFamily(world: World, parent: string): Promise<string | null> {
  const head = await world.journal.head(parent);
  for (const [id, child] of Object.entries(head?.state?.context.steps['child']?.children ?? {})) {
    const [row] = await world.query<{ outcome: string | null; phase: string }>('SELECT outcome, n FROM request WHERE id = $1', [id]);
    if (child.left && row && row.outcome === null) return 'a child that nobody wants any more is still under way';
    const knows = child.outcome ?? null;
    if (!child.left && row?.outcome && row.outcome !== knows && head?.state?.context.outcome === null)
      return `a child is ${row.outcome}, and its parent has heard ${knows ?? 'nothing'}`;
    if (!child.left && !row && child.refused === undefined && head?.state?.context.outcome === null)
      return 'a child that is waited for is not there';
  }
  return null;
}

/** What somebody was told once stays so, and nobody waits for ever. */
function wrongAbout({ key, body, answers, past }: Press, row: { status: string; n: number | null } | undefined): string | null {
  const what = `${key} (${body.type})`;
  if (!row && past) return null;
  if (!row) return answers.length > 0 ? `${what} was answered and has no row` : null;
  if (row.status === 'open' || row.status === 'done') return `${what} is still ${row.status}`;
  if (row.status === 'confirmed' && row.n === null) return `${what} is confirmed and never became a transition`;
  for (const answer of answers) {
    if (answer.kind === 'done' && (row.n !== answer.n || row.status === 'refused'))
      return `${what} was told “done at ${answer.n}”, its row has ${row.n} (${row.status})`;
    if (answer.kind === 'refused' && row.status !== 'refused') return `${what} was told “refused”, its row is ${row.status}`;
    if (answer.kind === 'conflict' || answer.kind === 'too-large') return `${what} was told “${answer.kind}”`;
  }
  return null;
}
