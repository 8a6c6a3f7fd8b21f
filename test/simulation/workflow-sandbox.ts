import { ApplicationFailure } from '@temporalio/common';

export { ApplicationFailure };

/**
 * Stands for `@temporalio/workflow` while the runtime is simulated: the same primitives over a run that is fed one job at a time and keeps its time
 * still meanwhile. What a run does is a function of its input and its jobs, or replaying them says so.
 */
export type Job =
  | { kind: 'start'; at: number }
  | { kind: 'update'; at: number; id: string; name: string; input: unknown }
  | { kind: 'signal'; at: number; name: string }
  | { kind: 'activity'; at: number; seq: number; result: unknown }
  | { kind: 'timer'; at: number; seq: number };

export interface Finished {
  readonly id: string;
  readonly result: unknown;
}

interface Waiting {
  readonly holds: () => boolean;
  readonly go: (held: boolean) => void;
  readonly timer: number | null;
}

interface Handler {
  readonly run: (input: never) => unknown;
  readonly validator?: (input: never) => void;
}

class GoOnAsNew extends Error {
  constructor(readonly input: unknown) {
    super('continue as new');
  }
}

let current: Run | null = null;

function enter(run: Run): void {
  current = run;
}

function running(): Run {
  if (!current) throw new Error('Expected a run that is being fed, but there is none');
  return current;
}

const drained = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One run of a workflow in the memory of one worker. */
export class Run {
  now = 0;
  readonly handlers = new Map<string, Handler>();
  readonly timers = new Map<number, number>();
  /** Local activities that were asked for and have not answered, by number. */
  readonly asked = new Map<number, { input: unknown; answer: (result: unknown) => void }>();
  readonly finished: Finished[] = [];
  end: { kind: 'completed' } | { kind: 'as-new'; input: unknown } | { kind: 'failed'; error: unknown } | null = null;
  handling = 0;
  private waiting: Waiting[] = [];
  private numbers = 0;

  constructor(
    private readonly workflow: (input: never) => Promise<void>,
    private readonly input: unknown,
    readonly continued: boolean,
  ) {}

  /** Refuses an update before anything of it is kept: what the validator throws. */
  judge(name: string, input: unknown, at: number): unknown {
    enter(this);
    this.now = at;
    try {
      this.handlers.get(name)?.validator?.(input as never);
      return null;
    } catch (error) {
      return error;
    } finally {
      current = null;
    }
  }

  /** Feeds one job, until nothing moves any more. Throws where the run does not do what it did before. */
  async feed(job: Job): Promise<void> {
    enter(this);
    this.now = job.at;
    try {
      this.apply(job);
      for (let moved = true; moved;) {
        await drained();
        moved = this.wakeOne();
      }
    } finally {
      current = null;
    }
  }

  number(): number {
    this.numbers += 1;
    return this.numbers;
  }

  ask(input: unknown): Promise<unknown> {
    return new Promise((answer) => this.asked.set(this.number(), { input, answer }));
  }

  wait(holds: () => boolean, ms: number | undefined): Promise<boolean> {
    if (holds()) return Promise.resolve(true);
    const timer = ms === undefined ? null : this.number();
    if (timer !== null) this.timers.set(timer, this.now + Math.ceil(ms ?? 0));
    return new Promise((go) => this.waiting.push({ holds, go, timer }));
  }

  private apply(job: Job): void {
    switch (job.kind) {
      case 'start':
        return this.begin();
      case 'update':
        return void this.handle(job.id, job.name, job.input);
      case 'signal':
        return void this.handlers.get(job.name)?.run(undefined as never);
      case 'activity':
        return this.answered(job.seq, job.result);
      case 'timer':
        return this.fired(job.seq);
    }
  }

  private begin(): void {
    this.workflow(this.input as never).then(
      () => (this.end = { kind: 'completed' }),
      (error: unknown) => (this.end = error instanceof GoOnAsNew ? { kind: 'as-new', input: error.input } : { kind: 'failed', error }),
    );
  }

  private async handle(id: string, name: string, input: unknown): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`Expected a handler of ${name}, but the run has set none`);
    this.handling += 1;
    const result = await handler.run(input as never);
    this.handling -= 1;
    this.finished.push({ id, result });
  }

  private answered(seq: number, result: unknown): void {
    const asked = this.asked.get(seq);
    if (!asked) throw new Error(`The history has an answer to activity ${seq}, which this run has not asked for: it is not deterministic`);
    this.asked.delete(seq);
    asked.answer(result);
  }

  private fired(seq: number): void {
    this.timers.delete(seq);
    const waiter = this.waiting.find(({ timer }) => timer === seq);
    // Whoever waited has gone on meanwhile: the server may tell of a timer that was just given up.
    if (!waiter) return;
    this.waiting = this.waiting.filter((each) => each !== waiter);
    waiter.go(false);
  }

  private wakeOne(): boolean {
    const next = this.waiting.find(({ holds }) => holds());
    if (!next) return false;
    this.waiting = this.waiting.filter((each) => each !== next);
    if (next.timer !== null) this.timers.delete(next.timer);
    next.go(true);
    return true;
  }
}

export function proxyLocalActivities(): Record<string, (input: unknown) => Promise<unknown>> {
  return { record: (input) => running().ask(input) };
}

export function defineUpdate(name: string): { name: string } {
  return { name };
}

export const defineSignal = defineUpdate;

export function setHandler(
  { name }: { name: string },
  run: (input: never) => unknown,
  options: { validator?: (input: never) => void } = {},
): void {
  running().handlers.set(name, { run, ...options });
}

export function condition(holds: () => boolean, ms?: number): Promise<boolean> {
  return running().wait(holds, ms);
}

export function allHandlersFinished(): boolean {
  return running().handling === 0;
}

export function workflowInfo(): { continuedFromExecutionRunId?: string; continueAsNewSuggested: boolean } {
  return { continueAsNewSuggested: false, ...(running().continued ? { continuedFromExecutionRunId: 'before' } : {}) };
}

export function continueAsNew(input: unknown): Promise<never> {
  return Promise.reject(new GoOnAsNew(input));
}

/** The time of a run while it is fed: what the sandbox of Temporal makes of the clock. */
export function workflowNow(): number {
  return running().now;
}
