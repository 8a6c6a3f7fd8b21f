import { type Caller, demoCaller } from './caller';
import type { Stack } from './stack';

/** The demo's administrator, at the API. */
export function administrator(stack: Pick<Stack, 'url'>): Promise<Caller> {
  return demoCaller(stack.url, '卢宁');
}
