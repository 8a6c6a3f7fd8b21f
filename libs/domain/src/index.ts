export { authorityKindSchema } from './definition/authority-kind.schema';
export { AUTHORITY_KINDS, type AuthorityKind } from './definition/authority-kinds';
export type { Grant, Limit } from './request/grant';
export { validAt } from './authority/coverage';
export { availableOf } from './budget/available';
export { drawnIn, type Drawn } from './budget/draw-up';
export { partDecided, type PartDecided } from './budget/part-decided';
export { LINE_CONTROLS, LINE_SUMS, type BudgetLine, type FundsFacts, type LineControl, type LineSums } from './request/budget-line';
export type { Movement, MovementKind } from './budget/movements';
export { calendarSchema, CLOCKS, type Calendar, type Clock, type Hours } from './calendar/calendar.schema';
export { localMoment } from './calendar/local-time';
export { mainlandChina } from './calendar/mainland-china';
export { clockDay, patternOn } from './calendar/running-clock';
export { unknownYearAhead } from './calendar/year-ahead';
export { workingTimeBetween } from './calendar/working-time';
export { unitClock } from './people/times/step-times';
export type { Due } from './definition/times/due.schema';
export { timeRuleOf } from './definition/times/time-rule';
export { FALLBACK_ZONE, isTimeZone, zoneOrFallback } from './calendar/time-zone';
export type {
  ChildNews,
  Command,
  CommandBody,
  CommandType,
  DirectoryCause,
  FileReference,
  PersonCommandType,
  Stance,
  UsedToken,
} from './request/command';
export { isToClaim } from './operations/seats/on-task';
export { madeChoices } from './operations/form/asked-form';
export { commandFrom, unreadCommand } from './operations/command-from';
export {
  NOTICES,
  operationOf,
  OWN_REFUSALS,
  PERSON_OPERATIONS,
  REFUSAL_CODES,
  SILENT_EVENTS,
  takenBackBy,
  TAKING_BACK,
} from './operations/registry';
export { CHOSEN_TOPICS, MAIL_WAYS, mailTime, USUAL_MAIL, type MailWay, type MailWishes } from './operations/words/mail-wishes';
export { BUTTON_GROUPS, BUTTON_PLACES } from './operations/operation';
export { isSettled, itemWordsOf, newestWord, waitingFor } from './request/items/items';
export { dayAfter, daysBetween } from './calendar/day-count';
export { itemDue, type DueDay } from './request/items/item-due';
export { itemsDue } from './request/items/item-clock';
export {
  awaitingSteps,
  blockedOf,
  blocksOf,
  deciderOf,
  doneBefore,
  openSeats,
  phaseOf,
  recordOf,
  standingStep,
  standingSteps,
  undoableBy,
  votesOf,
  type Blocked,
} from './request/standing';
export { askedBesides, type AskedBesides } from './request/steps/asked-besides';
export { contentFor, wholeContent } from './request/content';
export { formAfter } from './operations/form/form-after';
export { formBefore } from './operations/form/form-before';
export type { FormBefore } from './operations/form/written-form';
export { SYSTEM_ACTOR, timerCommand } from './request/system-commands';
export { assigneeSchema, type Assignee } from './definition/assignee.schema';
export { bilingualSchema, type Bilingual, type Json, type Language } from './text/bilingual';
export { operandsOf } from './conditions/operands';
export { conditionSchema, operandSchema, type Condition } from './definition/condition.schema';
export { versionChanges } from './definition/document/version-changes';
export { changeWords } from './definition/document/version-words';
export { definitionHash } from './definition/document/definition-hash';
export { definitionFormat, definitionSchema, type Definition, type DefinitionInput } from './definition/definition.schema';
export { HELD_REQUESTER, type HeldPart } from './definition/structure/outline';
export { LIMITS } from './definition/limits';
export { scheduledForm, timesOfDay } from './definition/times/occurrences';
export type { RegisterName, Schedule } from './definition/times/schedule.schema';
export { errorsBeyondFormat } from './verify/beyond-format';
export { formatProblems } from './definition/document/format-problems';
export { parseDefinition } from './definition/document/parse-definition';
export { fieldSchema, type Column, type Field } from './definition/fields/field.schema';
export { kindOf, stepSchema, type CallingStep, type HumanStep, type Step, type StepKind } from './definition/step.schema';
export type { Item } from './definition/steps/item.schema';
export { RESUMES, type Resume } from './definition/steps/step-parts';
export { advance, block, type Advanced } from './engine/advance';
export { childStart } from './effects/child-start';
export { callingStep, sentCall } from './effects/sent-call';
export { callNow } from './effects/call-now';
export { answerFields } from './form/answer-fields';
export { filledAnswer } from './operations/form/answered-form';
export { withoutTexts } from './request/links/linked-said';
export { callsInVain, settledCalls } from './effects/settled-calls';
export { DROPPED, type CallRecord } from './request/steps/step-waits';
export type { CallFailure, CallNews } from './operations/call-ended.operation';
export { allowed, mayActOn, type Allowed } from './engine/allowed';
export { enteredBy } from './form/shown/entered-by';
export { isUnderWay, TOO_MANY_DESCENDANTS } from './request/links/children';
export { begin, stateHash } from './engine/begin';
export { rightNotHeld } from './guards/has-right.guard';
export { heldBy, togetherOf, valuesTogether } from './guards/held';
export { rolesToStart, startRefusal } from './guards/may-start.guard';
export { decide, resolverOver, type Ask, type Decided } from './engine/decide';
export { formBeforeUndo, overwrittenBy, writtenBy } from './operations/form/overwritten';
export { choicesGone, offeredChoices } from './people/choices';
export { compile, compileStored } from './machine/compile';
export { poisonedProcess } from './machine/process/poisoned-process';
export { demandsOpen, readersOf, supervisorsOf } from './request/supervision';
export { unaskedVerdict } from './people/times/unasked-verdict';
export { graceEnd, isClosed, nextDeadline } from './request/time/deadline';
export type { Process } from './machine/process/process';
export { decidedAt, stepVisits, workedMinutes, type StepVisit, type VisitEnd, type VisitKind } from './request/steps/step-visits';
export { refuse } from './engine/refuse';
export type { Effect, EffectType, Notice, SentCall } from './request/effect';
export type { ActorFacts, Facts, StepVerdict } from './request/facts';
export type { ItemRecord, ItemSignature, ItemsRecord } from './request/items/item-record';
export {
  OUTCOMES,
  WITH_REQUESTER,
  type Done,
  type FormValues,
  type Outcome,
  type RequestState,
  type StepRecord,
  type Undoable,
} from './request/request-state';
export type { ChildRecord, ParentLink } from './request/links/child-record';
export type { DroppedWhy, EngineRequest, TaskClosing, Transition, TransitionEvent } from './request/transition';
export { canonicalJson } from './digest/canonical-json';
export { hashOf } from './digest/sha256';
export { broughtFields, choiceOf, filledBy, flatten, isHuman, isStarting } from './definition/flow';
export { commandId, scheduledId, taskId, uuidv5 } from './digest/uuid';
export { follows } from './definition/structure/structure';
export { BULK_UP_TO } from './definition/structure/in-bulk';
export { STEP_KINDS } from './definition/steps';
export { SEVERITIES, type Finding } from './definition/finding';
export { companyFindings, type CompanyStaffing } from './verify/company/company-rules';
export { linkFindings, linkedFrom, type InUse } from './verify/links/link-rules';
export { verify } from './verify/verify';
export { refusal, type HouseRefusal, type Refusal, type RefusalCode } from './request/refusal';
// people, authority, forms
export { isBlank, isRecord, rowsOf } from './form/blank';
export { isDay, isNearDay } from './form/day';
export { hiddenBySome, hiddenFrom, type Reader } from './form/shown/hidden-from';
export { sharedFields } from './form/shown/shared-fields';
export { steeringKeys } from './form/shown/steering';
export { computeForm, isVisible } from './form/compute';
export { checkField } from './form/check/field-check';
export { fieldProblem, type FieldProblem } from './form/check/field-problem';
export { fieldFromWire, fieldToWire } from './form/wire/field-wire';
export { fittedForm, formDifference } from './form/check/fitted-form';
export { formChanges, rowName, sameJson } from './form/form-changes';
export { askedNames, askedSurroundings, asksForClock, asksForToday } from './form/asked-surroundings';
export { formHolds, formSurroundings, type FormSurroundings } from './form/form-condition';
export { derivedFrom, isDerived } from './definition/fields/derived';
export { requesterClock } from './people/times/requester-clock';
export { hangsOnAny } from './form/shown/visibility';
export { validateForm } from './form/check/validate';
export { formFromWire, formToWire, startFields } from './form/wire/wire';
export { formatMoney, groupThousands } from './money/format-money';
export { parseAmount } from './money/parse-amount';
export { currencyDecimals, fromMinor, isMoney, moneyOf, toMinor } from './money/money';
export { actorFacts, actsFor } from './people/actor-facts';
export { compareAuthority, mayComeTo, whoSigns, type AuthorityRow } from './people/absence-outlook';
export type { Candidate, Derivation } from './people/derivation';
export type { Absence, Directory, Grade, Position, Unit } from './people/directory';
export { checkDirectoryImport, parseDirectoryImport, type ExistingDirectory } from './people/import/directory-import';
export { directoryProblem, type DirectoryProblem } from './people/import/directory-problem';
export { primaryPosts, type PrimaryPost } from './people/import/primary-posts';
export { signInName } from './people/import/sign-in-name';
export { directoryImportSchema, type DirectoryImport, type DirectoryImportInput } from './people/import/directory-import.schema';
export { unitPath } from './people/posts';
export { unitStarts, type CompanyTimes, type RegisterRow, type UnitStart } from './people/times/unit-starts';
export { starterOf, type StarterPost } from './people/recurring-starter';
export { whoCorrects } from './people/resolve/requester-gone';
export { MOST_SEATS, resolve } from './people/resolve/resolve';
export { RIGHT_TITLE, RIGHTS, type RightName } from './people/rights';
export { forksOf, type LaneState } from './preview/forks';
export { consequencesOf, namingRefusals, type Consequences } from './preview/consequences';
export { takenFor, type AssumedValues } from './preview/assumed-fields';
export { walkAhead } from './preview/foresee';
export type { ForeseenStep } from './preview/foreseen-step';
export { preview, type PreviewInput, type RoutePreview } from './preview/preview';
export { rehearsalOf } from './preview/rehearsal';
export { whoMaySign, type Signer, type Signing, type SigningTurn, type WhoMaySign } from './preview/signing/who-may-sign';
export { signingSteps } from './preview/signing/asked-case';
export { changedRoutes, type ChangedRoute } from './preview/signing/changed-routes';
export { canonicalText, identifierText, isIdentifying, isSameText, isUnseen } from './text/canonical-text';
export { ownValue } from './text/own-value';
export { withoutTurns } from './text/storable-text';
export { cutText, beginningOf } from './text/cut-text';
export { withoutEnd, withoutIdleZeros } from './text/without-end';
export { guardedFromFormulas } from './text/formula-guard';
export { LOOKALIKES } from './text/lookalikes';
export { submitFaults, type CheckFault } from './preview/submit-faults';
// words
export { reseatedSteps, reseatedText } from './sentences/people/directory-text';
export { awayText, vacancyTaken, withThoseAway } from './sentences/people/away-text';
export { askedText, asksText } from './sentences/asked-text';
export { auditTexts } from './sentences/events/audit-text';
export { eventText, inVainText, skipReason } from './sentences/events/event-text';
export { doneBeforeText, type DoneWords } from './sentences/refusals/done-before-text';
export { passedText } from './sentences/events/merged-text';
export { mailText, type MailText } from './sentences/notices/mail-text';
export { noticeText } from './sentences/notices/notice-text';
export { finishedSentence } from './sentences/notices/finished-sentence';
export { fitTexts } from './sentences/people/fit-text';
export { opinionText } from './sentences/events/opinion-text';
export { assumptionText, followingText, foreseenText, nextText, passedOver, type Ahead } from './sentences/outlook-text';
export { allSteps, compensatingSteps } from './definition/structure/compensating';
export { oneInForceRule } from './definition/starts/submit-checks';
export { oneInForceOf } from './guards/one-in-force.guard';
export { marksOf, withMarksKept } from './form/rows/row-marks';
export { type RowDecision } from './form/rows/decide-rows';
export { wordRowDecision } from './wording/row-decision-text';
export { seatText } from './sentences/people/seat-text';
export { isSigned, signaturesOf } from './sentences/events/signatures';
export { refusalText } from './sentences/refusals/refusal-text';
export { removalText } from './sentences/people/removal-text';
export { stepTitle, type SentenceContext } from './sentences/sentence-context';
export { sentenceToDecide } from './sentences/to-decide';
export { ruleText } from './sentences/people/rule-text';
export { onlyByRole, reasonText, whyLine } from './sentences/people/why-line';
export { farMomentText, momentText } from './wording/time/moment-text';
export { fieldProblemText } from './wording/field-problem-text';
export { wordChange } from './wording/change-text';
export type { Names } from './wording/names';
export { scheduleText } from './wording/time/schedule-text';
export { searchText } from './wording/search-text';
export { lineTells, renderTemplateBoth, type TemplateNames } from './wording/template';
export { daysText, wordValue, wordValueBoth } from './wording/word-value';
export { wordRuleChange, type DirectoryNames } from './wording/rule-change-text';
export { parameterProblems } from './people/import/imported-parameters';
export {
  parametersOf,
  parameterSettingSchema,
  settingOf,
  standardOf,
  valueSet,
  type ParameterSetting,
  type ParametersSet,
} from './definition/parameters';
// the register of leases, tables of plans
export { agreedTerm, RENEWAL_FIELDS, type AgreedTerm } from './leases/agreed-term';
export { LEASE_LEAD_DAYS, LEASE_MILESTONES, type LeaseMilestone, type LeaseTerm, type RegisteredTerm, termKey } from './leases/lease-term';
export { inTheWay } from './leases/terms-together';
export { LEASE_COLUMNS, MOST_LEASE_COLUMNS, MOST_LEASE_ROWS, readLeases } from './leases/read-leases';
export { tooManyColumns, tooManyRows } from './tables/read-table';
export type { TableProblem } from './tables/table-problem';
export type { NamedThing } from './tables/read-cells';
export { planChanges, type PlanChange } from './plans/plan-changes';
export { followedPlan, plannedLines, type FollowedLine } from './plans/followed-plan';
export { CONTROL_WORDS, MOST_PLAN_ROWS, PLAN_COLUMNS, readPlan, type PlanLine } from './plans/read-plan';
export { MOST_OUTSIDE_ROWS, OUTSIDE_COLUMNS, placeOutside, postedOtherwise, readOutside, type OutsideSpend } from './plans/read-outside';
