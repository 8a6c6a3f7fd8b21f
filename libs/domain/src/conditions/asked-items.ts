import { kindOf, type Step } from '../definition/step.schema';
import type { Item } from '../definition/steps/item.schema';
import type { RequestContext } from '../request/request-state';
import { environmentOf } from './environment';
import { holds } from './holds';

/** Items of a step that exist for a request as it stands; null for a step that is not done item by item. Pure. */
export function askedItems(step: Step, context: RequestContext): Item[] | null {
  const list = kindOf(step).list?.(step);
  if (list === undefined) return null;
  const environment = environmentOf(context);
  return list.items.filter(({ when }) => when === undefined || holds(when, environment));
}
