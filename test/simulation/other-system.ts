import { isRecord } from '@countersign/domain';
import type { Dice } from '../support/dice';

/** As calls know it: its address, and the key that it shares with the house. */
export const OTHER_SYSTEM = { url: 'http://ledger.invalid', key: 'a key of the two alone', seconds: 5 };

/** A call that another system has taken. */
export interface TakenCall {
  readonly requestId: string;
  readonly call: string;
  /** It calls back until it was told that its answer is known. */
  owed: boolean;
}

interface Parts {
  readonly dice: Dice;
  /** Nothing fails any more. */
  readonly isCalm: () => boolean;
}

/** Another system: busy at times, and its answer gets lost at others. It knows a call again by its id, and takes it once. */
export class OtherSystem {
  readonly taken = new Map<string, TakenCall>();

  constructor(private readonly parts: Parts) {}

  /** What `fetch` comes to. */
  readonly fetch = async (_url: unknown, init: RequestInit = {}): Promise<Response> => {
    const { dice, isCalm } = this.parts;
    if (!isCalm() && dice.chance(0.15)) return new Response(null, { status: 503 });
    const call = new Headers(init.headers).get('idempotency-key') ?? '';
    const body: unknown = JSON.parse(String(init.body));
    const known = this.taken.has(call);
    if (!known && isRecord(body)) this.taken.set(call, { requestId: String(body['request']), call, owed: 'callback' in body });
    if (!isCalm() && dice.chance(0.1)) throw new TypeError('the answer was lost');
    return new Response(null, { status: known ? 409 : 200 });
  };

  get owed(): TakenCall[] {
    return [...this.taken.values()].filter(({ owed }) => owed);
  }
}
