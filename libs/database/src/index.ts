export { clock } from './clock';
export { isConnectionLoss } from './connection-loss';
export { DatabaseClient } from './database-client';
export { DatabaseListener } from './database-listener';
export { openDatabase, runMigrations } from './data-source';
export { DatabaseModule } from './database.module';
export { askingOf, idsIn } from './directory/directory-need';
export { DirectoryKnownRepository, type KnownDirectory } from './directory/directory-known.repository';
export { DirectoryParts } from './directory/directory-parts';
export { movesPeople, reseatings } from './directory/reseating';
export { DirectoryReviewRepository } from './directory/directory-review.repository';
export type { AffectedRequest, Review } from './directory/directory-review.repository';
export { turnAbsences } from './directory/turn-absences';
export { endAbsencesOf, turnLeavings } from './directory/turn-leavings';
export { MissedRequestsRepository } from './directory/missed-requests.repository';
export type { MissedRequest } from './directory/missed-requests.repository';
export {
  AccessEventEntity,
  AccessTokenEntity,
  AccountEntity,
  AuthorityGrantEntity,
  CommentEntity,
  CompanyEntity,
  DefinitionEntity,
  DefinitionParameterEntity,
  ProcessTargetEntity,
  FileContentEntity,
  FileEntity,
  LoginAttemptEntity,
  LoginLinkEntity,
  PersonEntity,
  PersonRightEntity,
  PositionEntity,
  RequestEntity,
  RoleTitleEntity,
  RuleChangeEntity,
  SavedFilterEntity,
  SessionEntity,
  TaskEntity,
  UnitEntity,
} from './entities';
export { ABSENCE_REASONS, ABSENCE_STATES } from './entities';
export type { AbsenceReason, AbsenceState } from './entities';
export type { Undelivered } from './entities/requests/command.entity';
export { CLAIM_STEPS, PAYING_STEPS, SUPERVISING_STEPS } from './entities/definitions/definition.entity';
export { ACCESS_EVENTS, RULE_CHANGES, TOKEN_SCOPES } from './entities';
export type { AccessEventKind, ChangedRow, RuleChangeKind, TokenScope } from './entities';
export { SEARCHED } from './functions';
export { discussionFaults, sealComment, type DiscussionSeal, type SealedComment } from './journal/discussion';
export { chainLink, chainStart, sealedText } from './journal/chain';
export { endOfDay } from './journal/end-of-day';
export { project, textOf } from './journal/projection';
export { followedDifferences, readModelDifferences, replayedColumns } from './journal/read-model-check';
export { Replay } from './journal/replay';
export type { Difference } from './journal/replay';
export { RestoreWatch } from './journal/restore-watch';
export { NO_LOOKUPS } from './processes/lookup-query';
export { LeastRecent } from './processes/least-recent';
export { ProcessCache } from './processes/process-cache';
export type { KnownProcess } from './processes/process-cache';
export { OFF_REGISTER, PROCESS_RETIRED } from './repositories/retired-starts';
export { RecurringRepository, SCHEDULES_CHANNEL } from './repositories/recurring.repository';
export { REGISTER_ROWS } from './repositories/registers';
export {
  isExitFrom,
  isGivenUp,
  isNewestTerm,
  isRenewalOf,
  leaseRequest,
  mayBeSubmitted,
  type LeaseRequest,
} from './repositories/lease-matches';
export { holdRegister, LeaseRegister, lookAgain } from './repositories/lease-register';
export type { BegunRequest, PlannedStart, RecurringProcess, RecurringStart, RecurringUnit } from './repositories/recurring.repository';
export { RECURRING_STATES } from './entities/definitions/recurring-start.entity';
export type { RecurringState } from './entities/definitions/recurring-start.entity';
export { ApprovedGrants, holdGrants } from './repositories/approved-grants';
export { ApprovedPlans } from './repositories/approved-plans';
export { BUDGET_LINE, BUDGET_LINE_SUMS } from './repositories/budget-line-sql';
export { CallRepository, type AskingRequest, type CallAnswer } from './repositories/call.repository';
export { ChildRepository } from './repositories/child.repository';
export type { KnownRequest, Wanted } from './repositories/child.repository';
export { CommandRepository, hashOfBody } from './repositories/command.repository';
export type { CommandRow, OpenedCommand } from './repositories/command.repository';
export { DeadLetterRepository } from './repositories/dead-letter.repository';
export type { DeadLetter } from './repositories/dead-letter.repository';
export { DefinitionChangedError, DefinitionRepository } from './repositories/definition.repository';
export type { Seeded } from './repositories/definition.repository';
export { FactsRepository, factsOf } from './repositories/facts.repository';
export type { FactsQuestion, RequestFacts } from './repositories/facts.repository';
export { JournalRepository } from './repositories/journal.repository';
export type { JournalRow, RequestSnapshot } from './repositories/journal.repository';
export { ExportRepository } from './repositories/export.repository';
export type { ExportJob } from './repositories/export.repository';
export { JournalCheckRepository } from './repositories/journal-check.repository';
export type { CheckProgress, JournalCheck } from './repositories/journal-check.repository';
export { SealRepository } from './repositories/seal.repository';
export type { JournalSeal } from './repositories/seal.repository';
export { JournalWalk, type WalkedTransition } from './journal/journal-walk';
export { ANCHOR_PLACES, type AnchorPlace } from './entities/journal/seal-anchor.entity';
export {
  CHECK_STATES,
  JOURNAL_FAULTS,
  type CheckState,
  type JournalFault,
  type JournalFinding,
} from './entities/journal/journal-check.entity';
export { MailRepository } from './repositories/mail.repository';
export type { OutgoingMail } from './repositories/mail.repository';
export { waitedFor } from './repositories/waited-for';
export { readingSteps, WordedNoticesRepository } from './notices/worded-notices.repository';
export type { WordedNotice } from './notices/worded-notices.repository';
export { NotificationRepository } from './repositories/notification.repository';
export { OPERATOR_ACTIONS } from './entities/requests/operator-action.entity';
export type { OperatorActionKind } from './entities/requests/operator-action.entity';
export { OperatorActionRepository } from './repositories/operator-action.repository';
export { OutboxRepository } from './repositories/outbox.repository';
export type { CallClaim, DeadEffect, OutboxRow } from './repositories/outbox.repository';
export { RecordRepository } from './repositories/record.repository';
export type { RecordQuery, ToStore } from './repositories/record.repository';
export { NUMBER_TO_COME } from './repositories/record-write';
export type { RecordWrite } from './repositories/record-write';
export { engineRequestOf, formBeforeOf } from './repositories/request-head';
export type { RecordRead, RequestHead } from './repositories/request-head';
export { YearNoticesRepository } from './repositories/year-notices.repository';
export { StepTimeRepository } from './repositories/step-time.repository';
export type { FinishedRequest, RequestTime, StepTime } from './repositories/step-time.repository';
export { SettingRepository } from './repositories/setting.repository';
export { RetentionRepository } from './retention/retention.repository';
export { SchemaHistoryError } from './schema-history';
export { heldOn, heldToday } from './held-on';
export { StatementCancels } from './statement-cancels';
export { askBy, run, type RunStatement } from './statements';
export { TaskRepository } from './repositories/task.repository';
