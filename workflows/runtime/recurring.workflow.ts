import type { RecurringActivities, RecurringWorkflowInput } from '@countersign/contracts';
import { proxyActivities } from '@temporalio/workflow';

/** A worker that was killed is noticed when it is silent for so long; what it had begun is then tried by another one. */
const { startDue } = proxyActivities<RecurringActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Begun by a schedule: starts whatever a process has to start by now, until that has been done. */
export async function recurringStarts(input: RecurringWorkflowInput): Promise<void> {
  await startDue(input);
}
