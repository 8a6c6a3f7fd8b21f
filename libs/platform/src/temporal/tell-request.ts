import type { RequestNews } from '@countersign/contracts';
import type { Definition } from '@countersign/domain';
import type { RequestClient } from './request-client';

/** Refusals that no repetition changes: the request has nothing to do with it any more. */
const PAST: ReadonlySet<string> = new Set(['unchanged', 'invalid-state', 'carried-out', 'unknown-request', 'process-changed']);

/** Tells a request what has come of something that it asked for. May be repeated; throws where another attempt may be heard. */
export async function tellRequest(requests: RequestClient, to: { id: string; definition: Definition }, news: RequestNews): Promise<void> {
  const { refused } = await requests.tell(to.definition, to.id, news);
  if (refused !== null && !PAST.has(refused.code))
    throw new Error(`Expected request ${to.id} to hear “${news.type}”, but it is refused: ${refused.code}`);
}
