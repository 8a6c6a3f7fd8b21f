import { z } from 'zod';
import { filledBy, flatten, isCalledBack, isCalling } from '../definition/flow';
import type { Outline } from '../definition/structure/outline';
import { ref, WALK, type TransitionJson } from '../definition/state-json';
import type { Step } from '../definition/step.schema';
import { equalJson } from '../digest/equal-json';
import type { StepWriting } from '../request/command';
import { refusal } from '../request/refusal';
import type { StepRecord } from '../request/request-state';
import { recordOf } from '../request/standing';
import { DROPPED } from '../request/steps/step-waits';
import type { TransitionEvent } from '../request/transition';
import type { Bilingual } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { answerOf, takesAnswer } from './form/answered-form';
import { BLANK, wireFormSchema } from './form/asked-form';
import { HEARING, heardBeside } from './parts/hearing';
import { telling, withStep, type MachineContext } from './parts/machine-context';
import type { EventOf, Operation, RequestPlace } from './operation';
import { writing } from './form/step-writing';

/** Why what was asked of another system was given up. */
export const CALL_FAILURES = ['refused', 'unreachable', 'timeout', 'not-set-up', 'wrong-answer', DROPPED] as const;
export type CallFailure = (typeof CALL_FAILURES)[number];
/** What another system has to do with. */
type Failed = Exclude<CallFailure, typeof DROPPED>;

/** What has come of something that was asked of another system. */
export interface CallNews {
  step: string;
  call: string;
  /** Null: it was done. */
  failed: CallFailure | null;
  /** What the other system answered last (HTTP); null where it did not. */
  status: number | null;
}

declare module '../request/command' {
  interface CommandShapes {
    /** `wrote`: what it fills into the form. */
    'call.ended': CallNews & { wrote?: StepWriting };
  }
  interface SystemCommands {
    'call.ended': true;
  }
  interface CommandBody {
    called?: CallNews;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'call.ended': {
      /** `fields`: what of it was filled into the form. */
      'call.answered': { step: string; fields?: string[] };
      /** `people`: who looks after it, where nobody waits for it and so nobody has a task of it. */
      'call.failed': { step: string; why: Failed; status: number | null; people?: string[] };
      'call.dropped': { step: string };
      /** It was called back with what the step cannot use, and waits on. `people`: who looks after it. */
      'call.misanswered': { step: string; people: string[] };
      /** It had been given up before it was answered. */
      'call.too-late': { step: string };
    };
  }
  interface OwnNotices {
    'call.ended': 'call-failed' | 'call-misanswered';
  }
}

const NOTHING: CallNews = { step: '', call: '', failed: null, status: null };

const WHY: Record<Failed, Bilingual> = {
  refused: { zh: '对方没有受理', en: 'the other system refused' },
  unreachable: { zh: '连不上对方', en: 'the other system could not be reached' },
  timeout: { zh: '对方没有按时答复', en: 'the other system did not answer in time' },
  'not-set-up': { zh: '这个系统没有设置', en: 'that system is not set up' },
  'wrong-answer': {
    zh: '对方的答复缺少内容或不合要求，没有填进表单',
    en: 'its answer is incomplete or not as it should be, and none of it was filled in',
  },
};

/** What is told of one that was given up. `waits`: somebody gets a task of it. */
function toldOf({ command, facts }: EventOf<'call.ended'>, { status, call }: StepRecord, waits: boolean): TransitionEvent {
  const { step, failed } = command;
  if (failed === null || failed === DROPPED) return { type: 'call.dropped', step };
  const verdict = ownValue(facts.seats, step);
  const isTheirs = !waits && status === 'passed' && call?.ended === undefined && verdict?.kind === 'blocked';
  return { type: 'call.failed', step, why: failed, status: command.status, ...(isTheirs && { people: verdict.owners }) };
}

function hear(machine: MachineContext, event: EventOf<'call.ended'>, _params: unknown, process: Pick<Outline, 'steps'>): MachineContext {
  const { step, call: id, failed } = event.command;
  const record = recordOf(machine.request, step);
  const { call } = record ?? {};
  if (record === undefined || call === undefined || call.id !== id || call.answered) return machine;
  if (call.failed !== undefined) return failed === null ? heardTooLate(machine, step, record) : machine;
  const found = ownValue(process.steps, step);
  if (failed === 'wrong-answer' && found !== undefined && isCalledBack(found)) return misanswered(machine, event, record);
  const waits = record.status === 'waiting' && found !== undefined && isCalling(found);
  const why = failed ?? unusable(machine, event, found);
  if (why === null) {
    const heard = withStep(machine, step, { ...record, ...(waits && { status: 'passed' as const }), call: { ...call, answered: true } });
    const { wrote, digest } = event.command;
    if (wrote === undefined || found === undefined) return telling(heard, { type: 'call.answered', step });
    return telling(writing(heard, { ...wrote, step, digest }), { type: 'call.answered', step, fields: filledBy(found) });
  }
  const heard = withStep(machine, step, { ...record, ...(waits && { stuck: true as const }), call: { ...call, failed: why } });
  return telling(heard, toldOf({ ...event, command: { ...event.command, failed: why } }, record, waits));
}

/** Another system has called back with what the step cannot use: whoever looks after it is told once, and it is waited on for the right answer. */
function misanswered(machine: MachineContext, { command: { step }, facts }: EventOf<'call.ended'>, record: StepRecord): MachineContext {
  const { call, status } = record;
  if (call === undefined || call.wrong) return machine;
  const verdict = ownValue(facts.seats, step);
  const people = status === 'waiting' && verdict?.kind === 'blocked' ? verdict.owners : [];
  return telling(withStep(machine, step, { ...record, call: { ...call, wrong: true } }), { type: 'call.misanswered', step, people });
}

/** An answer to what was given up is told once, and changes nothing else: whoever looks after it may have seen to it otherwise. */
function heardTooLate(machine: MachineContext, step: string, record: StepRecord): MachineContext {
  const { call } = record;
  if (call === undefined || call.tooLate) return machine;
  return telling(withStep(machine, step, { ...record, call: { ...call, tooLate: true } }), { type: 'call.too-late', step });
}

/**
 * Why an answer counts for nothing: it is not as the process wants it, or comes when the form changes no more; it is then asked for again once the request
 * is taken up. Null where it counts, or nothing of it belongs into the form.
 */
function unusable({ request }: MachineContext, { command: { wrote } }: EventOf<'call.ended'>, step: Step | undefined): CallFailure | null {
  if (wrote === undefined) return null;
  if (request.outcome !== null || step === undefined) return DROPPED;
  return wrote.invalid.length > 0 ? 'wrong-answer' : null;
}

const HEARS: TransitionJson[] = [{ guard: [ref('of-the-house')], actions: [ref('call.ended')] }];
/** What fills in something material is looked at from the top, as what people write is. */
const REWRITES: TransitionJson = {
  target: WALK,
  reenter: true,
  guard: [ref('of-the-house'), ref('answer-rewrites')],
  actions: [ref('call.ended')],
};
const hearsOnTheWay = ({ definition: { flow } }: RequestPlace): TransitionJson[] =>
  flatten(flow).some((step) => isCalling(step) && filledBy(step).length > 0) ? [REWRITES, ...HEARS] : HEARS;
/** What a request asks last is often done after its end. */
const hearsAfterwards = ({ definition: { flow } }: RequestPlace): TransitionJson[] => (flatten(flow).some(isCalling) ? HEARS : []);

/** Another system has answered, or was given up. It is remembered in whatever state the request is; where it waits for it, it goes on. */
export const callEndedOperation: Operation<'call.ended'> = {
  ...HEARING,
  type: 'call.ended',
  button: { zh: '外部系统已答复', en: 'Another system answered' },
  past: { zh: '外部系统已答复', en: 'Another system answered' },
  events: {
    'call.answered': {
      text({ step }, naming) {
        const title = naming.step(step);
        return { zh: `「${title.zh}」：外部系统已办理`, en: `“${title.en}”: done by the other system` };
      },
    },
    'call.dropped': {
      text({ step }, naming) {
        const title = naming.step(step);
        return { zh: `「${title.zh}」不再发送：申请已不需要`, en: `“${title.en}” is sent no more: the request no longer asks for it` };
      },
    },
    'call.misanswered': {
      tells: ({ step, people }) => ({ notice: 'call-misanswered', step, to: people }),
      text({ step }, naming) {
        const title = naming.step(step);
        return {
          zh: `「${title.zh}」：外部系统的答复缺少内容或不合要求，没有填进表单，仍在等它重新答复`,
          en: `“${title.en}”: the answer of the other system is incomplete or not as it should be; none of it was filled in, and the right one is still waited for`,
        };
      },
    },
    'call.too-late': {
      text({ step }, naming) {
        const title = naming.step(step);
        return {
          zh: `「${title.zh}」：外部系统在不再等待之后才答复，答复没有填进表单`,
          en: `“${title.en}”: the other system answered after it had been given up; none of it was filled in`,
        };
      },
    },
    'call.failed': {
      tells: ({ step, people = [] }) => ({ notice: 'call-failed', step, to: people }),
      text({ step, why, status }, naming) {
        const [title, because] = [naming.step(step), WHY[why]];
        const code = status === null ? '' : String(status);
        return {
          zh: `「${title.zh}」没有办成：${because.zh}${code && `（${code}）`}`,
          en: `“${title.en}” failed: ${because.en}${code && ` (${code})`}`,
        };
      },
    },
  },
  notices: {
    'call-misanswered': ({ request, step }) => ({
      zh: `「${request.zh}」${step ? `的「${step.zh}」` : ''}收到了外部系统不合要求的答复，仍在等它重新答复；可以重新发送，或结束等待`,
      en: `What “${request.en}” asked of another system${step ? ` at “${step.en}”` : ''} was answered wrongly and still waits for the right answer; it can be sent again, or its wait ended`,
    }),
    'call-failed': ({ request, step }) => ({
      zh: `「${request.zh}」${step ? `的「${step.zh}」` : ''}没有办成，外部系统没有收到或没有受理，请另行处理`,
      en: `What “${request.en}” asks of another system${step ? ` at “${step.en}”` : ''} was not done; please see to it`,
    }),
  },
  brings: 'fields',
  body: z.strictObject({ fields: wireFormSchema.optional() }),
  read(body, reading) {
    const news = body.called ?? NOTHING;
    const wrote = news.failed === null ? answerOf(body, reading) : null;
    return wrote === null ? news : { ...news, wrote };
  },
  attempt: () => NOTHING,
  ways: {
    'answer-rewrites': ({ request }, { command: { step, call, wrote } }) =>
      wrote !== undefined &&
      wrote.invalid.length === 0 &&
      request.suspendedAt === undefined &&
      takesAnswer({ context: request }, step) &&
      recordOf(request, step)?.call?.id === call &&
      Object.entries(wrote.material).some(([key, digest]) => (ownValue(request.material, key) ?? BLANK) !== digest),
  },
  at: { walk: hearsOnTheWay, returned: () => HEARS, finished: () => HEARS, ended: hearsAfterwards },
  asksAlong: ({ step, failed, wrote }) => ((failed === null && (wrote?.invalid.length ?? 0) === 0) || failed === DROPPED ? [] : [step]),
  beside: heardBeside((machine, event) => hear(machine, event, {}, { steps: {} })),
  act: hear,
  settle: ({ before, after }) => (equalJson(before.steps, after.steps) ? refusal('unchanged') : null),
};
