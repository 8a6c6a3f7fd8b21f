import {
  begin,
  type CommandBody,
  type Directory,
  type EngineRequest,
  type FormValues,
  type Process,
  type Refusal,
  type RequestState,
  type Transition,
} from '@countersign/domain';
import type { CommandStatus } from '../entities/requests/command.entity';
import type { Diverged, RequestStatus } from '../entities/requests/request.entity';

/** A request row as `request_head` gives it. */
export interface RequestHead {
  id: string;
  companyId: string;
  timeZone: string;
  definition: { id: string; key: string; version: number; hash: string };
  requesterId: string;
  number: string | null;
  status: RequestStatus;
  n: number;
  hash: string | null;
  chainHash: string | null;
  state: RequestState | null;
  form: FormValues;
  round: number;
  diverged: Diverged | null;
}

/** What `facts_read` gives: raw material for the domain's `Facts`. */
export interface FactsRead {
  now: string;
  directory: Directory;
  rights: string[];
  params: Record<string, string | number | boolean>;
  claimed: Record<string, Record<string, string>>;
}

/** What `record_read` gives. */
export interface RecordRead {
  request: RequestHead | null;
  command: {
    id: string;
    type: CommandBody['type'];
    actorId: string;
    requestId: string;
    body: CommandBody;
    status: CommandStatus;
    n: number | null;
    outcome: Refusal | null;
  } | null;
  journalHash: string | null;
  transitions: Transition[];
  effectsTaken: boolean;
  overwritten: FormValues | null;
  facts: FactsRead | null;
}

/** The engine's view of the row; a draft is what `begin` says. */
export function engineRequestOf(
  process: Pick<Process, 'definition'>,
  head: Pick<RequestHead, 'id' | 'n' | 'hash' | 'state'>,
): EngineRequest {
  if (head.n === 0 || head.state === null || head.hash === null) return begin(process.definition, head.id);
  return { state: head.state, n: head.n, hash: head.hash };
}
