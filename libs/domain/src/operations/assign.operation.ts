import { z } from 'zod';
import { isWeighty } from '../definition/flow';
import { ASSIGN_RIGHT } from '../guards/is-owner.guard';
import { refusal } from '../request/refusal';
import { WITH_REQUESTER, type StepRecord } from '../request/request-state';
import { openSeats, recordOf } from '../request/standing';
import { ownValue } from '../text/own-value';
import { commentSchema, hasComment } from './form/asked-form';
import { lookingAgain } from './items/item-seats';
import { telling, withStep } from './parts/machine-context';
import { asksPeople } from './seats/on-task';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref, stateOf, type MachineReference } from '../definition/state-json';

function mayAssign(step: string, more: MachineReference[] = []): MachineReference[] {
  return [
    ref('is-blocked', { step }),
    ref('has-right', { right: ASSIGN_RIGHT }),
    ref('not-own-matter', { step }),
    ...more,
    ref('comment-required', { where: true }),
  ];
}

declare module '../request/command' {
  interface CommandShapes {
    assign: { step: string | null; person: string | null; hasComment: boolean };
  }
  interface CommandBody {
    /** Person id. */
    person?: string;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    assign: { 'step.assigned': { step: string; person: string } };
  }
  interface OwnClosings {
    assign: 'assigned';
  }
}

/**
 * Names somebody for a step that finds nobody, or to change a returned request whose requester has left. On a step they must still be somebody who may act there: not the requester, not a decider of a step that is
 * kept apart, and covered by a grant where the step asks for one. Marked in the timeline.
 */
export const assignOperation: Operation<'assign'> = {
  ...PLAIN,
  type: 'assign',
  scope: 'operator',
  onStep: true,
  body: z.strictObject({ comment: commentSchema, step: z.string().min(1).max(60), person: z.uuid() }),
  button: { zh: '指定处理人', en: 'Assign' },
  past: { zh: '已指定处理人', en: 'Assigned' },
  confirm: {
    title: { zh: '指定由谁处理？', en: 'Assign this step?' },
    consequence: {
      zh: '这一步由所选的人处理，之后按流程继续；指定人和原因永久留痕。',
      en: 'The person you choose decides this step, and the request goes on from there. Your name and reason stay on record.',
    },
  },
  needsComment: () => true,
  closes: 'assigned',
  closings: { assigned: { zh: '已指定处理人', en: 'Somebody was assigned' } },
  events: {
    'step.assigned': {
      text({ step, person }, naming) {
        const [title, name] = [naming.step(step), naming.person(person)];
        if (step === WITH_REQUESTER) return { zh: `指定${name.zh}代申请人修改`, en: `Assigned ${name.en} to change it for the requester` };
        return { zh: `指定${name.zh}处理「${title.zh}」`, en: `Assigned “${title.en}” to ${name.en}` };
      },
    },
  },
  looksAgain: 'stuck',
  concerns: ({ context }, actor, step, process) =>
    step !== null && recordOf(context, step)?.status === 'blocked' && actor.rights.includes(ASSIGN_RIGHT) && asksPeople(process, step),
  read: (body) => ({ step: body.step ?? null, person: body.person ?? null, hasComment: hasComment(body) }),
  attempt: (_state, { step }) => ({ step, person: null, hasComment: true }),
  at: {
    blocked: ({ step, path }) => [
      {
        target: `${path}.arrive`,
        reenter: true,
        guard: mayAssign(step.id, isWeighty(step) ? [ref('names-another')] : []),
        actions: [ref('assign', { step: step.id })],
      },
    ],
    returned: () => [
      {
        target: stateOf('returned'),
        reenter: true,
        guard: mayAssign(WITH_REQUESTER),
        actions: [ref('assign', { step: WITH_REQUESTER })],
      },
    ],
  },
  act(machine, { command, n }, { step }) {
    const { person } = command;
    if (person === null) return machine;
    const blocked: StepRecord = { status: 'blocked', generation: n, seats: {}, assigned: person };
    const named = withStep(machine, step, { ...blocked, ...lookingAgain(recordOf(machine.request, step), n) });
    return telling(named, { type: 'step.assigned', step, person });
  },
  untaken: () => refusal('not-blocked'),
  settle({ after, found }, { step, person }) {
    const record = step === null ? undefined : recordOf(after, step);
    if (step === WITH_REQUESTER && record?.assigned !== undefined) return null;
    if (openSeats(record).some(([, seat]) => seat.person === person)) return null;
    const looked = (ownValue(found, step ?? '')?.rules ?? []).flatMap(({ candidates }) => candidates);
    const { removed = null, limit = null } = looked.find((candidate) => candidate.person === person) ?? {};
    return refusal('not-assignable', {
      step,
      person,
      removed: removed && { ...removed },
      limit: limit && (limit === 'no-limit' ? limit : { ...limit }),
    });
  },
};
