import type { FieldValue, FormValues, Outcome } from './request-state';
import type { ParentLink } from './links/child-record';

/** What an opinion says: for, against, or for on a condition. */
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
  /** `account`: people came or left; `grant`: authorities; `right`: rights; `day`: something began or ended by its date; `absence`: somebody is away or back; `import`: several of it, or posts and units. */
  change: 'import' | 'account' | 'grant' | 'right' | 'day' | 'absence';
  /** Person id; null for what no person did. */
  by: string | null;
}

/** A form that is asked anew, as far as guards and actions read it. */
export interface AskedForm {
  /** All routing values. */
  fields: Record<string, FieldValue>;
  /** Required fields that are blank, and fields whose value is not of their type: found when the command is made, refused by guards. */
  missing: string[];
  invalid: string[];
  beneficiary: string | null;
  /** Roles to whose holders it gives authority; absent: none. */
  concerns?: string[];
  choices: Record<string, string>;
  /** Digest of each material field. */
  material: Record<string, string>;
  /** The same of all others, where the definition compares them. */
  others?: Record<string, string>;
}

/** What is said about a task, and what was shown of it. */
export interface OnTask {
  step: string | null;
  generation: number | null;
  /** Which of the seats that its person has there; absent: the first that is open. */
  seat?: number;
  shown: string | null;
  hasComment: boolean;
}

/** What a command writes into fields of its step, as far as guards and actions read it. */
export interface StepWriting {
  /** Routing values that it writes. */
  fields: Record<string, FieldValue>;
  missing: string[];
  invalid: string[];
  /** It holds values of fields, whatever they are. Absent: none. */
  brings?: true;
  /** Fields of the requester that it corrects, and money among them that it raises though its step asks no limit for it. Absent: none. */
  edits?: { fields: string[]; raised?: string[] };
  /** It changes what later readers are shown: written fields, a signed opinion. */
  writes: boolean;
  /** Digests of the material fields that it changes. */
  material: Record<string, string>;
  /** The same of all others, where the definition compares them. */
  others?: Record<string, string>;
}

/** How a request that was started has ended, or why it could not be. */
export interface ChildNews {
  /** The step that started it; null where a person did. */
  step: string | null;
  child: string;
  number: string | null;
  outcome: Outcome | null;
  /** Code of the refusal by which it could not be started. */
  refused: string | null;
}

/**
 * What each command holds besides who sends it: exactly what guards and actions read. Plain JSON. Every operation adds its own here, from its own
 * file (`declare module`), so that the union of all commands is whole without a list of them.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- every operation adds its own
export interface CommandShapes {}

/** Name of what can be asked of a request. */
export type CommandType = keyof CommandShapes;

interface CommandHead {
  id: string;
  /** Person id; `system` for what no person sends. */
  actor: string;
  /** Digest of all that was sent, comment included; feeds the content hash where the command changes what is shown. */
  digest: string;
}

/** The stored command of these types. */
export type CommandOf<T extends CommandType> = { [K in T]: CommandHead & { type: K } & CommandShapes[K] }[T];

/** The stored command: a union by type. */
export type Command = CommandOf<CommandType>;

/** Types of the commands that no person sends; whoever adds one to `CommandShapes` adds it here too. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- every operation of the house adds its own
export interface SystemCommands {}
export type SystemCommandType = keyof SystemCommands & CommandType;
export type PersonCommandType = Exclude<CommandType, SystemCommandType>;

/** The way, opened by somebody, by which something was done in a person's name: an access token of a program, or a link that somebody else issued. */
export interface UsedToken {
  /** Of the token; of a link the beginning of its digest. */
  id: string;
  /** As it was called then; `''` where it has no name. */
  name: string;
  /** Person id of whoever issued it. */
  issuedBy: string;
  /** It was a sign-in link, and the session that began with it. */
  link?: true;
}

/** What the house itself says to a request: its command holds more than a deadline. */
export type HouseNews = 'directory.changed' | 'child.ended' | 'parent.ended' | 'call.ended';

/**
 * What somebody asks, in full, as the API received it: the command row keeps this as canonical JSON. What one operation alone brings, it adds itself.
 * `commandFrom` makes the stored, small `Command` of it.
 */
export interface CommandBody {
  type: PersonCommandType | HouseNews;
  requestId: string;
  /** Person id of the actor; `system` for what the house itself says. */
  actor: string;
  /** Where a form is asked for the first time or anew: the whole form. */
  form?: FormValues;
  /** The same: step id → person id. */
  choices?: Record<string, string>;
  /** Of a first submit: by which request this one was started. */
  parent?: ParentLink;
  /** Of what is meant for one step: the step, and the generation of the task. */
  step?: string;
  generation?: number;
  /** Of whoever has several tasks on it: the seat of the one that is meant. */
  seat?: number;
  /** Fields that the step writes, in wire form. */
  fields?: FormValues;
  comment?: string;
  /** Content hash of what was shown (`If-Match`). */
  shown?: string;
  /** Sent by a program, or in a session that somebody else's link began; absent = by the person's own session. Nothing is decided by it; the journal keeps it. */
  token?: UsedToken;
}
