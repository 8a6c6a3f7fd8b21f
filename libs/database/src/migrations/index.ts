import { People1764300000001 } from './1764300000001-people';
import { Access1764300000002 } from './1764300000002-access';
import { Definitions1764300000003 } from './1764300000003-definitions';
import { Requests1764300000004 } from './1764300000004-requests';
import { Files1764300000005 } from './1764300000005-files';
import { Lists1764300000006 } from './1764300000006-lists';
import { Delivery1764300000007 } from './1764300000007-delivery';
import { Functions1764300000008 } from './1764300000008-functions';
import { DirectoryMissed1764300000300 } from './1764300000300-directory-missed';
import { DefinitionInUse1764300000400 } from './1764300000400-definition-in-use';
import { FormBeingSent1764300000401 } from './1764300000401-form-being-sent';
import { RuleChanges1764300000402 } from './1764300000402-rule-changes';
import { Retention1764300000301 } from './1764300000301-retention';
import { FileOwner1764300000302 } from './1764300000302-file-owner';
import { OperatorActions1764300000303 } from './1764300000303-operator-actions';
import { Calendars1764400000001 } from './1764400000001-calendars';
import { Citations1764400000401 } from './1764400000401-citations';
import { DefinitionClaims1764400001200 } from './1764400001200-definition-claims';
import { CommentToken1764400000402 } from './1764400000402-comment-token';
import { Standing1764400001000 } from './1764400001000-standing';
import { SavedViews1764400001001 } from './1764400001001-saved-views';
import { Alarms1764400001002 } from './1764400001002-alarms';
import { SealedComments1764400000500 } from './1764400000500-sealed-comments';
import { UsedTokens1764400000501 } from './1764400000501-used-tokens';
import { Mail1764400001100 } from './1764400001100-mail';
import { Exports1764400001101 } from './1764400001101-exports';
import { Absences1764400000900 } from './1764400000900-absences';
import { Mentions1764400000600 } from './1764400000600-mentions';
import { RecurringStarts1764400001700 } from './1764400001700-recurring-starts';
import { StartedEvents1764400001701 } from './1764400001701-started-events';
import { AbsencesEnding1764400001702 } from './1764400001702-absences-ending';
import { ChildRequests1764400000800 } from './1764400000800-child-requests';
import { StepTimes1764400001800 } from './1764400001800-step-times';
import { Leases1764400001900 } from './1764400001900-leases';
import { EffectsTold1764400002000 } from './1764400002000-effects-told';
import { CallAnswers1764400002001 } from './1764400002001-call-answers';
import { LeaseNews1764400002300 } from './1764400002300-lease-news';
import { StartsOfRows1764400002301 } from './1764400002301-starts-of-rows';
import { Vacancies1764400002100 } from './1764400002100-vacancies';
import { Unheeded1764400002101 } from './1764400002101-unheeded';
import { SeenLast1764400003000 } from './1764400003000-seen-last';
import { Descendants1764400003100 } from './1764400003100-descendants';
import { Targets1764400003400 } from './1764400003400-targets';
import { EventsOfTellers1764400003500 } from './1764400003500-events-of-tellers';
import { SchedulesTold1764400003900 } from './1764400003900-schedules-told';
import { WrongAnswers1764400004000 } from './1764400004000-wrong-answers';
import { EndedUnits1764400004200 } from './1764400004200-ended-units';
import { SearchedSigns1764400004201 } from './1764400004201-searched-signs';
import { DuesOfItems1764400004300 } from './1764400004300-dues-of-items';
import { CommentFiles1764400004400 } from './1764400004400-comment-files';
import { LeasesTold1764400009000 } from './1764400009000-leases-told';
import { Budgets1764400005000 } from './1764400005000-budgets';
import { Supervision1764400008000 } from './1764400008000-supervision';
import { OwnersOfSteps1764400011000 } from './1764400011000-owners-of-steps';
import { OneRowOfEvent1764400012000 } from './1764400012000-one-row-of-event';
import { ReferencesAsSpelt1764400012001 } from './1764400012001-references-as-spelt';
import { BudgetTransfers1764400021000 } from './1764400021000-budget-transfers';
import { BudgetsOfOneCategory1764400014000 } from './1764400014000-budgets-of-one-category';
import { AuthorityKnown1764400015000 } from './1764400015000-authority-known';
import { JournalSeals1764400018000 } from './1764400018000-journal-seals';
import { MattersCalled1764400015001 } from './1764400015001-matters-called';
import { Leavings1764400022000 } from './1764400022000-leavings';
import { Payments1764400023000 } from './1764400023000-payments';
import { EarlierRequests1764400023001 } from './1764400023001-earlier-requests';
import { PaidParts1764400025000 } from './1764400025000-paid-parts';
import { ApprovedGrants1764400027000 } from './1764400027000-approved-grants';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  People1764300000001,
  Access1764300000002,
  Definitions1764300000003,
  Requests1764300000004,
  Files1764300000005,
  Lists1764300000006,
  Delivery1764300000007,
  Functions1764300000008,
  DirectoryMissed1764300000300,
  Retention1764300000301,
  FileOwner1764300000302,
  OperatorActions1764300000303,
  DefinitionInUse1764300000400,
  FormBeingSent1764300000401,
  RuleChanges1764300000402,
  Calendars1764400000001,
  Citations1764400000401,
  CommentToken1764400000402,
  SealedComments1764400000500,
  UsedTokens1764400000501,
  Mentions1764400000600,
  ChildRequests1764400000800,
  Absences1764400000900,
  Standing1764400001000,
  SavedViews1764400001001,
  Alarms1764400001002,
  Mail1764400001100,
  Exports1764400001101,
  DefinitionClaims1764400001200,
  RecurringStarts1764400001700,
  StartedEvents1764400001701,
  AbsencesEnding1764400001702,
  StepTimes1764400001800,
  Leases1764400001900,
  EffectsTold1764400002000,
  CallAnswers1764400002001,
  LeaseNews1764400002300,
  StartsOfRows1764400002301,
  Vacancies1764400002100,
  Unheeded1764400002101,
  SeenLast1764400003000,
  Descendants1764400003100,
  Targets1764400003400,
  EventsOfTellers1764400003500,
  SchedulesTold1764400003900,
  WrongAnswers1764400004000,
  EndedUnits1764400004200,
  SearchedSigns1764400004201,
  DuesOfItems1764400004300,
  CommentFiles1764400004400,
  Budgets1764400005000,
  Supervision1764400008000,
  LeasesTold1764400009000,
  OwnersOfSteps1764400011000,
  OneRowOfEvent1764400012000,
  ReferencesAsSpelt1764400012001,
  BudgetsOfOneCategory1764400014000,
  AuthorityKnown1764400015000,
  JournalSeals1764400018000,
  MattersCalled1764400015001,
  BudgetTransfers1764400021000,
  Leavings1764400022000,
  Payments1764400023000,
  EarlierRequests1764400023001,
  PaidParts1764400025000,
  ApprovedGrants1764400027000,
];
