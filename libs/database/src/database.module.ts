import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { databaseOptions, type PoolOptions } from './data-source';
import { DirectoryKnownRepository } from './directory/directory-known.repository';
import { DirectoryParts } from './directory/directory-parts';
import { DirectoryReviewRepository } from './directory/directory-review.repository';
import { MissedRequestsRepository } from './directory/missed-requests.repository';
import { ENTITIES } from './entities';
import { RestoreWatch } from './journal/restore-watch';
import { ProcessCache } from './processes/process-cache';
import { ApprovedGrants } from './repositories/approved-grants';
import { ApprovedPlans } from './repositories/approved-plans';
import { CallRepository } from './repositories/call.repository';
import { ChildRepository } from './repositories/child.repository';
import { CommandRepository } from './repositories/command.repository';
import { DeadLetterRepository } from './repositories/dead-letter.repository';
import { DefinitionRepository } from './repositories/definition.repository';
import { FactsRepository } from './repositories/facts.repository';
import { JournalRepository } from './repositories/journal.repository';
import { TemplateNamesRepository } from './notices/template-names.repository';
import { WordedNoticesRepository } from './notices/worded-notices.repository';
import { ExportRepository } from './repositories/export.repository';
import { JournalCheckRepository } from './repositories/journal-check.repository';
import { SealRepository } from './repositories/seal.repository';
import { LeaseRegister } from './repositories/lease-register';
import { MailRepository } from './repositories/mail.repository';
import { NotificationRepository } from './repositories/notification.repository';
import { OperatorActionRepository } from './repositories/operator-action.repository';
import { OutboxRepository } from './repositories/outbox.repository';
import { StepTimeRepository } from './repositories/step-time.repository';
import { YearNoticesRepository } from './repositories/year-notices.repository';
import { RecurringRepository } from './repositories/recurring.repository';
import { SettingRepository } from './repositories/setting.repository';
import { TaskRepository } from './repositories/task.repository';
import { RetentionRepository } from './retention/retention.repository';
import { StatementCancels } from './statement-cancels';

const REPOSITORIES = [
  ProcessCache,
  DirectoryKnownRepository,
  DirectoryParts,
  DirectoryReviewRepository,
  MissedRequestsRepository,
  ApprovedGrants,
  ApprovedPlans,
  CallRepository,
  ChildRepository,
  CommandRepository,
  DeadLetterRepository,
  DefinitionRepository,
  FactsRepository,
  JournalRepository,
  ExportRepository,
  JournalCheckRepository,
  SealRepository,
  LeaseRegister,
  MailRepository,
  NotificationRepository,
  TemplateNamesRepository,
  WordedNoticesRepository,
  OperatorActionRepository,
  OutboxRepository,
  RecurringRepository,
  RetentionRepository,
  SettingRepository,
  StatementCancels,
  StepTimeRepository,
  TaskRepository,
  RestoreWatch,
  YearNoticesRepository,
];

/** The connection pool, all entities' repositories, and ours. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(url: string, options: PoolOptions = {}): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...databaseOptions(url, options), retryAttempts: 3, retryDelay: 500 }),
        TypeOrmModule.forFeature(ENTITIES),
      ],
      providers: REPOSITORIES,
      exports: [...REPOSITORIES, TypeOrmModule],
    };
  }
}
