import { z } from 'zod';
import { OPERATE_RIGHT } from '../guards/is-owner.guard';
import { choicesWith } from '../people/choices';
import type { AskedForm } from '../request/command';
import { refusal } from '../request/refusal';
import { askedForm, concernsOf, commentSchema, formAsItIs, formBody, hasComment } from './form/asked-form';
import { lookingAgain } from './items/item-seats';
import { WITH_REQUESTER, type RequestContext, type RequestState, type StepRecord } from '../request/request-state';
import { recordOf, standingSteps } from '../request/standing';
import { forgettingSteps } from './walk/leaving';
import { telling, type MachineContext } from './parts/machine-context';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { chosenAnew, sentAgain } from './walk/sent-again';
import { ref, WALK } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    correct: AskedForm & { hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    correct: { 'request.corrected': object };
  }
  interface OwnClosings {
    correct: 'lapsed';
  }
  interface OwnRefusals {
    correct: 'not-stopped';
  }
}

function correctedBy(machine: MachineContext, person: string): MachineContext {
  const { request } = machine;
  return { ...machine, request: { ...request, correctedBy: [...new Set([...(request.correctedBy ?? []), person])] } };
}

/** Those that came to be. */
function begunOf(children: StepRecord['children'] = {}): NonNullable<StepRecord['children']> {
  return Object.fromEntries(Object.entries(children).filter(([, { refused }]) => refused === undefined));
}

/**
 * Steps that wait find their people anew; what was done item by item stays as far as it is about the same. What could not be started is tried again:
 * it is what was put right. Requests that were refused about the same stay with whoever looks after them: nobody else starts them anew.
 */
function askedFromTheStart(request: RequestContext, n: number): RequestContext['steps'] {
  const standing = standingSteps(request).filter((step) => step !== WITH_REQUESTER);
  const again = standing.flatMap((step) => {
    const known = recordOf(request, step);
    const record = known?.children ? known : lookingAgain(known, n);
    return record ? [[step, record] as const] : [];
  });
  const steps = { ...forgettingSteps(request.steps, standing), ...Object.fromEntries(again) };
  const anew = Object.entries(steps).filter(
    ([, { status, children }]) => children !== undefined && (status === 'waiting' || status === 'blocked'),
  );
  return { ...steps, ...Object.fromEntries(anew.map(([step, record]) => [step, { ...record, children: begunOf(record.children) }])) };
}

/** Whether a returned request waits for its owners, its requester having left. */
function isOrphaned({ context }: RequestState): boolean {
  return recordOf(context, WITH_REQUESTER)?.status === 'blocked';
}

/**
 * Corrects the form of a request that was stopped, and lets it go on: whoever saw something else of it is asked anew. A returned request whose
 * requester has left is sent again so, in their place. Whoever has corrected a request decides nothing on it.
 */
export const correctOperation: Operation<'correct'> = {
  ...PLAIN,
  type: 'correct',
  scope: 'operator',
  onStep: false,
  brings: 'form',
  body: z.strictObject({ ...formBody.shape, comment: commentSchema }),
  button: { zh: '更正并继续', en: 'Correct and resume' },
  past: { zh: '已更正', en: 'Corrected' },
  confirm: {
    title: { zh: '更正内容并继续？', en: 'Correct the form and resume?' },
    consequence: {
      zh: '申请按更正后的内容继续；关键内容有变化的，处理过的人须再次处理。更正人和原因永久留痕。',
      en: 'The request goes on with the corrected form; whoever decided on content that has changed is asked again. Your name and reason stay on record.',
    },
  },
  needsComment: () => true,
  closes: 'lapsed',
  closings: { lapsed: { zh: '申请内容已更正', en: 'The request was corrected' } },
  events: { 'request.corrected': { text: () => ({ zh: '更正内容并继续', en: 'Corrected and resumed' }) } },
  refusals: {
    'not-stopped': {
      kind: 'conflict',
      silent: true,
      text: () => ({
        zh: '这份申请没有因出错而停住，无需更正',
        en: 'This request has not been stopped by an error, so there is nothing to correct',
      }),
    },
  },
  whileStopped: true,
  concerns(state, actor) {
    const { poisoned, requester } = state.context;
    const operates = actor.rights.includes(OPERATE_RIGHT);
    if (poisoned !== null) return requester !== null && operates;
    return isOrphaned(state) && (operates || (recordOf(state.context, WITH_REQUESTER)?.owners ?? []).includes(actor.id));
  },
  read: (body, reading) => ({ ...askedForm(body, reading), hasComment: hasComment(body) }),
  attempt: ({ context }, { process }) => ({ ...formAsItIs(context, process), hasComment: true }),
  at: {
    walk: ({ mayAsk }) => [
      {
        target: WALK,
        reenter: true,
        guard: [ref('is-stopped'), ref('has-right', { right: OPERATE_RIGHT }), ref('comment-required', { where: true }), ...mayAsk],
        actions: [ref('correct')],
      },
    ],
    returned: ({ mayAsk }) => [
      {
        target: WALK,
        guard: [ref('requester-gone'), ref('is-owner', { step: WITH_REQUESTER }), ref('comment-required', { where: true }), ...mayAsk],
        actions: [ref('correct')],
      },
      {
        guard: [ref('is-stopped'), ref('has-right', { right: OPERATE_RIGHT }), ref('comment-required', { where: true }), ...mayAsk],
        actions: [ref('correct')],
      },
    ],
  },
  act(before, event, _params, process) {
    const { command } = event;
    const machine = correctedBy(before, command.actor);
    const { concerns: _before, ...request } = machine.request;
    if (request.poisoned === null) return sentAgain(telling(machine, { type: 'request.corrected' }), event, process);
    const corrected = {
      ...request,
      fields: command.fields,
      material: command.material,
      ...(request.others && command.others ? { others: { ...request.others, ...command.others } } : {}),
      beneficiary: command.beneficiary,
      ...concernsOf(command.concerns),
      choices: choicesWith(request, command),
      formDigest: command.digest,
      poisoned: null,
      // Whoever sits there decides about something else now: open steps are opened anew, or not at all.
      steps: askedFromTheStart(request, event.n),
    };
    return chosenAnew(telling({ ...machine, request: corrected }, { type: 'request.corrected' }), request.choices);
  },
  untaken: () => refusal('not-stopped'),
};
