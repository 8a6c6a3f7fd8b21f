export { authorityKindSchema, limitSchema } from './authority/grant';
export type { AuthorityKind, Grant, Limit } from './authority/grant';
export { PERSON_COMMANDS } from './commands/command';
export type { Command, CommandBody, CommandType, FileReference, PersonCommandType, Stance } from './commands/command';
export { assigneeSchema } from './definition/assignee.schema';
export type { Anchor, Assignee } from './definition/assignee.schema';
export { bilingualSchema } from './definition/bilingual';
export type { Bilingual, Json, Language } from './definition/bilingual';
export { conditionSchema, operandSchema } from './definition/condition.schema';
export type { Condition, Operand } from './definition/condition.schema';
export { definitionSchema } from './definition/definition.schema';
export type { Definition, DefinitionInput } from './definition/definition.schema';
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
export { REFUSAL_CODES, refusal } from './refusal';
export type { Refusal, RefusalCode } from './refusal';
// people, authority, forms
export { amountInWords } from './money/amount-in-words';
export { formatMoney, groupThousands } from './money/format-money';
export type { MoneyStyle } from './money/format-money';
export { parseAmount } from './money/parse-amount';
export type { ParsedAmount } from './money/parse-amount';
export { compareMoney, currencyDecimals, fromMinor, isMoney, moneyOf, sumMoney, toMinor } from './money/money';
export type { DecimalProblem } from './money/money';
export type { Candidate, Derivation, RemovalCode } from './people/derivation';
export { GRADES } from './people/directory';
export type { Directory, Grade, Person, Position, Unit } from './people/directory';
export { checkDirectoryImport, isPrimaryPosition, parseDirectoryImport } from './people/directory-import';
export type { ExistingDirectory } from './people/directory-import';
export { directoryImportSchema } from './people/directory-import.schema';
export type { DirectoryImport, DirectoryImportInput } from './people/directory-import.schema';
export { directoryProblem } from './people/directory-problem';
export type { DirectoryProblem, DirectoryProblemCode } from './people/directory-problem';
export { RIGHTS } from './people/rights';
export type { RightName } from './people/rights';
