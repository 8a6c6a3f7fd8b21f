import type {
  Bilingual,
  Command,
  CommandType,
  Derivation,
  Effect,
  Facts,
  FormValues,
  Movement,
  Outcome,
  RequestState,
  StepKind,
  PersonCommandType,
  TaskClosing,
  TransitionEvent,
} from '@countersign/domain';
import type { Derived } from '../entities/requests/transition.entity';
import type { RequestStatus } from '../entities/requests/request.entity';

/**
 * Stands for the human number in the line of lists and in what the journal seals, until the write gives it: one sign (“private use one” of C1), which
 * the door lets in nowhere, nothing cuts through, and JSON writes as it is.
 */
export const NUMBER_TO_COME = '\u0091';

export interface OpenedTask {
  id: string;
  step: string;
  kind: StepKind | 'unblock';
  generation: number;
  seat: number;
  personId: string;
  dueAt: string | null;
  derivation: Derivation | null;
}

/** The columns of the request row that a transition sets. No title: as before. */
export interface RequestColumns {
  state: RequestState;
  form: FormValues | null;
  status: RequestStatus;
  rowTitle: Bilingual | null;
  amountMinor: string | null;
  /** The amount that lists may sort and filter by: null where a step hides it. */
  listedAmount: string | null;
  currency: string | null;
  currentStep: string | null;
  dueAt: string | null;
  round: number;
  submittedAt: string | null;
  finishedAt: string | null;
  closedAt: string | null;
  outcome: Outcome | null;
}

/** Argument of `record_write`: one transition and everything that follows from it. */
export interface RecordWrite {
  requestId: string;
  companyId: string;
  /** The command row that is done with this; null for timers and blocks. */
  commandId: string | null;
  transition: {
    n: number;
    commandId: string;
    type: CommandType;
    actorId: string | null;
    at: string;
    command: Command;
    facts: Facts;
    events: TransitionEvent[];
    comment: string | null;
    fields: FormValues | null;
    overwritten: FormValues | null;
    derived: Derived;
    hash: string;
    previousChain: string;
    chain: string;
  };
  request: RequestColumns;
  /** What search reads of the request; null = as before. */
  text: string | null;
  /** Submits only: the form of the round. */
  roundForm: FormValues | null;
  /** How their steps got their people stands in what is `derived`. */
  opened: Omit<OpenedTask, 'derivation'>[];
  /** Steps that are due at another moment now; of a list, the seats that are. */
  moved: { step: string; seat?: number; dueAt: string | null }[];
  decided: { id: string; decision: PersonCommandType }[];
  closed: { id: string; reason: TaskClosing }[];
  /** Closes the open tasks of owners of these steps, which were blocked. */
  unblocked: TaskClosing | null;
  unblockedSteps: string[];
  copies: { personId: string; step: string }[];
  participants: string[];
  /** All values that the request holds from now on; null = as before. */
  claims: { check: string; value: string }[] | null;
  /** What the ledger is told, in the order in which it happened. */
  movements: (Movement & { place: number })[];
  /** Set at n = 1: which sequence gives the human number. */
  numberPrefix: string | null;
  /** The same: what its link of the chain is the hash of, once the number stands in it. */
  sealed: string | null;
  /** Number of the transition that is taken back; what of it waits to be delivered is cancelled. */
  takenBack: number | null;
  /** Version of the directory by which its people stand; null where they are to be found anew. Under any other version they are. */
  directoryVersion: number | null;
  /** Calls in vain that nobody has to see to any more: they were answered after all, another one was sent, or the request does without. */
  settledCalls: string[];
  /** Calls of which it is known now that they were in vain, and what came of them. */
  callsInVain: { call: string; why: string }[];
  outbox: { key: string; effect: Effect; notBefore: string | null }[];
  /** Payload of NOTIFY, below PostgreSQL's 8,000 bytes. */
  notify: string;
}
