import { isStarting } from '../definition/flow';
import type { Outline } from '../definition/structure/outline';
import { childForm } from '../form/rows/child-form';
import type { ChildStart, Effect } from '../request/effect';
import { beneficiariesAbove, requestersAbove } from '../request/links/own-request';
import type { FormValues, RequestContext } from '../request/request-state';
import { ownValue } from '../text/own-value';

type Asked = Extract<Effect, { type: 'start-child' }>;

/** How it is begun: as its step says, or as a draft of whoever starts it by hand. The one that started it hears how that ends, whether it waits or not. */
function startsAs({ steps, definition: { children = [] } }: Pick<Outline, 'steps' | 'definition'>, { step: id, process }: Asked) {
  if (id === null) {
    const offered = children.find(({ definition }) => definition === process);
    if (offered === undefined) throw new Error(`Expected “${process}” to be offered by hand, but it is not`);
    return { ...offered, each: undefined, begins: 'draft' as const, waits: true };
  }
  const step = ownValue(steps, id);
  if (step === undefined || !isStarting(step)) throw new Error(`Expected “${id}” to start requests, but it starts none`);
  return { ...step, waits: step.wait !== 'none' };
}

/** Who asks for a request, and for those above that wait for it. */
function askingFor({ requester, parent }: Pick<RequestContext, 'requester' | 'parent'>): string[] {
  const above = parent?.waits ? requestersAbove({ parent }) : [];
  return [...new Set([...(requester ? [requester.id] : []), ...above])];
}

/** Who benefits from a request, and from those above that wait for it. */
function benefiting({ beneficiary, parent }: Pick<RequestContext, 'beneficiary' | 'parent'>): string[] {
  const above = parent?.waits ? beneficiariesAbove({ parent }) : [];
  return [...new Set([...(beneficiary === null ? [] : [beneficiary]), ...above])];
}

/** What a request begins with that another one starts, from that one's form as it stands. Pure. Throws where it starts no such request. */
export function childStart(
  process: Pick<Outline, 'steps' | 'definition'>,
  context: Pick<RequestContext, 'requestId' | 'requester' | 'beneficiary' | 'parent'>,
  effect: Asked,
  values: FormValues,
): ChildStart {
  const { definition, begins, waits, map, each } = startsAs(process, effect);
  const { requestId, parent } = context;
  const beneficiaries = benefiting(context);
  const link = {
    ...{ request: requestId, step: effect.step, depth: (parent?.depth ?? 0) + 1, waits, requesters: askingFor(context) },
    ...(beneficiaries.length > 0 && { beneficiaries }),
  };
  return { definition, begins, form: childForm({ map, each }, { values, requestId, row: effect.row }), parent: link };
}
