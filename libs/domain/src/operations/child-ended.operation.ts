import { ref, type TransitionJson } from '../definition/state-json';
import { canonicalJson } from '../digest/canonical-json';
import { equalJson } from '../digest/equal-json';
import { isStarting } from '../definition/flow';
import type { Outline } from '../definition/structure/outline';
import { CHILD_REJECTED, comeTo, settledByChildren } from '../request/links/children';
import type { ChildNews } from '../request/command';
import { refusal } from '../request/refusal';
import type { Outcome, RequestContext, StepRecord } from '../request/request-state';
import type { ChildRecord } from '../request/links/child-record';
import { recordOf } from '../request/standing';
import type { TransitionEvent } from '../request/transition';
import { OUTCOME_WORDS } from '../request/words/outcome-words';
import { ownValue } from '../text/own-value';
import { HEARING, heardBeside } from './parts/hearing';
import { telling, withStep, type MachineContext } from './parts/machine-context';
import type { EventOf, Operation, RequestPlace } from './operation';

declare module '../request/command' {
  interface CommandShapes {
    'child.ended': ChildNews;
  }
  interface SystemCommands {
    'child.ended': true;
  }
  interface CommandBody {
    news?: ChildNews;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'child.ended': {
      'child.ended': { step: string | null; child: string; number: string | null; outcome: Outcome };
      /** It could not be started; `refused`: the code of the refusal. */
      'child.refused': { step: string | null; child: string; refused: string };
    };
  }
  interface OwnNotices {
    'child.ended': 'child-not-started';
  }
}

const NOTHING: ChildNews = { step: null, child: '', outcome: null, refused: null, number: null };

function heard({ outcome: _was, refused: _before, ...child }: ChildRecord, { outcome, refused }: ChildNews): ChildRecord {
  if (refused !== null) return { ...child, refused };
  return outcome === null ? child : { ...child, outcome };
}

/** The step as it stands by the news: one that waits for it goes on or is stuck, one whose owners see to it may go on by itself. */
function standingBy(process: Pick<Outline, 'steps'>, id: string, record: StepRecord): StepRecord {
  const step = ownValue(process.steps, id);
  if (step === undefined || !isStarting(step)) return record;
  if (record.status === 'waiting') return settledByChildren(step, record);
  const mayGoOn = record.status === 'blocked' && record.reason === CHILD_REJECTED;
  return mayGoOn && comeTo(step, Object.values(record.children ?? {})) !== 'stuck' ? settledByChildren(step, record) : record;
}

function toldOf({ step, child, outcome, refused, number }: ChildNews): TransitionEvent[] {
  if (refused !== null) return [{ type: 'child.refused', step, child, refused }];
  return outcome === null ? [] : [{ type: 'child.ended', step, child, number, outcome }];
}

function hear(
  machine: MachineContext,
  { command }: EventOf<'child.ended'>,
  _params: unknown,
  process: Pick<Outline, 'steps'>,
): MachineContext {
  const { step, child } = command;
  const { request } = machine;
  const record = step === null ? undefined : recordOf(request, step);
  const children = step === null ? request.children : record?.children;
  const known = children && ownValue(children, child);
  if (known === undefined) return machine;
  const now = heard(known, command);
  if (equalJson(now, known)) return machine;
  const remembered = { ...children, [child]: now };
  if (step === null || record === undefined)
    return telling({ ...machine, request: { ...request, children: remembered } }, ...toldOf(command));
  const after = standingBy(process, step, { ...record, children: remembered });
  const passed = record.status !== 'passed' && after.status === 'passed';
  return telling(
    withStep(machine, step, after),
    ...toldOf(command),
    ...(passed ? [{ type: 'step.passed' as const, step, generation: after.generation }] : []),
  );
}

const HEARS = [{ guard: [ref('of-the-house')], actions: [ref('child.ended')] }];
/** What is over has nothing to hear of, but where people may have started others from it since. */
const hearsAfterwards = ({ definition: { children } }: RequestPlace): TransitionJson[] => (children === undefined ? [] : HEARS);

const told = ({ steps, children = {} }: RequestContext): string => canonicalJson({ steps, children });

/** A request that this one has started has ended, or could not be started. It is remembered in whatever state this one is; where it waits for it, it goes on. */
export const childEndedOperation: Operation<'child.ended'> = {
  ...HEARING,
  type: 'child.ended',
  button: { zh: '子申请已结束', en: 'A child request ended' },
  past: { zh: '子申请已结束', en: 'A child request ended' },
  events: {
    'child.ended': {
      text({ step, number, outcome }, naming) {
        const [title, word] = [step === null ? null : naming.step(step), OUTCOME_WORDS[outcome]];
        return {
          zh: `${title ? `「${title.zh}」的` : ''}子申请${number ? ` ${number} ` : ''}${word.zh}`,
          en: `The child request${number ? ` ${number}` : ''}${title ? ` of “${title.en}”` : ''} was ${word.en}`,
        };
      },
    },
    'child.refused': {
      text({ step }, naming) {
        const title = step === null ? null : naming.step(step);
        return {
          zh: `${title ? `「${title.zh}」的` : ''}子申请未能发起`,
          en: `A child request${title ? ` of “${title.en}”` : ''} could not be started`,
        };
      },
      tells: ({ step }) => ({ notice: 'child-not-started', step }),
    },
  },
  notices: {
    'child-not-started': ({ request, step }) => ({
      zh: `「${request.zh}」${step ? `在「${step.zh}」` : ''}未能发起子申请，请查看原因`,
      en: `“${request.en}” could not start a child request${step ? ` at “${step.en}”` : ''}; please see why`,
    }),
  },
  read: ({ news }) => news ?? NOTHING,
  attempt: () => NOTHING,
  at: { walk: () => HEARS, returned: () => HEARS, finished: () => HEARS, ended: hearsAfterwards },
  beside: heardBeside((machine, event) => hear(machine, event, {}, { steps: {} })),
  act: hear,
  settle: ({ before, after }) => (told(before) === told(after) ? refusal('unchanged') : null),
};
