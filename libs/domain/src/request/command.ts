import type { Resume } from '../definition/step.schema';
import type { FieldValue, FormValues } from './request-state';

export type Stance = 'for' | 'against' | 'conditional';

/** A file of a form or a decision, by its digest. Content lives in the database. */
export interface FileReference {
  id: string;
  name: string;
  size: number;
  type: string;
  sha256: string;
}

/** What changed the people of a company, and who changed it. */
export interface DirectoryCause {
  change: 'import' | 'account' | 'grant' | 'day';
  /** Person id; null for what no person did. */
  by: string | null;
}

/** A form that is asked anew, as far as guards and actions read it. */
interface AskedForm {
  /** All routing values. */
  fields: Record<string, FieldValue>;
  /** Required fields that are blank, and fields whose value is not of their type: found when the command is made, refused by guards. */
  missing: string[];
  invalid: string[];
  beneficiary: string | null;
  choices: Record<string, string>;
  /** Digest of each material field. */
  material: Record<string, string>;
}

/** What is said about a task, and what was shown of it. */
interface OnTask {
  step: string | null;
  generation: number | null;
  shown: string | null;
  hasComment: boolean;
}

/** What each command holds besides who sends it: exactly what guards and actions read. Plain JSON. */
export interface CommandShapes {
  submit: AskedForm;
  resubmit: AskedForm;
  approve: OnTask & {
    /** Routing values that the decision writes. */
    fields: Record<string, FieldValue>;
    missing: string[];
    invalid: string[];
    stance: Stance | null;
    /** It changes what later readers are shown: written fields, a signed opinion. */
    writes: boolean;
    /** Digests of the material fields that it changes. */
    material: Record<string, string>;
  };
  reject: OnTask;
  return: OnTask & { to: string | null; resume: Resume | null };
  withdraw: object;
  undo: object;
  'resolve-again': object;
  /** An operator names somebody for a step that finds nobody. */
  assign: { step: string | null; person: string | null; hasComment: boolean };
  /** An operator ends the request. */
  terminate: { hasComment: boolean };
  /** An operator corrects the form of a request that was stopped, and lets it go on. */
  correct: AskedForm & { hasComment: boolean };
  'directory.changed': { cause: DirectoryCause };
  timer: object;
  /** Stops the request. */
  block: { reason: string };
}

export type CommandType = keyof CommandShapes;

interface CommandHead {
  id: string;
  /** Person id; `system` for what no person sends. */
  actor: string;
  /** Digest of all that was sent, comment included; feeds the content hash where the command changes what is shown. */
  digest: string;
}

export type CommandOf<T extends CommandType> = { [K in T]: CommandHead & { type: K } & CommandShapes[K] }[T];

/** The stored command: a union by type. */
export type Command = CommandOf<CommandType>;

/** Commands that no person sends. */
export type SystemCommandType = 'timer' | 'block' | 'directory.changed';
export type PersonCommandType = Exclude<CommandType, SystemCommandType>;

/**
 * What somebody asks, in full, as the API received it: the command row keeps this as canonical JSON.
 * `commandFrom` makes the stored, small `Command` of it.
 */
export interface CommandBody {
  type: PersonCommandType | 'directory.changed';
  requestId: string;
  /** Person id of the actor; `system` for a changed directory. */
  actor: string;
  /** submit / resubmit / correct: the whole form. */
  form?: FormValues;
  /** submit: step id → person id. */
  choices?: Record<string, string>;
  /** Decisions: the step and generation of the task decided on. assign: the step. */
  step?: string;
  generation?: number;
  /** Decisions: fields that this step writes, in wire form. */
  fields?: FormValues;
  comment?: string;
  stance?: Stance;
  /** Content hash of what was shown (`If-Match`). */
  shown?: string;
  /** return. */
  to?: string;
  resume?: Resume;
  /** assign: person id. */
  person?: string;
  /** directory.changed. */
  cause?: DirectoryCause;
}
