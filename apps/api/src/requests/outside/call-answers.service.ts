import { CallRepository, clock, type AskingRequest } from '@countersign/database';
import {
  answerFields,
  callingStep,
  filledAnswer,
  filledBy,
  formSurroundings,
  isBlank,
  ownValue,
  type CallingStep,
  type CallRecord,
  type FormValues,
  type Json,
} from '@countersign/domain';
import {
  answerToken,
  isSame,
  ProgramLog,
  RequestClient,
  tellAnswer,
  webhookFault,
  type CallTarget,
  type KeptAnswer,
} from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { Problem } from '../../http/problem/problem';
import { Settings } from '../../settings';
import type { AnswerTaken } from '../dto/call-answer.view';

/** An answer as it came in. */
export interface CameIn {
  requestId: string;
  call: string;
  /** What proves that it is for this call. */
  token: string;
  id: string;
  timestamp: string;
  signature: string;
  /** As it was signed. */
  raw: string;
  body: Json;
}

interface Awaited {
  asking: AskingRequest;
  step: CallingStep;
  record: CallRecord;
}

/** Other systems that call back. Nobody is signed in: whoever has the key of the system that was asked, and what was sent with this call, is that system. */
@Injectable()
export class CallAnswersService {
  constructor(
    private readonly calls: CallRepository,
    private readonly requests: RequestClient,
    private readonly settings: Settings,
    private readonly log: ProgramLog,
  ) {}

  /**
   * Keeps an answer, which its request hears as soon as it can. What comes a second time is known, and changes nothing. One that is no use is told so and
   * may come again; its request hears of the first.
   */
  async take(came: CameIn): Promise<AnswerTaken> {
    const system = this.believe(came, clock.ms());
    const { asking, step, record } = await this.awaited(came);
    // Every system can prove what it signs with its own key, of any call: it speaks for its own alone.
    if (step.to !== system) throw new Problem('not-found', { what: 'call' });
    if (record.answered) return { status: 'known' };
    const { body } = came;
    const failed = isRecord(body) && body['failed'] === true;
    const isLate = record.failed !== undefined;
    const { fields, parts } = failed || isLate ? NOTHING_READ : fitting(asking, step, body);
    const wrong = parts.length > 0;
    const { requestId, call } = came;
    const answer = { requestId, step: step.id, call, failed, wrong };
    const isNew = await this.calls.keep({ ...answer, companyId: asking.companyId, fields: wrong ? {} : fields });
    // It is kept, and will be heard: the other system waits for nothing of it.
    if (isNew) void this.tell(asking, answer);
    if (isLate) throw new Problem('call-given-up');
    if (wrong) throw new Problem('answer-wrong', { parts });
    return { status: isNew ? 'taken' : 'known' };
  }

  /** Name of the system that has signed it. */
  private believe({ requestId, call, token, id, timestamp, signature, raw }: CameIn, now: number): string {
    const known = (target: CallTarget): boolean => isSame(answerToken(target.key, { requestId, call }), token);
    const [system, target] = Object.entries(this.settings.callTargets).find(([, each]) => known(each)) ?? [];
    if (system === undefined || target === undefined) throw new Problem('not-found', { what: 'call' });
    const fault = webhookFault(target.key, { id, timestamp, signature, body: raw }, now);
    if (fault !== null) throw new Problem(fault === 'too-old' ? 'signature-old' : 'signature-wrong');
    return system;
  }

  /** The call, where its request still waits for it, has its answer, or is to be told that one came too late. */
  private async awaited({ requestId, call }: CameIn): Promise<Awaited> {
    const asking = await this.calls.askedBy(requestId);
    if (asking === null) throw new Problem('not-found', { what: 'call' });
    const { value, context } = asking.state;
    const [id, found] = Object.entries(context.steps).find(([, record]) => record.call?.id === call) ?? [];
    const record = found?.call;
    const isOver = value === 'closed' && context.outcome !== 'approved';
    if (id === undefined || record === undefined || (!record.answered && (isOver || record.ended))) throw new Problem('call-given-up');
    return { asking, step: callingStep(asking.definition, id), record };
  }

  /** It is kept: where the request does not hear of it now, the worker tells it later. */
  private async tell({ definition }: AskingRequest, answer: KeptAnswer): Promise<void> {
    const { requests, calls } = this;
    try {
      await tellAnswer({ requests, calls }, definition, answer);
    } catch (error) {
      this.log.lines.warn(
        { err: error, request: answer.requestId, call: answer.call },
        'a request hears later what another system answered',
      );
    }
  }
}

/** What of an answer belongs into the form, and which parts of it are absent or not as their fields take them. */
interface Read {
  fields: FormValues;
  parts: string[];
}

const NOTHING_READ: Read = { fields: {}, parts: [] };

function fitting({ definition, state, form, today }: AskingRequest, step: CallingStep, body: Json): Read {
  const fields = answerFields(step, body);
  const surroundings = formSurroundings(state.context, { actor: null, params: {}, today });
  const { invalid } = filledAnswer(definition, step, fields as Record<string, Json>, { form, surroundings });
  const lacking = filledBy(step).filter((key) => isBlank(ownValue(fields, key) ?? null));
  const wrong = [...new Set([...lacking, ...invalid.map((path) => path.split('.')[0] ?? path)])];
  return { fields, parts: wrong.map((key) => step.answer?.[key] ?? key) };
}

const isRecord = (body: Json): body is Record<string, Json> => typeof body === 'object' && body !== null && !Array.isArray(body);
