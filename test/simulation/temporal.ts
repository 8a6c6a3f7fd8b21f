import { REFUSAL_FAILURE, SUBMIT_COMMAND, type RecordInput, type RecordResult } from '@countersign/contracts';
import { ApplicationFailure } from '@temporalio/common';
import type { Dice } from '../support/dice';
import type { Actor, Scheduler } from './scheduler';
import { Run, type Job } from './workflow-sandbox';

/** What became of an update, as a client of Temporal hears it. */
export type UpdateAnswer =
  { kind: 'completed'; result: unknown } | { kind: 'rejected'; failure: ApplicationFailure } | { kind: 'not-found' } | { kind: 'unknown' };

interface Update {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  /** A worker's task has it, or had it. */
  taken: boolean;
}

/** A run as the server keeps it. The history is durable; updates that no task has accepted yet live in its memory. */
interface Execution {
  readonly input: unknown;
  readonly continued: boolean;
  readonly history: Job[];
  admitted: Update[];
  readonly results: Map<string, unknown>;
  timers: Map<number, number>;
  /** Timers whose moment has come: durable at once, and delivered until a task has taken them in. */
  fired: { seq: number; taken: boolean }[];
  /** Signals that no task has taken in: durable at once. */
  signals: { name: string; taken: boolean }[];
  task: Actor | null;
  /** A task was given out and has not completed: it is given out again. */
  owed: boolean;
  closed: boolean;
}

export interface TemporalOptions {
  readonly dice: Dice;
  readonly scheduler: Scheduler;
  readonly now: () => number;
  readonly record: (input: RecordInput, actor: Actor) => Promise<RecordResult>;
  readonly workflow: (input: never) => Promise<void>;
}

/** Server and workers, as far as the protocol relies on them: durable histories, tasks that are delivered again, updates that get lost before they are accepted. */
export class SimulatedTemporal {
  private readonly executions = new Map<string, Execution[]>();
  private readonly listeners = new Map<string, ((answer: UpdateAnswer) => void)[]>();
  private cache = new Map<Execution, { run: Run; fed: number }>();
  private tasks = 0;

  constructor(private readonly options: TemporalOptions) {}

  /** Where the newest run of a workflow stands: what its activities brought, whether it runs. */
  position(workflowId: string): { running: boolean; results: unknown[]; input: unknown } | null {
    const last = this.executions.get(workflowId)?.at(-1);
    if (!last) return null;
    const results = last.history.flatMap((job) => (job.kind === 'activity' ? [job.result] : []));
    return { running: !last.closed, results, input: last.input };
  }

  /** Ids of workflows with a run under way. */
  running(): string[] {
    return [...this.executions.keys()].filter((id) => this.open(id) !== null);
  }

  /** Ends a run from outside: it is not told, and no task of it counts any more. */
  terminate(workflowId: string): void {
    const open = this.open(workflowId);
    if (open === null) return;
    if (open.task) this.options.scheduler.kill(open.task);
    open.closed = true;
    this.cache.delete(open);
    for (const { id } of open.admitted.splice(0)) this.tell(id, { kind: 'not-found' });
  }

  /** Sends a signal, and starts a run where none is open. It arrives. */
  signal(workflowId: string, name: string, start: unknown): void {
    const open = this.open(workflowId) ?? this.begin(workflowId, start, false);
    open.signals.push({ name, taken: false });
  }

  /** Sends an update; `start`: the input of a run that begins where none is open. */
  async update(
    actor: Actor,
    workflowId: string,
    update: Pick<Update, 'id' | 'input'> & { name?: string },
    start: unknown,
  ): Promise<UpdateAnswer> {
    const { scheduler } = this.options;
    await scheduler.park(actor, 'the update arrives');
    const open = this.open(workflowId) ?? (start === null ? null : this.begin(workflowId, start, false));
    if (!open) return { kind: 'not-found' };
    if (open.results.has(update.id)) return { kind: 'completed', result: open.results.get(update.id) };
    const known =
      open.admitted.some(({ id }) => id === update.id) || open.history.some((job) => job.kind === 'update' && job.id === update.id);
    if (!known) open.admitted.push({ name: SUBMIT_COMMAND, ...update, taken: false });
    const answer = await scheduler.until(actor, new Promise<UpdateAnswer>((resolve) => this.listen(update.id, resolve)));
    await scheduler.park(actor, 'the answer arrives');
    return answer;
  }

  /** Tasks for whatever has something to do and none under way. */
  dispatch(): void {
    for (const [workflowId, runs] of this.executions) {
      const open = runs.at(-1);
      if (!open || open.closed || open.task) continue;
      if (!open.owed && open.admitted.length === 0 && open.fired.length === 0 && open.signals.length === 0) continue;
      this.tasks += 1;
      open.owed = true;
      open.task = this.options.scheduler.begin(`task ${this.tasks}`, (actor) => this.task(actor, workflowId, open));
    }
  }

  /** `kill -9` of the worker: its memory is gone, its tasks are delivered again; a call that it had sent may still arrive. */
  killWorker(): void {
    const { dice, scheduler } = this.options;
    this.cache = new Map();
    for (const open of this.all()) {
      if (!open.task) continue;
      scheduler.tell(`the worker is killed, ${open.task.name} stood at “${open.task.at}”`);
      if (open.task.at !== 'record begins' || dice.chance(0.5)) scheduler.kill(open.task);
      open.task = null;
      for (const delivered of [...open.admitted, ...open.fired, ...open.signals]) delivered.taken = false;
    }
  }

  /** The server starts anew: what was not durable is forgotten, whoever waits hears nothing. */
  killServer(): void {
    this.options.scheduler.tell('the server of Temporal starts anew');
    for (const open of this.all()) {
      if (open.task) this.options.scheduler.kill(open.task);
      open.task = null;
      open.admitted = [];
      for (const kept of [...open.fired, ...open.signals]) kept.taken = false;
    }
    this.cache = new Map();
    for (const id of [...this.listeners.keys()]) this.tell(id, { kind: 'unknown' });
  }

  /** Clients give up waiting. */
  deadline(): void {
    for (const id of [...this.listeners.keys()]) if (this.options.dice.chance(0.5)) this.tell(id, { kind: 'unknown' });
  }

  /** The next moment at which a timer of an open run is due. */
  nextTimer(): number | null {
    const due = this.all().flatMap(({ timers }) => [...timers.values()]);
    return due.length === 0 ? null : Math.min(...due);
  }

  fireTimers(): void {
    for (const open of this.all())
      for (const [seq, at] of open.timers) {
        if (at > this.options.now()) continue;
        open.timers.delete(seq);
        open.fired.push({ seq, taken: false });
      }
  }

  private all(): Execution[] {
    return [...this.executions.values()].flatMap((runs) => runs.filter(({ closed }) => !closed));
  }

  private open(workflowId: string): Execution | null {
    const last = this.executions.get(workflowId)?.at(-1);
    return last && !last.closed ? last : null;
  }

  private begin(workflowId: string, input: unknown, continued: boolean): Execution {
    const made: Execution = {
      ...{ input, continued, history: [], admitted: [], results: new Map<string, unknown>(), timers: new Map<number, number>() },
      ...{ fired: [], signals: [], task: null, owed: true, closed: false },
    };
    this.executions.set(workflowId, [...(this.executions.get(workflowId) ?? []), made]);
    return made;
  }

  private listen(id: string, heard: (answer: UpdateAnswer) => void): void {
    this.listeners.set(id, [...(this.listeners.get(id) ?? []), heard]);
  }

  private tell(id: string, answer: UpdateAnswer): void {
    for (const heard of this.listeners.get(id) ?? []) heard(answer);
    this.listeners.delete(id);
  }

  /** A workflow task: jobs to the run, local activities, and one call that makes all of it durable at once. */
  private async task(actor: Actor, workflowId: string, open: Execution): Promise<void> {
    const { scheduler, now } = this.options;
    const run = await this.runOf(open);
    const staged: Job[] = [];
    const feed = async (job: Job): Promise<void> => {
      staged.push(job);
      await run.feed(job);
    };
    if (open.history.length === 0) await feed({ kind: 'start', at: now() });
    await this.take(open, run, feed);
    for (let asked = firstOf(run); asked && run.end === null; asked = firstOf(run)) {
      if (staged.length > 0 && this.options.dice.chance(0.2)) {
        await scheduler.park(actor, 'the heartbeat arrives');
        if (actor.gone || open.task !== actor) return;
        this.keep(open, run, staged.splice(0));
        // What came meanwhile meets a lane that is busy.
        await this.take(open, run, feed);
      }
      const result = await this.recorded(asked.input as RecordInput, actor);
      if (actor.gone || open.task !== actor) return;
      await feed({ kind: 'activity', at: now(), seq: asked.seq, result });
    }
    await scheduler.park(actor, 'the task completes');
    if (actor.gone || open.task !== actor) return;
    this.keep(open, run, staged);
    open.task = null;
    open.owed = false;
    if (run.end) this.close(workflowId, open, run);
  }

  /** Timers that fired and updates that came: each is judged and, unless it is refused, begins. */
  private async take(open: Execution, run: Run, feed: (job: Job) => Promise<void>): Promise<void> {
    const { now } = this.options;
    for (const signal of open.signals.filter(({ taken }) => !taken)) {
      signal.taken = true;
      await feed({ kind: 'signal', at: now(), name: signal.name });
    }
    for (const timer of open.fired.filter(({ taken }) => !taken)) {
      timer.taken = true;
      await feed({ kind: 'timer', at: now(), seq: timer.seq });
    }
    for (const update of open.admitted.filter(({ taken }) => !taken)) {
      update.taken = true;
      const no = run.judge(update.name, update.input, now());
      if (no instanceof ApplicationFailure && no.type === REFUSAL_FAILURE) this.reject(open, update, no);
      else if (no !== null) throw no;
      else await feed({ kind: 'update', at: now(), id: update.id, name: update.name, input: update.input });
    }
  }

  /** From the worker's memory while that agrees with the history, else by replaying the history. */
  private async runOf(open: Execution): Promise<Run> {
    const kept = this.cache.get(open);
    if (kept?.fed === open.history.length && this.options.dice.chance(0.8)) return kept.run;
    const run = new Run(this.options.workflow, open.input, open.continued);
    for (const job of open.history) await run.feed(structuredClone(job));
    // What it answered before is known; nobody is told again.
    run.finished.splice(0);
    return run;
  }

  private async recorded(input: RecordInput, actor: Actor): Promise<RecordResult> {
    const { scheduler, record } = this.options;
    for (;;) {
      await scheduler.park(actor, 'record begins');
      const result = await record(structuredClone(input), actor).catch((error: unknown) => {
        scheduler.tell(`${actor.name}: record fails (${String(error)})`);
        return null;
      });
      await scheduler.park(actor, 'record returns');
      if (result) return structuredClone(result);
    }
  }

  private reject(open: Execution, update: Update, failure: ApplicationFailure): void {
    open.admitted = open.admitted.filter((each) => each !== update);
    this.tell(update.id, { kind: 'rejected', failure });
  }

  private keep(open: Execution, run: Run, staged: Job[]): void {
    open.history.push(...staged.map((job) => structuredClone(job)));
    open.timers = new Map([...run.timers].filter(([seq]) => !open.fired.some((timer) => timer.seq === seq)));
    const accepted = new Set(staged.flatMap((job) => (job.kind === 'update' ? [job.id] : [])));
    open.admitted = open.admitted.filter(({ id }) => !accepted.has(id));
    open.fired = open.fired.filter(({ seq }) => !staged.some((job) => job.kind === 'timer' && job.seq === seq));
    open.signals = open.signals.filter(({ taken }) => !taken);
    this.cache.set(open, { run, fed: open.history.length });
    for (const { id, result } of run.finished.splice(0)) {
      open.results.set(id, structuredClone(result));
      this.tell(id, { kind: 'completed', result: structuredClone(result) });
    }
  }

  /** Updates that came too late for the run that is closing are lost, or find none. */
  private close(workflowId: string, open: Execution, run: Run): void {
    open.closed = true;
    this.cache.delete(open);
    if (run.end?.kind === 'failed') throw run.end.error;
    const answer: UpdateAnswer = run.end?.kind === 'as-new' || this.options.dice.chance(0.5) ? { kind: 'unknown' } : { kind: 'not-found' };
    for (const { id } of open.admitted.splice(0)) this.tell(id, answer);
    if (run.end?.kind === 'as-new') this.begin(workflowId, structuredClone(run.end.input), true);
  }
}

function firstOf(run: Run): { seq: number; input: unknown } | null {
  const [first] = run.asked;
  return first ? { seq: first[0], input: first[1].input } : null;
}
