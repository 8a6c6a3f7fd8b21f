import { randomUUID } from 'node:crypto';
import type { RecordActivity } from '../../../apps/worker/src/activities/record.activity';
import type { CommandRepository } from '@countersign/database';
import type { CommandBody } from '@countersign/domain';
import { CHAIN_LENGTH } from './chain';
import type { ChainPeople } from './chain-place';

/** Where one request of the chain stands, as the lane would know it. */
export interface Standing {
  requestId: string;
  companyId: string;
  definition: { key: string; version: number; hash: string };
  n: number;
  hash: string;
  /** Content hash; the decisions of the chain write nothing, so it stays. */
  shown: string;
  decided: number;
}

/** The PostgreSQL side of a decision alone: the command row and the transaction of `record`, without Temporal and without HTTP. */
export class RecordLoad {
  private readonly places = new Map<number, Standing>();

  constructor(
    private readonly activity: RecordActivity,
    private readonly commands: CommandRepository,
    private readonly people: ChainPeople,
    private readonly ready: Standing[],
  ) {}

  async decide(slot: number): Promise<boolean> {
    const at = this.placeOf(slot);
    if (!at) return false;
    const actor = at.decided % 2 === 0 ? this.people.first : this.people.second;
    const step = `step-${at.decided + 1}`;
    const id = randomUUID();
    const { requestId, n, hash, definition } = at;
    // A task is of the generation of the transition that opened it: each decision opens the next one.
    const body: CommandBody = { type: 'approve', requestId, actor, step, generation: n, shown: at.shown };
    await this.commands.open({ id, companyId: at.companyId, body });
    const result = await this.activity.record({ requestId, n, hash, definition, command: { kind: 'row', id } });
    const last = result.transitions.at(-1);
    if (result.outcome.kind !== 'done' || !last)
      throw new Error(`Expected record to decide, but it answered ${JSON.stringify(result.outcome)}`);
    Object.assign(at, { n: last.n, hash: last.hash, decided: at.decided + 1 });
    return true;
  }

  private placeOf(slot: number): Standing | undefined {
    const current = this.places.get(slot);
    if (current && current.decided < CHAIN_LENGTH) return current;
    const next = this.ready.pop();
    if (next) this.places.set(slot, next);
    return next;
  }
}
