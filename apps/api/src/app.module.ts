import { DatabaseModule } from '@countersign/database';
import { PlatformModule, ProgramLog, type Env } from '@countersign/platform';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccountsModule } from './accounts/accounts.module';
import { AnalyticsModule } from './analytics/analytics.module';
import { AuditModule } from './audit/audit.module';
import { AuthModule } from './auth/auth.module';
import { PermissionGuard } from './auth/permission.guard';
import { PublicThrottleGuard } from './auth/public-throttle.guard';
import { AuthorityModule } from './authority/authority.module';
import { BudgetsModule } from './budgets/budgets.module';
import { PaymentsModule } from './payments/payments.module';
import { WatchModule } from './watch/watch.module';
import { CommandsModule } from './commands/commands.module';
import { DefinitionsModule } from './definitions/definitions.module';
import { DemoMode } from './auth/demo-mode';
import { ExportsModule } from './exports/exports.module';
import { FilesModule } from './files/files.module';
import { HealthModule } from './health/health.module';
import { RestoreGate } from './health/restore-gate';
import { ReadBodyInterceptor } from './http/door/read-body.interceptor';
import { TakeInPipe } from './http/door/take-in.pipe';
import { ProblemFilter } from './http/problem/problem.filter';
import { NotificationsModule } from './notifications/notifications.module';
import { OrganisationModule } from './organisation/organisation.module';
import { PeopleModule } from './people/people.module';
import { ReadingModule } from './requests/reading.module';
import { RecurringModule } from './recurring/recurring.module';
import { RequestsModule } from './requests/requests.module';
import { SearchModule } from './search/search.module';
import { Settings } from './settings';
import { StoresModule } from './stores/stores.module';
import { StreamModule } from './stream/stream.module';
import { TasksModule } from './tasks/tasks.module';
import { TrackModule } from './track/track.module';

const FEATURES = [
  AuthorityModule,
  AccountsModule,
  AnalyticsModule,
  AuditModule,
  AuthModule,
  BudgetsModule,
  PaymentsModule,
  WatchModule,
  CommandsModule,
  DefinitionsModule,
  ExportsModule,
  FilesModule,
  HealthModule,
  NotificationsModule,
  PeopleModule,
  OrganisationModule,
  ReadingModule,
  RecurringModule,
  RequestsModule,
  SearchModule,
  StoresModule,
  StreamModule,
  TasksModule,
  TrackModule,
];

@Global()
@Module({})
class SettingsModule {
  static forRoot(env: Env): DynamicModule {
    const settings = { provide: Settings, useValue: Settings.from(env) };
    return { module: SettingsModule, providers: [settings, DemoMode], exports: [Settings, DemoMode] };
  }
}

/** Whoever asked has gone by then; nobody's question may keep a connection and a processor for longer. */
const STATEMENT_MS = 60_000;
/** Whoever waits longer for a connection is told to come again: a full pool must not hold everybody. */
const CONNECTION_MS = 20_000;

/** The whole API. */
@Module({})
export class AppModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.forRoot(env),
        DatabaseModule.forRoot(env.DATABASE_URL, {
          poolSize: env.DATABASE_POOL,
          applicationName: 'countersign-api',
          statementTimeoutMs: STATEMENT_MS,
          waitMs: CONNECTION_MS,
        }),
        PlatformModule.forRoot(env, 'api'),
        ...FEATURES,
      ],
      providers: [
        { provide: APP_FILTER, useFactory: (log: ProgramLog) => new ProblemFilter(log.lines), inject: [ProgramLog] },
        { provide: APP_GUARD, useExisting: RestoreGate },
        { provide: APP_GUARD, useExisting: PublicThrottleGuard },
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_INTERCEPTOR, useClass: ReadBodyInterceptor },
        { provide: APP_PIPE, useClass: TakeInPipe },
      ],
    };
  }
}
