import type { FieldValue, FormValues } from './request-state';
import type { Resume } from '../definition/step.schema';

/** Commands that a person sends. */
export const PERSON_COMMANDS = ['submit', 'resubmit', 'approve', 'reject', 'return', 'withdraw', 'undo', 'resolve-again'] as const;
export type PersonCommandType = (typeof PERSON_COMMANDS)[number];
export type CommandType = PersonCommandType | 'timer' | 'block';

export type Stance = 'for' | 'against' | 'conditional';

/** A file of a form or a decision, by its digest. Content lives in the database. */
export interface FileReference {
  id: string;
  name: string;
  size: number;
  type: string;
  sha256: string;
}

/**
 * What somebody asks, in full, as the API received it: the command row keeps this as canonical JSON.
 * `commandFrom` makes the stored, small `Command` of it.
 */
export interface CommandBody {
  type: PersonCommandType;
  requestId: string;
  /** Person id of the actor. */
  actor: string;
  /** submit / resubmit: the whole form. */
  form?: FormValues;
  /** submit: step id → person id. */
  choices?: Record<string, string>;
  /** Decisions: the step and generation of the task decided on. */
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
}

/** The stored command: exactly what guards and actions read, the rest as one digest. Plain JSON. */
export interface Command {
  id: string;
  type: CommandType;
  /** Person id; `system` for timers and blocks. */
  actor: string;
  step: string | null;
  generation: number | null;
  /** Routing values that the command writes (all of them for submit / resubmit). */
  fields: Record<string, FieldValue>;
  /** Required fields that the command leaves blank, and fields whose value is not of their type: found by `commandFrom`, refused by guards. */
  missing: string[];
  invalid: string[];
  beneficiary: string | null;
  choices: Record<string, string>;
  hasComment: boolean;
  stance: Stance | null;
  shown: string | null;
  to: string | null;
  resume: Resume | null;
  /** Digest of the whole form or the written fields, of comment and stance; feeds the content hash where `writes` holds. */
  digest: string;
  /** The command changes what later readers are shown: form, written fields, a signed opinion. */
  writes: boolean;
  /** Digest of the material fields after the command; null where it writes none. */
  material: string | null;
  /** `block` only: why. */
  reason: string | null;
}
