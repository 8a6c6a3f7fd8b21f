import { z } from 'zod';
import { isWeighty } from '../definition/flow';
import { ASSIGN_RIGHT } from '../guards/is-owner.guard';
import { refusal } from '../request/refusal';
import { decidingSeats, recordOf } from '../request/standing';
import { commentSchema, hasComment } from './form/asked-form';
import { telling, withStep, type MachineContext } from './parts/machine-context';
import { handedSeat, withSeat } from './seats/on-seat';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    reassign: {
      step: string | null;
      person: string | null;
      from: string | null;
      hasComment: boolean;
      /** The time of the step begins anew. Absent: it runs on. */
      anew?: true;
    };
  }
  interface CommandBody {
    /** Person id: whose task it is, where several people have one. */
    from?: string;
    due?: 'kept' | 'anew';
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    reassign: { 'step.reassigned': { step: string; from: string; to: string; anew?: true } };
  }
  interface OwnClosings {
    reassign: 'reassigned';
  }
  interface OwnNotices {
    reassign: 'task-reassigned';
  }
  interface OwnRefusals {
    reassign: 'whose-task' | 'not-open' | 'names-oneself';
  }
}

/** The time of a step counts from a moment on; what was told of it is told again. */
function timedAnew(machine: MachineContext, step: string, now: string): MachineContext {
  const record = recordOf(machine.request, step);
  if (record?.clock === undefined) return machine;
  const { due, marks } = record.clock;
  return withStep(machine, step, { ...record, clock: { from: now, due, marks, rung: 0, anew: true } });
}

/** Gives a task from one person to another, over both their heads: who gets it must be somebody whom the step could have found. */
export const reassignOperation: Operation<'reassign'> = {
  ...PLAIN,
  type: 'reassign',
  scope: 'operator',
  onStep: true,
  names: 'decider',
  body: z.strictObject({
    comment: commentSchema,
    step: z.string().min(1).max(60),
    person: z.uuid(),
    from: z.uuid().optional(),
    due: z
      .enum(['kept', 'anew'])
      .optional()
      .meta({ description: 'Whether the time of the step runs on, as it does by itself, or begins anew.' }),
  }),
  button: { zh: '改派', en: 'Reassign' },
  past: { zh: '已改派', en: 'Reassigned' },
  confirm: {
    title: { zh: '改派给谁？', en: 'Reassign it to whom?' },
    consequence: {
      zh: '这一步换所选的人处理，原处理人的待办关闭并收到消息。改派人和原因永久留痕。',
      en: 'The person you choose handles this step; whoever had it loses the task and is told. Your name and reason stay on record.',
    },
  },
  needsComment: () => true,
  closes: 'reassigned',
  closings: { reassigned: { zh: '已改派他人', en: 'Reassigned to somebody else' } },
  events: {
    'step.reassigned': {
      text({ step, from, to, anew }, naming) {
        const [title, was, is] = [naming.step(step), naming.person(from), naming.person(to)];
        const time = anew ? { zh: '，期限重新计算', en: '; its time begins anew' } : { zh: '', en: '' };
        return {
          zh: `「${title.zh}」由${was.zh}改派给${is.zh}${time.zh}`,
          en: `Reassigned “${title.en}” from ${was.en} to ${is.en}${time.en}`,
        };
      },
    },
  },
  notices: {
    'task-reassigned': ({ request, actor }) => ({
      zh: `「${request.zh}」已${actor ? `由${actor.zh}` : ''}改派他人，不再由您处理`,
      en: `“${request.en}” was given to somebody else${actor ? ` by ${actor.en}` : ''}; it is no longer with you`,
    }),
  },
  tells: 'task-reassigned',
  refusals: {
    'whose-task': {
      kind: 'invalid',
      text: () => ({ zh: '这一步有多位处理人，请选定改派谁的待办', en: 'Several people have this step; please say whose task it is' }),
    },
    'names-oneself': {
      kind: 'forbidden',
      text: () => ({
        zh: '需要同意或按权限办理的步骤不能交给您自己，请选择其他人，或请其他管理员处理',
        en: 'You cannot give an approval, or what is carried out by authority, to yourself; please choose somebody else, or ask another administrator',
      }),
    },
    'not-open': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '这一步现在没有处理人，不能改派', en: 'Nobody has this step now, so there is nothing to reassign' }),
    },
  },
  concerns: ({ context }, actor, step) =>
    step !== null && decidingSeats(recordOf(context, step)).length > 0 && actor.rights.includes(ASSIGN_RIGHT),
  read: (body) => ({
    step: body.step ?? null,
    person: body.person ?? null,
    from: body.from ?? null,
    hasComment: hasComment(body),
    ...(body.due === 'anew' && { anew: true as const }),
  }),
  attempt: ({ context }, { step }) => ({
    step,
    person: null,
    from: decidingSeats(recordOf(context, step ?? ''))[0]?.[1].person ?? null,
    hasComment: true,
  }),
  at: {
    open: ({ step }) => [
      {
        guard: [
          ref('has-right', { right: ASSIGN_RIGHT }),
          ref('not-concerned'),
          ref('whose-task', { step: step.id }),
          ref('named-anew', { step: step.id, partial: false }),
          ref('signs-no-item-twice', { step: step.id }),
          ...(isWeighty(step) ? [ref('names-another')] : []),
          ref('comment-required', { where: true }),
        ],
        actions: [ref('reassign', { step: step.id })],
      },
    ],
  },
  act(machine, { command, facts, n }, { step }) {
    const { person, from, anew } = command;
    const seats = decidingSeats(recordOf(machine.request, step));
    const [name, seat] = seats.find(([, each]) => from === null || each.person === from) ?? [];
    if (person === null || name === undefined || seat === undefined)
      throw new Error(`Expected to reassign a task of “${step}”, but there is none`);
    const given = withSeat(machine, { step, name }, handedSeat(seat, person, n));
    const begun = anew ? timedAnew(given, step, facts.now) : given;
    return telling(begun, { type: 'step.reassigned', step, from: seat.person, to: person, ...(anew && { anew }) });
  },
  untaken: () => refusal('not-open'),
};
