import { clock } from '@countersign/database';
import { RECURRING_WORKFLOW, scheduleIdOf, TASK_QUEUE, type RecurringWorkflowInput } from '@countersign/contracts';
import {
  Connection,
  ScheduleAlreadyRunning,
  ScheduleClient as TemporalSchedules,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  type ScheduleOptionsStartWorkflowAction,
  type ScheduleUpdateOptions,
} from '@temporalio/client';
import type { Workflow } from '@temporalio/common';

/** When the schedule of a process fires in one time zone. */
export interface Firing {
  timeZone: string;
  /** `HH:MM` of that zone's clock, every day. */
  times: readonly string[];
  /** It fires no more for now, and why; null: it does. */
  paused: string | null;
}

/** How long what could not be begun in time (no server, no worker) is still begun afterwards. */
const CATCH_UP = '1 day';
const CALL_MS = 10_000;

/** Schedules of Temporal: one for each process that starts by itself and each time zone of its units. */
export class Schedules {
  private constructor(
    private readonly connection: Connection,
    private readonly client: TemporalSchedules,
  ) {}

  /** Connects lazily. */
  static connect({ address, namespace }: { address: string; namespace: string }): Schedules {
    const connection = Connection.lazy({ address, connectTimeout: '5s' });
    return new Schedules(connection, new TemporalSchedules({ connection, namespace }));
  }

  /** Makes the schedule, or makes it anew, as it is to be. */
  async put(input: RecurringWorkflowInput, firing: Firing): Promise<void> {
    const scheduleId = scheduleIdOf(input, firing.timeZone);
    const options = optionsOf(input, firing);
    await this.within(async () => {
      try {
        await this.client.create({ scheduleId, ...options });
      } catch (error) {
        if (!(error instanceof ScheduleAlreadyRunning)) throw error;
        await this.client.getHandle(scheduleId).update(() => options);
      }
    });
  }

  /** Has it fire now, besides its times; a paused one too. */
  fire(input: RecurringWorkflowInput, timeZone: string): Promise<void> {
    return this.within(() => this.client.getHandle(scheduleIdOf(input, timeZone)).trigger(ScheduleOverlapPolicy.BUFFER_ONE));
  }

  async remove(input: RecurringWorkflowInput, timeZone: string): Promise<void> {
    try {
      await this.within(() => this.client.getHandle(scheduleIdOf(input, timeZone)).delete());
    } catch (error) {
      if (!(error instanceof ScheduleNotFoundError)) throw error;
    }
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private within<T>(call: () => Promise<T>): Promise<T> {
    return this.connection.withDeadline(clock.ms() + CALL_MS, call);
  }
}

function optionsOf(
  input: RecurringWorkflowInput,
  { timeZone, times, paused }: Firing,
): ScheduleUpdateOptions<ScheduleOptionsStartWorkflowAction<Workflow>> {
  const hours = new Map<number, number[]>();
  for (const time of times) {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    hours.set(hour, [...(hours.get(hour) ?? []), minute]);
  }
  return {
    spec: { calendars: [...hours].map(([hour, minute]) => ({ hour, minute })), timezone: timeZone },
    action: { type: 'startWorkflow', workflowType: RECURRING_WORKFLOW, args: [input], taskQueue: TASK_QUEUE, workflowTaskTimeout: '10s' },
    // What fires while the one before still works is begun after it.
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ONE, catchupWindow: CATCH_UP },
    state: { paused: paused !== null, note: paused ?? '' },
  };
}
