import { z } from 'zod';
import { isHuman, waitsUnasked } from '../definition/flow';
import type { Outline } from '../definition/structure/outline';
import { ref, WALK, type MachineReference } from '../definition/state-json';
import { before, following, follows, WHOLE } from '../definition/structure/structure';
import { OPERATE_RIGHT } from '../guards/is-owner.guard';
import { refusal } from '../request/refusal';
import { recordOf } from '../request/standing';
import { ownValue } from '../text/own-value';
import { commentSchema, hasComment } from './form/asked-form';
import { forgettingSteps, outlasting } from './walk/leaving';
import { telling } from './parts/machine-context';
import type { Operation, StuckPlace } from './operation';
import { isPassed, passingOver } from './walk/passing-over';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    jump: { step: string | null; to: string | null; hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    jump: { 'request.jumped': { from: string; to: string } };
  }
  interface OwnClosings {
    jump: 'jumped';
  }
  interface OwnNotices {
    jump: 'task-jumped';
  }
  interface OwnRefusals {
    jump: 'jump-target' | 'off-the-way' | 'own-repair' | 'passes-over';
  }
}

function mayJump({ step, earlier, later }: StuckPlace): MachineReference[] {
  return [
    ref('has-right', { right: OPERATE_RIGHT }),
    ref('not-concerned'),
    ref('jump-target', { from: step.id, earlier, later }),
    ref('comment-required', { where: true }),
  ];
}

const jumps = (place: StuckPlace) => [
  { target: WALK, reenter: true as const, guard: mayJump(place), actions: [ref('jump', { step: place.step.id })] },
];

/**
 * Brings a request to another step, forwards or back, over its people’s heads. What comes before that step and was not decided is waived and asked
 * no more; that step and all that follow are asked anew. Steps that the conditions leave out cannot be jumped to. Over an approval, what is
 * carried out, and what something behind reads jumps only who may override too.
 */
export const jumpOperation: Operation<'jump'> = {
  ...PLAIN,
  type: 'jump',
  scope: 'operator',
  onStep: true,
  body: z.strictObject({ comment: commentSchema, step: z.string().min(1).max(60), to: z.string().min(1).max(60) }),
  button: { zh: '跳转', en: 'Jump to another step' },
  past: { zh: '已跳转', en: 'Jumped' },
  whereTo: { zh: '跳转到', en: 'Jump to' },
  confirm: {
    title: { zh: '跳转到哪一步？', en: 'Jump to which step?' },
    consequence: {
      zh: '之前没有处理的步骤直接跳过，所选步骤及之后的步骤重新处理，不能撤销。跳转人和原因永久留痕。',
      en: 'What was not decided before that step is passed over; that step and all that follow are asked anew. This cannot be undone. Your name and reason stay on record.',
    },
  },
  tone: 'danger',
  needsComment: () => true,
  closes: 'jumped',
  closings: { jumped: { zh: '管理员已跳转申请', en: 'An administrator moved the request to another step' } },
  events: {
    'request.jumped': {
      text({ from, to }, naming) {
        const [was, is] = [naming.step(from), naming.step(to)];
        return { zh: `由「${was.zh}」跳转到「${is.zh}」`, en: `Jumped from “${was.en}” to “${is.en}”` };
      },
    },
  },
  notices: {
    'task-jumped': ({ request, actor }) => ({
      zh: `「${request.zh}」已${actor ? `由${actor.zh}` : ''}跳转到其他步骤，不再由您处理`,
      en: `“${request.en}” was moved to another step${actor ? ` by ${actor.en}` : ''}; it is no longer with you`,
    }),
  },
  tells: 'task-jumped',
  refusals: {
    'jump-target': {
      kind: 'invalid',
      text: () => ({ zh: '不能跳转到这一步，请从列出的步骤中选择', en: 'It cannot jump to that step; please choose one of those offered' }),
    },
    'off-the-way': {
      kind: 'conflict',
      text: () => ({
        zh: '按申请的内容不会走到这一步，不能跳转过去',
        en: 'What the request says does not lead to that step, so it cannot jump there',
      }),
    },
    'passes-over': {
      kind: 'forbidden',
      text({ step }, naming) {
        const over = naming.step(String(step));
        return {
          zh: `会跳过还没有人处理的「${over.zh}」；这一步须由有越权放行权限的管理员才能跳过`,
          en: `That passes over “${over.en}”, which nobody has decided; only an administrator who may override steps can do that`,
        };
      },
    },
    'own-repair': {
      kind: 'forbidden',
      text: () => ({
        zh: '这份申请与您本人有关，须由其他管理员处理',
        en: 'This request concerns you, so another administrator has to do this',
      }),
    },
  },
  concerns: ({ context }, actor, step) => step !== null && context.outcome === null && actor.rights.includes(OPERATE_RIGHT),
  read: (body) => ({ step: body.step ?? null, to: body.to ?? null, hasComment: hasComment(body) }),
  attempt({ context }, { step, process }) {
    const targets = step === null ? [] : targetsOf(process, step);
    const refuses = passingOver(process, context, null);
    return { step, to: targets.findLast((to) => refuses(to) === null) ?? targets.at(-1) ?? null, hasComment: true };
  },
  offers(process, { id }, context, actor) {
    const refuses = passingOver(process, context, actor);
    const targets = targetsOf(process, id).flatMap((to) => {
      const title = ownValue(process.steps, to)?.title;
      return title ? [{ to, at: to, title, refusal: refuses(to) }] : [];
    });
    return { targets, resume: 'walk-again' };
  },
  at: { open: jumps, blocked: jumps, stuck: jumps },
  refuses: (process, { context, command, facts }) => passingOver(process, context, facts.actor)(command.to ?? ''),
  act(machine, { command, n }, { step: from }, process) {
    const { to } = command;
    if (to === null) throw new Error('Expected to jump to a step, but none is named');
    const { request } = machine;
    const ahead = beforeAll(process, to).filter((step) => !isPassed(request, step));
    // What was asked of another system stands: whoever comes there once more does not ask it twice.
    const lasting = (step: string) => outlasting(recordOf(request, step) ?? {});
    const waived = ahead.map((step) => [step, { status: 'waived' as const, generation: n, seats: {}, ...lasting(step) }] as const);
    const steps = { ...forgettingSteps(request.steps, [to, ...following(process.structure, to)]), ...Object.fromEntries(waived) };
    const moved = { ...request, steps, walked: { ...request.walked, [WHOLE]: n }, undo: [] };
    return telling({ ...machine, request: moved }, { type: 'request.jumped', from, to });
  },
  untaken: () => refusal('invalid-state', { state: '' }),
  settle({ after }, { to }) {
    const status = recordOf(after, to ?? '')?.status;
    return status === 'open' || status === 'blocked' ? null : refusal('off-the-way', { to });
  },
};

/** Steps before a step that people decide, or at which the walk may wait without anybody being asked. */
function beforeAll({ structure, steps }: Pick<Outline, 'structure' | 'steps'>, to: string): string[] {
  const unasked = Object.values(steps).filter((step) => waitsUnasked(step) && follows(structure, to, step.id));
  return [...before(structure, to), ...unasked.map(({ id }) => id)];
}

/** Where a jump may go from a step: all that people decide before and behind it. */
function targetsOf(process: Outline, step: string): string[] {
  return [...before(process.structure, step), ...humanFollowing(process, step)];
}

/** Steps that people decide and that come after a step. */
function humanFollowing(process: Outline, step: string): string[] {
  return following(process.structure, step).filter((each) => {
    const found = ownValue(process.steps, each);
    return found !== undefined && isHuman(found);
  });
}
