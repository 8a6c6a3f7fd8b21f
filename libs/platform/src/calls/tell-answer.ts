import type { CallAnswer, CallRepository } from '@countersign/database';
import type { CallFailure, Definition } from '@countersign/domain';
import type { RequestClient } from '../temporal/request-client';
import { tellRequest } from '../temporal/tell-request';

/** An answer that was kept, as its request hears of it: what it says stays in the database. */
export type KeptAnswer = Pick<CallAnswer, 'requestId' | 'step' | 'call' | 'failed' | 'wrong'>;

/** Tells a request what another system has answered, and remembers that it was told. `definition`: null where the request is gone. May be repeated; throws where another attempt may be heard. */
export async function tellAnswer(
  by: { requests: RequestClient; calls: CallRepository },
  definition: Definition | null,
  { requestId, step, call, failed, wrong }: KeptAnswer,
): Promise<void> {
  const why: CallFailure | null = wrong ? 'wrong-answer' : failed ? 'refused' : null;
  const called = { step, call, failed: why, status: null };
  if (definition !== null) await tellRequest(by.requests, { id: requestId, definition }, { type: 'call.ended', called });
  await by.calls.told({ requestId, call, wrong });
}
