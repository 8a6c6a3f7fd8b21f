import { CallRepository, clock, type AskingRequest } from '@countersign/database';
import {
  answerFields,
  callingStep,
  callNow,
  DROPPED,
  ownValue,
  withoutEnd,
  type CallingStep,
  type CallNews,
  type Definition,
  type SentCall,
} from '@countersign/domain';
import { answerToken, RequestClient, tellRequest, type CallTarget } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import type { RowOf } from '../outbox/effects';
import { GivenUp } from '../outbox/given-up';
import { NotYet } from '../outbox/not-yet';
import { WorkerSettings } from '../worker-settings';
import { ask, type AttemptResult } from './ask';
import { signedCall } from './signed-call';

type Calling = RowOf<'call'>;

/** What is asked, of whom, and by which step. */
interface Asked {
  row: Calling;
  sent: SentCall;
  step: CallingStep;
}

/** After so many attempts, with more and more time between them (half an hour in all), somebody has to see to it. */
export const CALL_ATTEMPTS = 12;
const NOT_SET_UP: AttemptResult = { failed: 'not-set-up', status: null, again: false, said: null };

/**
 * What requests ask of other systems. A call goes to an address that the settings name and nowhere else, no redirect is followed, and of an answer only its
 * status is read, and those parts that its step names. Sent again it has the same id, by which the other system knows it.
 */
@Injectable()
export class Calls {
  private readonly targets: Readonly<Record<string, CallTarget>>;
  private readonly site: string | null;

  constructor(
    settings: WorkerSettings,
    private readonly calls: CallRepository,
    private readonly requests: RequestClient,
  ) {
    this.targets = settings.env.CALL_TARGETS;
    this.site = settings.env.PUBLIC_URL === undefined ? null : withoutEnd(settings.env.PUBLIC_URL, '/');
  }

  async send(rows: Calling[]): Promise<void> {
    await Promise.all(rows.map((row) => this.sendOne(row)));
  }

  private async sendOne(row: Calling): Promise<void> {
    const { requestId, effect } = row;
    const { call, step: id, sent } = effect;
    if (sent === undefined) throw new Error(`Expected to know what call ${call} sends, but nothing is told of it`);
    const asking = await this.calls.askedBy(requestId);
    if (asking === null) return;
    const { definition, state } = asking;
    const now = callNow(definition, state, { step: id, call });
    if (now === 'later') throw new NotYet();
    // It was told, and that could not be kept.
    requireNotFailed(state, row, sent);
    if (now === 'never') return this.tell(definition, requestId, { step: id, call, failed: DROPPED, status: null });
    const asked = { row, sent, step: callingStep(definition, id) };
    const answer = await this.attempt(asked);
    return this.heard(asked, asking, answer);
  }

  private async attempt({ row: { requestId, effect, attempts }, sent, step }: Asked): Promise<AttemptResult> {
    const target = ownValue(this.targets, sent.to);
    const back = step.wait === 'callback';
    if (target === undefined || (back && this.site === null)) return NOT_SET_UP;
    const { call } = effect;
    const url = `${this.site ?? ''}/api/v1/requests/${requestId}/calls/${call}/answer`;
    const body = back ? { ...sent.body, callback: { url, token: answerToken(target.key, { requestId, call }) } } : sent.body;
    const reads = !back && step.answer !== undefined;
    return ask(signedCall(target, { ...sent, body }, { id: call, at: clock.ms() }), {
      seconds: target.seconds,
      repeated: attempts > 1,
      reads,
    });
  }

  private async heard({ row, sent, step }: Asked, { companyId, definition }: AskingRequest, answer: AttemptResult): Promise<void> {
    const { requestId, attempts } = row;
    const { call } = row.effect;
    const { failed, status, again, said } = answer;
    const what = `${failed ?? ''}${status === null ? '' : ` (${status})`}`;
    if (failed !== null && again && attempts < CALL_ATTEMPTS) throw new Error(`Expected “${sent.to}” to take call ${call}, but: ${what}`);
    // It has taken it, and answers later.
    if (failed === null && step.wait === 'callback') return;
    const kept = { requestId, companyId, step: step.id, call, failed: false, wrong: false, fields: answerFields(step, said) };
    if (failed === null && step.answer !== undefined) await this.calls.keep(kept);
    await this.tell(definition, requestId, { step: step.id, call, failed, status });
    if (failed !== null) throw new GivenUp(`${sent.to}: ${what}`);
    if (step.answer === undefined) return;
    await this.calls.told({ requestId, call, wrong: false });
    // An answer that its request cannot use is given up as one that never came.
    const after = await this.calls.askedBy(requestId);
    if (after !== null) requireNotFailed(after.state, row, sent);
  }

  private tell(definition: Definition, id: string, called: CallNews): Promise<void> {
    return tellRequest(this.requests, { id, definition }, { type: 'call.ended', called });
  }
}

/** Gives a call up that its request knows to have failed: it is sent again there. */
function requireNotFailed({ context: { steps } }: AskingRequest['state'], { effect }: Calling, { to }: SentCall): void {
  const known = ownValue(steps, effect.step)?.call;
  if (known?.id === effect.call && known.failed !== undefined && known.failed !== DROPPED) throw new GivenUp(`${to}: ${known.failed}`);
}
