import { flatten, isCalling } from '../definition/flow';
import type { Definition } from '../definition/definition.schema';
import type { Outline } from '../definition/structure/outline';
import type { CallingStep, Step } from '../definition/step.schema';
import { sentBody } from '../form/wire/sent-body';
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
  const step = asking(ownValue(steps, id), id);
  const { to, method, path, wait } = step;
  return { to, method, path, body: sentBody(step, { definition, values, requestId }), waits: wait !== 'none' };
}

/** The step of that name, which asks something of another system. Pure. Throws where there is none. */
export function callingStep({ flow }: Pick<Definition, 'flow'>, id: string): CallingStep {
  return asking(
    flatten(flow).find((step) => step.id === id),
    id,
  );
}

function asking(step: Step | undefined, id: string): CallingStep {
  if (step !== undefined && isCalling(step)) return step;
  throw new Error(`Expected “${id}” to ask something of another system, but it does not`);
}
