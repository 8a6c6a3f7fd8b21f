import { isStarting } from '../definition/flow';
import type { Outline } from '../definition/outline';
import { childForm } from '../form/child-form';
import type { ChildStart, Effect } from '../request/effect';
import type { FormValues, RequestContext } from '../request/request-state';
import { ownValue } from '../text/own-value';

/** What a request begins with that another one starts, from that one's form as it stands. Pure. Throws where its step starts none. */
export function childStart(
  { steps }: Pick<Outline, 'steps'>,
  { requestId, parent }: Pick<RequestContext, 'requestId' | 'parent'>,
  { step: id, row }: Extract<Effect, { type: 'start-child' }>,
  values: FormValues,
): ChildStart {
  const step = ownValue(steps, id);
  if (step === undefined || !isStarting(step)) throw new Error(`Expected “${id}” to start requests, but it starts none`);
  const { definition, begins, wait } = step;
  const link = { request: requestId, step: id, depth: (parent?.depth ?? 0) + 1, waits: wait !== 'none' };
  return { definition, begins, form: childForm(step, { values, requestId, row }), parent: link };
}
