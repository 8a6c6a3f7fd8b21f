import type { RecurringActivities, RequestActivities } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Context } from '@temporalio/activity';
import { RecordActivity } from '../activities/record.activity';
import { RecurringStarts } from '../recurring/recurring-starts.service';

/** What workflows have done by this worker. */
@Injectable()
export class Activities {
  constructor(
    private readonly records: RecordActivity,
    private readonly recurring: RecurringStarts,
  ) {}

  /** Whether the database answers. */
  probe(): Promise<boolean> {
    return this.records.probe();
  }

  all(): RequestActivities & RecurringActivities {
    return {
      record: this.records.record,
      startDue: (input) => this.recurring.startDue(input, () => Context.current().heartbeat()),
    };
  }
}
