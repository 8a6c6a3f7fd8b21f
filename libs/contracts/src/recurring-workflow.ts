/** Name of the workflow that a schedule begins: it starts whatever a process has to start by now. */
export const RECURRING_WORKFLOW = 'recurringStarts';

/** What it is told: whose process, and its key. Everything else is read when it runs, as it is then. */
export interface RecurringWorkflowInput {
  companyId: string;
  definition: string;
}

/** Activities of that workflow. */
export interface RecurringActivities {
  /** Starts what is due. May be called again at any time: what has been started is there once. */
  startDue(input: RecurringWorkflowInput): Promise<void>;
}

/** Id of the schedule of a process in a time zone. Pure. */
export function scheduleIdOf({ companyId, definition }: RecurringWorkflowInput, timeZone: string): string {
  return `recurring/${companyId}/${definition}/${timeZone}`;
}
