import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from '../../support/caller';
import type { Dice } from '../../support/dice';
import { press, type Call, type Pressed } from './press';
import { STORM_PROCESS } from './storm-process';

/** Requests that are under way at once. */
const POOL = 12;
/** A press in so many is sent once more, when its answer has long been there. */
const REPEATED = 0.2;
const BREATH_MS = 20;

/** As much of what a request's page shows as its reader here needs. */
interface Shown {
  outcome: string | null;
  children: { id: string; status: string; readable: boolean }[];
  allowed: {
    command: string;
    scope: string;
    step: string | null;
    task: string | null;
    shown: string | null;
    enabled: boolean;
    asks: string[];
    targets: { to: string }[];
    items: { item: string; reason: object | null }[];
    resume: string | null;
  }[];
}
type Button = Shown['allowed'][number];

/** Buttons that end a request early come seldom: most are to see the whole way. */
const SELDOM: Record<string, number> = {
  terminate: 0.02,
  withdraw: 0.05,
  reject: 0.15,
  return: 0.3,
  suspend: 0.1,
  jump: 0.1,
  'resolve-again': 0.1,
};

/** What the crowd did and heard, in the order in which the answers came. */
export interface Ledger {
  pressed: (Pressed & { command: string; requestId: string })[];
  /** Repeats that were answered otherwise than the first time. */
  contradicted: string[];
  /** Ids of drafts, one per press of “new request”. */
  drafts: string[];
}

/** People who press whatever their page offers, until they are told to stop. */
export class Crowd {
  readonly ledger: Ledger = { pressed: [], contradicted: [], drafts: [] };
  private readonly pool: string[] = [];
  private stopped = false;

  constructor(
    private readonly people: readonly [Caller, ...Caller[]],
    private readonly dice: Dice,
    /** The store that pays. */
    private readonly shop: string,
  ) {}

  /** So many of them at once; over when all have had the answer to their last press. */
  async work(hands: number): Promise<void> {
    await Promise.all(Array.from({ length: hands }, () => this.hand()));
  }

  stop(): void {
    this.stopped = true;
  }

  private async hand(): Promise<void> {
    while (!this.stopped) {
      await (this.pool.length < POOL ? this.begin() : this.goOn());
      await pause(BREATH_MS);
    }
  }

  private async begin(): Promise<void> {
    const [by] = this.people;
    const body = { definition: STORM_PROCESS.key, form: this.formOf(`第 ${this.ledger.drafts.length + 1} 次`) };
    const draft = await press({ by, path: '/requests', body, shown: null });
    if (draft.outcome !== 'done') throw new Error(`Expected a draft, but got ${draft.outcome}: ${JSON.stringify(draft.body)}`);
    const id = String(draft.body.id);
    this.ledger.drafts.push(id);
    await this.send('submit', id, { by, path: `/requests/${id}/submit`, body: {}, shown: null });
    this.pool.push(id);
  }

  private async goOn(): Promise<void> {
    const [id, by] = [this.dice.pick(this.pool), this.dice.pick(this.people)];
    const view = await by.get<Shown>(`/requests/${id}`).catch(() => null);
    if (view?.status !== 200) return;
    if (view.body.outcome !== null && this.dice.chance(0.5)) this.leave(id);
    this.pool.push(
      ...view.body.children.flatMap((each) =>
        each.readable && each.status === 'running' && !this.pool.includes(each.id) ? [each.id] : [],
      ),
    );
    const offered = view.body.allowed.filter(({ command, enabled }) => enabled && this.dice.chance(SELDOM[command] ?? 1));
    if (offered.length === 0) return;
    const button = this.dice.pick(offered);
    await this.send(button.command, id, { by, ...this.callOf(id, button) });
  }

  private leave(id: string): void {
    const at = this.pool.indexOf(id);
    if (at >= 0) this.pool.splice(at, 1);
  }

  /** Of yesterday, over some hundred yuan. */
  private formOf(topic: string): object {
    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    return { topic, day, shop: this.shop, amount: { amount: String(100 + this.dice.whole(800)), currency: 'CNY' } };
  }

  private callOf(id: string, { command, scope, step, task, shown, asks, targets, items, resume }: Button): Omit<Call, 'by'> {
    const person = this.dice.pick(this.people).personId;
    const all: Record<string, unknown> = {
      comment: '演练',
      person,
      to: targets.length > 0 ? this.dice.pick(targets).to : 'requester',
      resume: resume === 'choose' ? this.dice.pick(['walk-again', 'straight-back']) : undefined,
      step: step ?? undefined,
      form: command === 'resubmit' || command === 'correct' ? this.formOf(`改过 ${this.dice.whole(100)}`) : undefined,
      item: items.find(({ reason }) => reason === null)?.item,
    };
    const body = Object.fromEntries(asks.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
    return { path: scope === 'task' ? `/tasks/${task}/${command}` : `/requests/${id}/${command}`, body, shown };
  }

  private async send(command: string, requestId: string, call: Call): Promise<void> {
    const key = crypto.randomUUID();
    const first = await press(call, key);
    this.ledger.pressed.push({ ...first, command, requestId });
    if (first.outcome === 'unanswered' || !this.dice.chance(REPEATED)) return;
    const again = await press(call, key);
    const same = again.outcome === first.outcome && (first.n === null || again.n === null || again.n === first.n);
    if (!same) this.ledger.contradicted.push(`${command} ${first.id}: ${told(first)}, then ${told(again)}`);
  }
}

const told = ({ outcome, n, code }: Pressed): string => `${outcome} ${n ?? code ?? ''}`;
