import { CompanyEntity } from './people/company.entity';
import { UnitEntity } from './people/unit.entity';
import { PersonEntity } from './people/person.entity';
import { PositionEntity } from './people/position.entity';
import { AuthorityGrantEntity } from './people/authority-grant.entity';
import { PersonRightEntity } from './people/person-right.entity';
import { AbsenceEntity } from './people/absence.entity';
import { AwayEntity } from './people/away.entity';
import { DirectoryMissedEntity } from './people/directory-missed.entity';
import { DirectoryRecordEntity } from './people/directory-record.entity';
import { DirectoryReviewEntity } from './people/directory-review.entity';
import { RoleTitleEntity } from './people/role-title.entity';
import { LeavingEntity } from './people/leaving.entity';
import { RuleChangeEntity } from './people/rule-change.entity';
import { AccountEntity } from './access/account.entity';
import { SessionEntity } from './access/session.entity';
import { AccessTokenEntity } from './access/access-token.entity';
import { LoginLinkEntity } from './access/login-link.entity';
import { SavedFilterEntity } from './access/saved-filter.entity';
import { LoginAttemptEntity } from './access/login-attempt.entity';
import { AccessEventEntity } from './access/access-event.entity';
import { AnsweredPressEntity } from './access/answered-press.entity';
import { DefinitionEntity } from './definitions/definition.entity';
import { DefinitionParameterEntity } from './definitions/definition-parameter.entity';
import { ProcessTargetEntity } from './definitions/process-target.entity';
import { RecurringProcessEntity } from './definitions/recurring-process.entity';
import { RecurringStartEntity } from './definitions/recurring-start.entity';
import { StartedEventEntity } from './definitions/started-event.entity';
import { RequestSeenEntity } from './requests/request-seen.entity';
import { RequestEntity } from './requests/request.entity';
import { RequestRoundEntity } from './requests/request-round.entity';
import { RequestTextEntity } from './requests/request-text.entity';
import { TransitionEntity } from './requests/transition.entity';
import { CommandEntity } from './requests/command.entity';
import { OperatorActionEntity } from './requests/operator-action.entity';
import { TaskEntity } from './requests/task.entity';
import { CopyEntity } from './requests/copy.entity';
import { ParticipantEntity } from './requests/participant.entity';
import { ClaimedValueEntity } from './requests/claimed-value.entity';
import { CommentEntity } from './requests/comment.entity';
import { FileEntity } from './files/file.entity';
import { FileContentEntity } from './files/file-content.entity';
import { RequestCitationEntity } from './files/request-citation.entity';
import { RequestFileEntity } from './files/request-file.entity';
import { StandingEntity } from './requests/standing.entity';
import { RequestTimeEntity } from './times/request-time.entity';
import { StepTimeEntity } from './times/step-time.entity';
import { LeaseEntity } from './stores/lease.entity';
import { CallAnswerEntity } from './delivery/call-answer.entity';
import { LeaseNewsEntity } from './stores/lease-news.entity';
import { BudgetCategoryEntity } from './money/budget-category.entity';
import { BudgetPlanEntity } from './money/budget-plan.entity';
import { BudgetLineEntity } from './money/budget-line.entity';
import { BudgetMovementEntity } from './money/budget-movement.entity';
import { JournalSealEntity } from './journal/journal-seal.entity';
import { SealedRequestEntity } from './journal/sealed-request.entity';
import { SealAnchorEntity } from './journal/seal-anchor.entity';
import { JournalCheckEntity } from './journal/journal-check.entity';
import { OutboxEntity } from './delivery/outbox.entity';
import { NotificationEntity } from './delivery/notification.entity';
import { MailEntity } from './delivery/mail.entity';
import { MailWishesEntity } from './delivery/mail-wishes.entity';
import { ExportEntity } from './delivery/export.entity';
import { ExportPartEntity } from './delivery/export-part.entity';
import { SettingEntity } from './delivery/setting.entity';

/** Every table of the database. */
export const ENTITIES = [
  CompanyEntity,
  UnitEntity,
  PersonEntity,
  PositionEntity,
  AuthorityGrantEntity,
  PersonRightEntity,
  RoleTitleEntity,
  RuleChangeEntity,
  LeavingEntity,
  AbsenceEntity,
  AwayEntity,
  DirectoryReviewEntity,
  DirectoryMissedEntity,
  DirectoryRecordEntity,
  AccountEntity,
  SessionEntity,
  AccessTokenEntity,
  LoginLinkEntity,
  SavedFilterEntity,
  LoginAttemptEntity,
  AccessEventEntity,
  AnsweredPressEntity,
  DefinitionEntity,
  DefinitionParameterEntity,
  ProcessTargetEntity,
  RecurringProcessEntity,
  RecurringStartEntity,
  StartedEventEntity,
  RequestEntity,
  RequestRoundEntity,
  RequestTextEntity,
  TransitionEntity,
  CommandEntity,
  OperatorActionEntity,
  TaskEntity,
  CopyEntity,
  ParticipantEntity,
  StandingEntity,
  RequestTimeEntity,
  StepTimeEntity,
  ClaimedValueEntity,
  CommentEntity,
  RequestSeenEntity,
  FileEntity,
  FileContentEntity,
  RequestFileEntity,
  RequestCitationEntity,
  LeaseEntity,
  CallAnswerEntity,
  LeaseNewsEntity,
  BudgetCategoryEntity,
  BudgetPlanEntity,
  BudgetLineEntity,
  BudgetMovementEntity,
  JournalSealEntity,
  SealedRequestEntity,
  SealAnchorEntity,
  JournalCheckEntity,
  OutboxEntity,
  NotificationEntity,
  MailEntity,
  MailWishesEntity,
  ExportEntity,
  ExportPartEntity,
  SettingEntity,
];

export {
  AbsenceEntity,
  CompanyEntity,
  UnitEntity,
  PersonEntity,
  PositionEntity,
  AuthorityGrantEntity,
  PersonRightEntity,
  RoleTitleEntity,
  RuleChangeEntity,
  LeavingEntity,
  AccountEntity,
  SessionEntity,
  AccessTokenEntity,
  LoginLinkEntity,
  SavedFilterEntity,
  LoginAttemptEntity,
  AccessEventEntity,
  DefinitionEntity,
  DefinitionParameterEntity,
  ProcessTargetEntity,
  RequestEntity,
  TaskEntity,
  CommentEntity,
  RequestSeenEntity,
  FileEntity,
  FileContentEntity,
};
export { ABSENCE_REASONS, ABSENCE_STATES } from './people/absence.entity';
export type { AbsenceReason, AbsenceState } from './people/absence.entity';
export { RULE_CHANGES } from './people/rule-change.entity';
export type { ChangedRow, RuleChangeKind } from './people/rule-change.entity';
export { ACCESS_EVENTS } from './access/access-event.entity';
export type { AccessEventKind } from './access/access-event.entity';
export { TOKEN_SCOPES } from './access/access-token.entity';
export type { TokenScope } from './access/access-token.entity';
