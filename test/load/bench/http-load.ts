import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer as ApiAnswer, Api, Call } from '../replay-log/api';
import { taskId } from '@countersign/domain';
import type { Course } from './chain';

/** Bearer tokens of the people of the bench, by key. */
export type ChainTokens = ReadonlyMap<string, string>;

interface Waiting {
  requestId: string;
  decided: number;
  contentHash: string;
}

interface Answer {
  status: number;
  body: { view?: { id: string; contentHash: string } | null; id?: string; code?: string; commandId?: string };
}

const REQUESTER = 'bench-asks';
/** So many are counted for what one adds. */
const DECISIONS = 10;
/** Decisions ask for as little as the web does. */
const MINIMAL = { Prefer: 'return=minimal' };

/** Decisions through HTTP, each on the task that the one before it opened. */
export class HttpLoad {
  private readonly places = new Map<number, Waiting>();
  private readonly ready: Waiting[] = [];
  /** Answers other than 200, by status and code, for the report. */
  readonly others = new Map<string, number>();

  constructor(
    private readonly api: Api,
    private readonly tokens: ChainTokens,
    private readonly course: Course,
  ) {}

  /** Prepares as many requests as are missing to `count`. */
  topUp(count: number): Promise<void> {
    return this.prepare(Math.max(0, count - this.ready.length));
  }

  /** Submits `count` requests outside the measured time, `inFlight` at once. */
  async prepare(count: number, inFlight = 16): Promise<void> {
    let left = count;
    const submitOne = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        this.ready.push(await this.submit());
      }
    };
    await Promise.all(Array.from({ length: inFlight }, submitOne));
  }

  /** Requests decided `depth` times already, for cold runs. */
  async prepareAt(depth: number, count: number): Promise<void> {
    await this.prepare(count);
    const deepen = async (from: number): Promise<void> => {
      for (let index = from; index < this.ready.length; index += 8) {
        for (let step = 0; step < depth; step += 1) await this.decide(this.ready[index]!);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => deepen(index)));
  }

  /** One decision; false when no prepared request is left or the answer was not yes. */
  async approve(slot: number): Promise<boolean> {
    const waiting = this.placeOf(slot);
    return waiting ? this.decide(waiting) : false;
  }

  /** One decision on a prepared request that nobody has touched in this measurement. */
  async approveFresh(): Promise<boolean> {
    const waiting = this.ready.pop();
    return waiting ? this.decide(waiting) : false;
  }

  /** Forgets what was prepared and not used. */
  forgetReady(): void {
    this.ready.length = 0;
    this.places.clear();
  }

  /** Ids of everything prepared and not used, which this load gives up. */
  takeReady(): string[] {
    return this.ready.splice(0).map(({ requestId }) => requestId);
  }

  /** Events that a decision adds to a history: read before and after, on a request of its own. */
  async eventsPerDecision(eventsOf: (requestId: string) => Promise<number>): Promise<number> {
    await this.prepare(1);
    const waiting = this.ready.pop();
    if (!waiting) throw new Error('Expected a prepared request');
    const before = await eventsOf(waiting.requestId);
    for (let index = 0; index < DECISIONS; index += 1) await this.decide(waiting);
    this.ready.push(waiting);
    return ((await eventsOf(waiting.requestId)) - before) / DECISIONS;
  }

  /** The same of a refused one. */
  async eventsPerRefusal(eventsOf: (requestId: string) => Promise<number>): Promise<number> {
    const waiting = this.ready.at(-1);
    if (!waiting) throw new Error('Expected a prepared request');
    const before = await eventsOf(waiting.requestId);
    for (let index = 0; index < DECISIONS; index += 1) await this.refused();
    return ((await eventsOf(waiting.requestId)) - before) / DECISIONS;
  }

  /** The first page of what waits for the one who decides first. */
  async inbox(): Promise<boolean> {
    return (await this.api.get('/tasks', this.tokenOf(this.course.turn(0).by))).status === 200;
  }

  /** A decision by somebody whose turn it is not. True when it was refused. */
  async refused(): Promise<boolean> {
    const waiting = this.ready.at(-1);
    if (!waiting) return false;
    const answer = await this.approveAs(this.course.turn(waiting.decided + 1).by, waiting);
    return answer.status === 403 || answer.status === 409;
  }

  private placeOf(slot: number): Waiting | undefined {
    const current = this.places.get(slot);
    if (current && current.decided < this.course.decided) return current;
    const next = this.ready.pop();
    if (next) this.places.set(slot, next);
    return next;
  }

  private async submit(): Promise<Waiting> {
    const form = { amount: { amount: '123.00', currency: 'CNY' }, reason: 'bench' };
    const draft = await this.post('/requests', REQUESTER, { definition: this.course.definition.key, form });
    const requestId = draft.body.id ?? '';
    const answer = await this.known(await this.post(`/requests/${requestId}/submit`, REQUESTER, {}));
    if (answer.status !== 200 || !answer.body.view)
      throw new Error(`Expected a submitted request, but got ${answer.status} ${JSON.stringify(answer.body)}`);
    return { requestId, decided: 0, contentHash: answer.body.view.contentHash };
  }

  private async decide(waiting: Waiting): Promise<boolean> {
    const answer = await this.approveAs(this.course.turn(waiting.decided).by, waiting);
    if (answer.status !== 200) {
      this.note(answer);
      this.places.forEach((value, slot) => value === waiting && this.places.delete(slot));
      return false;
    }
    waiting.decided += 1;
    return true;
  }

  /** An approval without fields changes nothing of what is shown: the hash of the submit holds. */
  private approveAs(person: string, { requestId, decided, contentHash }: Waiting): Promise<Answer> {
    const { step, generation, seat } = this.course.turn(decided);
    const task = taskId(requestId, step, generation, seat);
    return this.post(`/tasks/${task}/approve`, person, {}, { shown: contentHash, headers: MINIMAL });
  }

  /** Waits for a submit that was not known in time: a worker that has just started, say. */
  private async known(answer: Answer): Promise<Answer> {
    if (answer.status !== 202) return answer;
    this.note(answer);
    for (const until = Date.now() + 60_000; Date.now() < until; await pause(200)) {
      const found = (await this.api.get(`/commands/${answer.body.commandId}`, this.tokenOf(REQUESTER))) as Answer;
      if (found.body.view) return found;
    }
    return answer;
  }

  private note(answer: Answer): void {
    const key = `${answer.status} ${answer.body.code ?? ''}`.trim();
    this.others.set(key, (this.others.get(key) ?? 0) + 1);
  }

  private tokenOf(person: string): string {
    const token = this.tokens.get(person);
    if (!token) throw new Error(`Expected a token of ${person}, but there is none`);
    return token;
  }

  private async post(path: string, person: string, body: object, more: Pick<Call, 'shown' | 'headers'> = {}): Promise<Answer> {
    const answer: ApiAnswer = await this.api.post(path, { token: this.tokenOf(person), body, key: randomUUID(), ...more });
    return answer as Answer;
  }
}
