import { DatabaseModule, DirectoryParts, RecordRepository } from '@countersign/database';
import { PlatformModule, type Env } from '@countersign/platform';
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { RecordActivity } from './activities/record.activity';
import { RecordFailures } from './activities/record-failures';
import { CallAnswers } from './calls/call-answers.service';
import { Calls } from './calls/calls.service';
import { ChildRequests } from './children/child-requests.service';
import { InAppChannel } from './channels/in-app.channel';
import { DirectoryReviewer } from './directory/directory-reviewer.service';
import { MissedRequests } from './directory/missed-requests.service';
import { HealthServer } from './health/health-server';
import { Activities } from './host/activities';
import { Rounds } from './host/rounds';
import { WorkerHost } from './host/worker-host.service';
import { LeaseKeeper } from './leases/lease-keeper.service';
import { MailServer } from './mail/mail-server';
import { Mailer } from './mail/mailer.service';
import { Dispatcher } from './outbox/dispatcher.service';
import { Effects } from './outbox/effects';
import { OutboxBell } from './outbox/outbox-bell';
import { RecurringSchedules } from './recurring/recurring-schedules.service';
import { RecurringStarts } from './recurring/recurring-starts.service';
import { Retention } from './retention/retention.service';
import { SealKeeper } from './seals/seal-keeper.service';
import { Gauges } from './sweeper/gauges';
import { Sweeper } from './sweeper/sweeper.service';
import { TimeKeeper } from './times/time-keeper.service';
import { YearWatch } from './times/year-watch.service';
import { WorkerSettings } from './worker-settings';

/** The database ends a transaction after this long; the activity gives up later. */
const TRANSACTION_TIMEOUT_MS = 10_000;

/** What the worker is made of, besides what its settings say. */
const PARTS = [
  Rounds,
  RecordFailures,
  RecordActivity,
  InAppChannel,
  ChildRequests,
  Calls,
  CallAnswers,
  Effects,
  OutboxBell,
  Dispatcher,
  Gauges,
  Sweeper,
  DirectoryReviewer,
  MissedRequests,
  RecurringStarts,
  Activities,
  RecurringSchedules,
  Retention,
  TimeKeeper,
  LeaseKeeper,
  YearWatch,
  MailServer,
  Mailer,
  SealKeeper,
  HealthServer,
  WorkerHost,
];

/** Everything that the worker does: record, deliver, sweep, and say how it is. */
@Module({})
export class WorkerModule implements OnApplicationShutdown {
  constructor(private readonly records: RecordRepository) {}

  static forRoot(env: Env): DynamicModule {
    const records = (parts: DirectoryParts): RecordRepository =>
      new RecordRepository(env.DATABASE_URL, parts, { poolSize: env.WORKER_RECORDS, transactionTimeoutMs: TRANSACTION_TIMEOUT_MS });
    return {
      module: WorkerModule,
      imports: [
        DatabaseModule.forRoot(env.DATABASE_URL, { poolSize: env.DATABASE_POOL, applicationName: 'countersign-worker' }),
        PlatformModule.forRoot(env, 'worker'),
      ],
      providers: [
        { provide: WorkerSettings, useFactory: () => new WorkerSettings(env) },
        { provide: RecordRepository, useFactory: records, inject: [DirectoryParts] },
        ...PARTS,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.records.close();
  }
}
