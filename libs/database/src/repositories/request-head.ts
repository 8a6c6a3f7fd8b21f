import {
  begin,
  formBefore,
  type CommandBody,
  type Directory,
  type EngineRequest,
  type Facts,
  type FormBefore,
  type FormValues,
  type FundsFacts,
  type ParametersSet,
  type Process,
  type Refusal,
  type RequestState,
  type Transition,
  type UsedToken,
} from '@countersign/domain';
import type { CommandStatus } from '../entities/requests/command.entity';
import type { DiscussionSeal } from '../journal/discussion';
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
  /** How far its discussion has come; absent in what older functions answer. */
  discussion?: DiscussionSeal | null;
  /** By which program the form that is to be sent was saved last; the same. */
  savedWith?: UsedToken | null;
}

/** What reads give beside the request: raw material for the domain's `Facts`. Of the directory only the day and which version it is. */
export interface FactsRead {
  now: string;
  /** The company's calendar day, YYYY-MM-DD. */
  today: string;
  directoryVersion: number;
  rights: string[];
  params: ParametersSet;
  claimed: Record<string, Record<string, string>>;
  /** Null where the definition asks nothing of requests that a form names; absent in what older functions answer. */
  linked?: Facts['linked'] | null;
  /** Null where nothing is asked of earlier requests; absent in what older functions answer. */
  earlier?: Facts['earlier'] | null;
  /** Null where the definition draws on no budget; absent in what older functions answer. */
  funds?: FundsFacts | null;
}

/** The same with the directory itself. */
export type KnownFacts = Pick<FactsRead, 'now' | 'rights' | 'params' | 'claimed' | 'linked' | 'earlier' | 'funds'> & {
  directory: Directory;
};

/** What a decision is taken on: what `record_read` gives, with the directory. */
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
  /** What the other system has answered of which the command tells; null where there is none. Absent in what older functions answer. */
  answer?: FormValues | null;
  facts: (KnownFacts & Pick<FactsRead, 'directoryVersion'>) | null;
}

/** What `record_read` gives. */
export type RecordFound = Omit<RecordRead, 'facts'> & { facts: FactsRead | null };

/** What is known of a request where its form is looked at. */
interface FormReading {
  head: Pick<RequestHead, 'n' | 'form'>;
  known: { process: Pick<Process, 'definition'> };
  request: EngineRequest;
  facts: Facts;
  directory: Directory;
}

/** What a command finds of the form of a request. A draft's form is no previous form: only what was submitted counts. */
export function formBeforeOf({ head, known, request, facts, directory }: FormReading): FormBefore {
  return formBefore(known.process, request.state, { form: head.n === 0 ? null : head.form, facts, directory });
}

/** The engine's view of the row; a draft is what `begin` says. */
export function engineRequestOf(
  process: Pick<Process, 'definition'>,
  head: Pick<RequestHead, 'id' | 'n' | 'hash' | 'state'>,
): EngineRequest {
  if (head.n === 0 || head.state === null || head.hash === null) return begin(process.definition, head.id);
  return { state: head.state, n: head.n, hash: head.hash };
}
