export { authorityKindSchema, limitSchema } from './authority/grant';
export type { AuthorityKind, Grant, Limit } from './authority/grant';
export { coverage, validAt } from './authority/coverage';
export type { Coverage, CoverageGap, CoverageInput } from './authority/coverage';
export { authorityQuestion } from './authority/question';
export type { AuthorityQuestion } from './authority/question';
export { PERSON_COMMANDS } from './commands/command';
export type { Command, CommandBody, CommandType, FileReference, PersonCommandType, Stance } from './commands/command';
export { commandFrom, madeChoices, unreadCommand } from './commands/command-from';
export { formAfter, stepFields } from './commands/form-after';
export type { FormAfter, FormBefore } from './commands/form-after';
export { COMMAND_LABELS, PASS_LABELS } from './commands/labels';
export { blockCommand, SYSTEM_ACTOR, timerCommand } from './commands/system-commands';
export { environmentOf } from './conditions/environment';
export { countPath, holds } from './conditions/holds';
export type { ConditionEnvironment } from './conditions/holds';
export { conditionPaths, operandsOf, rolesAskedBy } from './conditions/operands';
export { assigneeSchema } from './definition/assignee.schema';
export type { Anchor, Assignee } from './definition/assignee.schema';
export { bilingualSchema } from './definition/bilingual';
export type { Bilingual, Json, Language } from './definition/bilingual';
export { conditionSchema, operandSchema } from './definition/condition.schema';
export type { Condition, Operand } from './definition/condition.schema';
export { definitionHash } from './definition/definition-hash';
export { definitionSchema } from './definition/definition.schema';
export type { Definition, DefinitionInput } from './definition/definition.schema';
export { formatProblems } from './definition/format-problems';
export type { FormatProblem } from './definition/format-problems';
export { parseDefinition } from './definition/parse-definition';
export { fieldSchema } from './definition/field.schema';
export type { Column, Field, FieldType } from './definition/field.schema';
export { stepSchema } from './definition/step.schema';
export type {
  BranchStep,
  CcStep,
  EndStep,
  GuardReference,
  HumanStep,
  Resume,
  Step,
  StepAuthority,
  StepKind,
} from './definition/step.schema';
export { NOTICES } from './engine/effect';
export { advance, block } from './engine/advance';
export type { Advanced, Needed } from './engine/advance';
export { allowed } from './engine/allowed';
export type { Allowed } from './engine/allowed';
export { begin, stateHash } from './engine/begin';
export { claimsOf, heldElsewhere } from './engine/claims';
export { choicesWith } from './engine/choices';
export { compile, compileStored, machineJson, poisonedProcess } from './engine/compile';
export { graceEnd, isClosed, isFinished, nextDeadline } from './engine/deadline';
export { decidersOf, demandsComment, excludesRequester, mergeCandidate } from './engine/deciders';
export type { Lookups, Process } from './engine/process';
export { refuse } from './engine/refuse';
export { returnTargets } from './engine/return-targets';
export type { ReturnEdges, ReturnTarget } from './engine/return-targets';
export type { Effect, EffectType, Notice } from './engine/effect';
export type { ActorFacts, Facts, StepVerdict } from './engine/facts';
export { RESERVED_STATES } from './engine/request-state';
export type {
  Blocked,
  FieldValue,
  FormValues,
  Money,
  RequestContext,
  RequestState,
  Seat,
  StepState,
  Undoable,
  Vote,
} from './engine/request-state';
export type { EngineRequest, TaskClosing, Transition, TransitionEvent } from './engine/transition';
export { canonicalJson } from './digest/canonical-json';
export { hashOf, sha256Hex } from './digest/sha256';
export { commandId, taskId, uuidv5 } from './digest/uuid';
export { GUARDS, guardNamed } from './guards';
export type { GuardName } from './guards';
export { flatten, isHuman, kindOf, STEP_KINDS } from './steps';
export type { Finding } from './verify/finding';
export { verify } from './verify/verify';
export { REFUSAL_CODES, refusal } from './refusal';
export type { Refusal, RefusalCode } from './refusal';
// people, authority, forms
export { isBlank, isRecord, isStorableText, rowsOf } from './form/blank';
export { computeForm, isVisible } from './form/compute';
export { isDay } from './form/day';
export { checkField } from './form/field-check';
export { FIELD_PROBLEM_CODES, fieldProblem } from './form/field-problem';
export type { FieldProblem, FieldProblemCode } from './form/field-problem';
export { fieldValue } from './form/field-value';
export { fieldFromWire, fieldToWire } from './form/field-wire';
export type { FromWire } from './form/field-wire';
export { formChanges, rowName, sameJson } from './form/form-changes';
export type { FormChange } from './form/form-changes';
export { askedNames, askedSurroundings } from './form/asked-surroundings';
export { defaultParams, formHolds, formSurroundings } from './form/form-condition';
export type { FormCase, FormSurroundings } from './form/form-condition';
export { routingValues } from './form/routing-values';
export { validateForm } from './form/validate';
export type { FormFindings, FormPart } from './form/validate';
export { formFromWire, formToWire, startFields } from './form/wire';
export { amountInWords } from './money/amount-in-words';
export { formatMoney, groupThousands } from './money/format-money';
export type { MoneyStyle } from './money/format-money';
export { parseAmount } from './money/parse-amount';
export type { ParsedAmount } from './money/parse-amount';
export { compareMoney, currencyDecimals, fromMinor, isMoney, moneyOf, sumMoney, toMinor } from './money/money';
export type { DecimalProblem } from './money/money';
export { actorFacts } from './people/actor-facts';
export type { Candidate, Derivation, RemovalCode } from './people/derivation';
export { GRADES } from './people/directory';
export type { Directory, Grade, Person, Position, Unit } from './people/directory';
export { checkDirectoryImport, isPrimaryPosition, parseDirectoryImport } from './people/directory-import';
export type { ExistingDirectory } from './people/directory-import';
export { directoryImportSchema } from './people/directory-import.schema';
export type { DirectoryImport, DirectoryImportInput } from './people/directory-import.schema';
export { directoryProblem } from './people/directory-problem';
export type { DirectoryProblem, DirectoryProblemCode } from './people/directory-problem';
export { headOf, holderOf, postsAbove, postsOf, serviceOf, unitPath, unitsServed } from './people/posts';
export { NO_APPROVER, resolve } from './people/resolve';
export type { ResolvableProcess } from './people/resolution-case';
export { RIGHT_TITLE, RIGHTS } from './people/rights';
export type { RightName } from './people/rights';
export { expectedValue, possibleValues } from './preview/assumed-fields';
export { foresee } from './preview/foresee';
export type { ForeseenStep, Outlook } from './preview/foresee';
export { preview } from './preview/preview';
export type { Alternative, Assumption, OpenChoice, PreviewInput, RoutePreview } from './preview/preview';
export { rehearsalOf } from './preview/rehearsal';
export { canonicalText, isSameText, isUnseen } from './text/canonical-text';
// words
export { eventText, skipReason } from './sentences/event-text';
export { noticeText } from './sentences/notice-text';
export type { NoticeSubject } from './sentences/notice-text';
export { finishedSentence } from './sentences/finished-sentence';
export { opinionText } from './sentences/opinion-text';
export { assumptionText, foreseenText, nextText, passedOver } from './sentences/outlook-text';
export { refusalText } from './sentences/refusal-text';
export type { RefusalContext } from './sentences/refusal-text';
export { removalText } from './sentences/removal-text';
export { humanStepOf, personName, stepOf, stepTitle } from './sentences/sentence-context';
export type { SentenceContext } from './sentences/sentence-context';
export { limitText, OUTCOME_TEXT, STEP_VERBS } from './sentences/step-words';
export { reasonText, ruleText, sentenceToDecide, whyLine } from './sentences/why-line';
export { conditionBrief, conditionText, stanceText } from './wording/condition-text';
export { fieldLabel, fieldList } from './wording/field-label';
export { fieldProblemText } from './wording/field-problem-text';
export { wordChange } from './wording/change-text';
export type { WordedChange } from './wording/change-text';
export { dayRangeText, dayText } from './wording/day-text';
export { DASH, inBoth, NO_NAMES, wordList } from './wording/names';
export type { Names } from './wording/names';
export { renderTemplate, renderTemplateBoth, TEMPLATE_PLACES, templatePlaces } from './wording/template';
export type { Filling, TemplateNames } from './wording/template';
export { wordValue, wordValueBoth } from './wording/word-value';
