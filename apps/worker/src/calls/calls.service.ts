import { CallRepository } from '@countersign/database';
import { callNow, DROPPED, type CallFailure, type CallNews, type Definition } from '@countersign/domain';
import { RequestClient, type CallTarget } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import type { RowOf } from '../outbox/effects';
import { NotYet } from '../outbox/not-yet';
import { tellRequest } from '../outbox/tell-request';
import { WorkerSettings } from '../worker-settings';
import { signedCall, type SignedCall } from './signed-call';

type Calling = RowOf<'call'>;

/** What came of one attempt; `again`: it may go otherwise the next time. */
interface Answer {
  failed: CallFailure | null;
  status: number | null;
  again: boolean;
}

/** After so many attempts, with more and more time between them (half an hour in all), somebody has to see to it. */
export const CALL_ATTEMPTS = 12;
/** Answers of a system that is busy or not well. */
const LATER: readonly number[] = [408, 425, 429];

/**
 * What requests ask of other systems. A call goes to an address that the settings name and nowhere else, no redirect is followed, and of an answer only its
 * status is read. Sent again it has the same id, by which the other system knows it.
 */
@Injectable()
export class Calls {
  private readonly targets: Readonly<Record<string, CallTarget>>;

  constructor(
    settings: WorkerSettings,
    private readonly calls: CallRepository,
    private readonly requests: RequestClient,
  ) {
    this.targets = settings.env.CALL_TARGETS;
  }

  async send(rows: Calling[]): Promise<void> {
    await Promise.all(rows.map((row) => this.sendOne(row)));
  }

  private async sendOne(row: Calling): Promise<void> {
    const { requestId, effect, attempts } = row;
    const { call, step, sent } = effect;
    if (sent === undefined) throw new Error(`Expected to know what call ${call} sends, but nothing is told of it`);
    const asking = await this.calls.askedBy(requestId);
    if (asking === null) return;
    const { definition, state } = asking;
    const now = callNow(definition, state, { step, call });
    if (now === 'later') throw new NotYet();
    if (now === 'never') return this.tell(definition, requestId, { step, call, failed: DROPPED, status: null });
    const target = Object.hasOwn(this.targets, sent.to) ? this.targets[sent.to] : undefined;
    const signed = target && signedCall(target, sent, { id: call, at: Date.now() });
    const { failed, status, again } =
      target && signed ? await ask(signed, target.seconds) : { failed: 'not-set-up' as const, status: null, again: false };
    if (failed !== null && again && attempts < CALL_ATTEMPTS)
      throw new Error(`Expected “${sent.to}” to take call ${call}, but: ${failed}${status === null ? '' : ` (${status})`}`);
    await this.tell(definition, requestId, { step, call, failed, status });
  }

  private tell(definition: Definition, id: string, called: CallNews): Promise<void> {
    return tellRequest(this.requests, { id, definition }, { type: 'call.ended', called });
  }
}

async function ask({ url, method, headers, body }: SignedCall, seconds: number): Promise<Answer> {
  try {
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal: AbortSignal.timeout(seconds * 1_000) });
    const { status } = response;
    // What it says besides its status changes nothing of it.
    await response.body?.cancel().catch(() => undefined);
    if (response.ok) return { failed: null, status, again: false };
    return { failed: 'refused', status, again: status >= 500 || LATER.includes(status) };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { failed: late ? 'timeout' : 'unreachable', status: null, again: true };
  }
}
