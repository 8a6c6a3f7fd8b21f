import { isCalling } from '../definition/flow';
import type { Outline } from '../definition/outline';
import { sentBody } from '../form/sent-body';
import type { Effect, SentCall } from '../request/effect';
import type { FormValues, RequestContext } from '../request/request-state';
import { ownValue } from '../text/own-value';

/** What is asked of another system, from the form as it stands. Pure. Throws where the step asks nothing. */
export function sentCall(
  { steps, definition }: Pick<Outline, 'steps' | 'definition'>,
  { requestId }: Pick<RequestContext, 'requestId'>,
  { step: id }: Extract<Effect, { type: 'call' }>,
  values: FormValues,
): SentCall {
  const step = ownValue(steps, id);
  if (step === undefined || !isCalling(step)) throw new Error(`Expected “${id}” to ask something of another system, but it does not`);
  const { to, method, path, wait } = step;
  return { to, method, path, body: sentBody(step, { definition, values, requestId }), waits: wait !== 'none' };
}
