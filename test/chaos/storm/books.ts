import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from '../../support/caller';
import type { Dice } from '../../support/dice';

const AGAIN_MS = 150;
const BREATH_MS = 400;
const GIVEN_UP_MS = 120_000;
const HEAD = '单号,组织,类别,日期,金额,说明';

/** Where the drill spends: a store whose plan has a line for whatever it is. */
export const SHOP = '徐汇店';
/** What its line has, in yuan: less than the drill asks for at once. */
const PLANNED = 4_000;

const today = (): string => new Date().toISOString().slice(0, 10);

/** Makes the line that the drill draws on. */
export async function planned(manager: Caller): Promise<void> {
  const year = today().slice(0, 4);
  const csv = `组织,类别,起,止,金额,超出时,容差,负责人\n${SHOP},,${year}-01-01,${year}-12-31,${PLANNED},,,`;
  const { status, body } = await manager.post('/budgets/plans', { plan: '演练', csv });
  if (status !== 200) throw new Error(`Expected a plan for the drill, but got ${JSON.stringify(body)}`);
}

/** Books of another system, which posts what the store has spent otherwise; each posting again until it is answered. */
export class Books {
  /** References whose posting was acknowledged, with their yuan. */
  readonly acknowledged = new Map<string, number>();
  private stopped = false;

  constructor(
    private readonly manager: Caller,
    private readonly dice: Dice,
  ) {}

  async work(): Promise<void> {
    for (let number = 1; !this.stopped; number += 1) {
      const yuan = 1 + this.dice.whole(40);
      const reference = `演练-${number}`;
      if (await this.posted(reference, yuan)) this.acknowledged.set(reference, yuan);
      await pause(BREATH_MS);
    }
  }

  stop(): void {
    this.stopped = true;
  }

  private async posted(reference: string, yuan: number): Promise<boolean> {
    const csv = `${HEAD}\n${reference},${SHOP},,${today()},${yuan},`;
    for (const until = Date.now() + GIVEN_UP_MS; Date.now() < until; await pause(AGAIN_MS)) {
      const answer = await this.manager.post('/budgets/outside', { csv }).catch(() => null);
      if (answer?.status === 200) return true;
      if (answer !== null && answer.status < 500 && answer.status !== 429)
        throw new Error(`Expected ${reference} to be posted, but got ${JSON.stringify(answer.body)}`);
    }
    return false;
  }
}
