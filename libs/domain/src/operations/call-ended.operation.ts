import { isCalling } from '../definition/flow';
import type { Outline } from '../definition/outline';
import { ref } from '../definition/state-json';
import { canonicalJson } from '../digest/canonical-json';
import { refusal } from '../request/refusal';
import { recordOf } from '../request/standing';
import type { Bilingual } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { emptyBody } from './asked-form';
import { telling, withStep, type MachineContext } from './machine-context';
import type { EventOf, Operation } from './operation';
import { PLAIN } from './plain';

/** Why what was asked of another system was given up. */
export const CALL_FAILURES = ['refused', 'unreachable', 'timeout', 'not-set-up'] as const;
export type CallFailure = (typeof CALL_FAILURES)[number];

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
    'call.ended': CallNews;
  }
  interface SystemCommands {
    'call.ended': true;
  }
  interface CommandBody {
    called?: CallNews;
  }
}
declare module '../request/own-words' {
  interface OwnEvents {
    'call.ended': {
      'call.answered': { step: string };
      'call.failed': { step: string; why: CallFailure; status: number | null };
    };
  }
}

const NOTHING: CallNews = { step: '', call: '', failed: null, status: null };

const WHY: Record<CallFailure, Bilingual> = {
  refused: { zh: '对方没有受理', en: 'the other system refused' },
  unreachable: { zh: '连不上对方', en: 'the other system could not be reached' },
  timeout: { zh: '对方没有按时答复', en: 'the other system did not answer in time' },
  'not-set-up': { zh: '这个系统没有设置', en: 'that system is not set up' },
};

function hear(
  machine: MachineContext,
  { command }: EventOf<'call.ended'>,
  _params: unknown,
  process: Pick<Outline, 'steps'>,
): MachineContext {
  const { step, call: id, failed, status } = command;
  const record = recordOf(machine.request, step);
  const { call } = record ?? {};
  if (record === undefined || call === undefined || call.id !== id || call.answered || call.failed !== undefined) return machine;
  const found = ownValue(process.steps, step);
  const waits = record.status === 'waiting' && found !== undefined && isCalling(found);
  if (failed === null) {
    const heard = withStep(machine, step, { ...record, ...(waits && { status: 'passed' as const }), call: { ...call, answered: true } });
    return telling(heard, { type: 'call.answered', step });
  }
  const heard = withStep(machine, step, { ...record, ...(waits && { stuck: true as const }), call: { ...call, failed } });
  return telling(heard, { type: 'call.failed', step, why: failed, status });
}

const HEARS = [{ guard: [ref('of-the-house')], actions: [ref('call.ended')] }];

/** Another system has answered, or was given up. It is remembered in whatever state the request is; where it waits for it, it goes on. */
export const callEndedOperation: Operation<'call.ended'> = {
  ...PLAIN,
  type: 'call.ended',
  scope: 'system',
  onStep: false,
  body: emptyBody,
  button: { zh: '外部系统已答复', en: 'Another system answered' },
  past: { zh: '外部系统已答复', en: 'Another system answered' },
  events: {
    'call.answered': {
      text({ step }, naming) {
        const title = naming.step(step);
        return { zh: `「${title.zh}」：外部系统已办理`, en: `“${title.en}”: done by the other system` };
      },
    },
    'call.failed': {
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
  whileStopped: true,
  whileSuspended: true,
  concerns: () => false,
  read: ({ called }) => called ?? NOTHING,
  attempt: () => NOTHING,
  at: { walk: () => HEARS, returned: () => HEARS, finished: () => HEARS },
  beside: {
    machine: 'gone',
    takes: ({ outcome }) => outcome === null,
    guard: () => [],
    move({ value, context }, event) {
      const { request, events } = hear({ request: context, events: [], need: [] }, event, {}, { steps: {} });
      return { value, context: request, events };
    },
  },
  act: hear,
  untaken: () => refusal('unchanged'),
  settle: ({ before, after }) => (canonicalJson(before.steps) === canonicalJson(after.steps) ? refusal('unchanged') : null),
};
