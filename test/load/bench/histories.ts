import type { Client } from '@temporalio/client';
import { workflowIdOf } from '@countersign/contracts';

/** Events that a request's current run holds. */
export async function eventsOf(client: Client, requestId: string): Promise<number> {
  const { historyLength } = await client.workflow.getHandle(workflowIdOf(requestId)).describe();
  return historyLength;
}
