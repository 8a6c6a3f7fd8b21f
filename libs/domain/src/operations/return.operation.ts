import { z } from 'zod';
import type { Outline } from '../definition/structure/outline';
import { before, following, enclosingLanes, regionOf, WHOLE } from '../definition/structure/structure';
import { resumeSchema, type Resume } from '../definition/steps/step-parts';
import type { OnTask } from '../request/command';
import { returnTargets, type ReturnEdges, type ReturnTarget } from '../request/steps/return-targets';
import type { RequestContext, StepRecord } from '../request/request-state';
import { recordOf, unsettledSteps } from '../request/standing';
import { ownValue } from '../text/own-value';
import { commentSchema } from './form/asked-form';
import { namedBy } from './form/named-fields';
import { comparedByAll, leaving, leftOpen } from './walk/leaving';
import { telling } from './parts/machine-context';
import { attemptOnTask, cast, humanStepNamed, mayAct, readOnTask, sitsOn, taskGone } from './seats/on-task';
import type { Operation, StepPlace } from './operation';
import { ref, stateOf, type MachineReference } from '../definition/state-json';
import { PLAIN } from './parts/plain';
import { byActor } from './words/notice-words';
import type { Bilingual } from '../text/bilingual';

declare module '../request/command' {
  interface CommandShapes {
    return: OnTask & {
      to: string | null;
      resume: Resume | null;
      /** What its requester is asked to change, by field. Absent: nothing was named. */
      change?: string[];
      /** Where the press names something that cannot be asked for. Absent: nowhere. */
      unnameable?: string;
    };
  }
  interface CommandBody {
    to?: string;
    resume?: Resume;
    change?: string[];
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    return: {
      /** `by` is the step that returned it; `to` is `requester` or the step it went to; `fields`: what the requester is asked to change. */
      'request.returned': { by: string; to: string; resume: Resume; fields?: string[] };
    };
  }
  interface OwnClosings {
    return: 'returned';
  }
  interface OwnRefusals {
    return: 'change-unnameable';
  }
  interface OwnNotices {
    return: 'request-returned';
  }
}

/** How it goes on afterwards. */
const THEN: Record<Resume, Bilingual> = {
  'walk-again': { zh: '', en: '' },
  'straight-back': { zh: '，改好后直接回到退回人', en: ', then straight back' },
  'only-changed': { zh: '，改好后只再问内容有变化的各步', en: ', then only to those for whom something changed' },
};

/** Fields that one return may name. */
const MOST_NAMED = 40;

const REQUESTER_TITLE = { zh: '申请人', en: 'Requester' };

/** Where its step may send back to. JSON. */
function edgesOf({ step, earlier, around }: StepPlace): ReturnEdges {
  return { from: step.id, to: step.returns.to, earlier, ...(around.length > 0 ? { lanes: around } : {}) };
}

function mayReturn(place: StepPlace): MachineReference[] {
  const { maxRounds } = place.step.returns;
  return [
    ...mayAct(place),
    ref('return-target', edgesOf(place)),
    ...(maxRounds === undefined ? [] : [ref('rounds-left', { max: maxRounds })]),
    ref('comment-required', { where: true }),
    ref('names-fields'),
  ];
}

/** Places where a step may send the request back to from here, each once. Pure. */
export function returnTargetsOf(process: Pick<Outline, 'steps' | 'structure'>, step: string, context: RequestContext): ReturnTarget[] {
  const { returns } = humanStepNamed(process, step);
  return returnTargets(
    { from: step, to: returns.to, earlier: before(process.structure, step), lanes: enclosingLanes(process.structure, step) },
    context,
  );
}

/** What is forgotten when a step sends back to another: that one, and of those that follow it all, or those that wait for somebody. Pure. */
function forgotten(
  { structure }: Pick<Outline, 'structure'>,
  { at, resume }: { at: string; resume: Resume },
  context: RequestContext,
): string[] {
  const behind = following(structure, at);
  if (resume === 'walk-again') return [at, ...behind];
  const waiting = unsettledSteps(context);
  return [at, ...behind.filter((each) => waiting.includes(each))];
}

/**
 * Sends the request back, to its requester or to a step that was passed. The walk begins again from its top, and every step asks itself whether
 * its decision still stands: *walk again* forgets the step returned to and all that follow, *straight back* forgets that one step, and so does
 * *only what changed*, where those that follow look at everything that they were shown.
 */
export const returnOperation: Operation<'return'> = {
  ...PLAIN,
  type: 'return',
  scope: 'task',
  onStep: true,
  ofContent: true,
  body: z.strictObject({
    comment: commentSchema,
    to: z.string().min(1).max(80),
    resume: resumeSchema.optional(),
    change: z
      .array(z.string().min(1).max(80))
      .max(MOST_NAMED)
      .optional()
      .meta({ description: 'To the requester: fields of the form that they are asked to change.' }),
  }),
  button: { zh: '退回修改', en: 'Return' },
  past: { zh: '已退回', en: 'Returned' },
  undone: { zh: '撤销了退回', en: 'Undid the return' },
  confirm: null,
  tone: 'plain',
  place: 'beside',
  whereTo: { zh: '退回给', en: 'Return to' },
  key: 'b',
  buttonOn: (step) => step.labels.return,
  said: { zh: '退回修改', en: 'Returned' },
  saidOn: (step) => step.labels.return,
  needsComment: () => true,
  closes: 'returned',
  closings: { returned: { zh: '申请已退回', en: 'The request was returned' } },
  events: {
    'request.returned': {
      silent: true,
      tells: ({ to, by }) => (to === 'requester' ? { notice: 'request-returned', step: by } : null),
      text({ to, resume, fields = [] }, naming) {
        const back = THEN[resume];
        const named = fields.map(naming.field);
        const asked = {
          zh: named.length === 0 ? '' : `「${named.map(({ zh }) => zh).join('、')}」`,
          en: named.length === 0 ? '' : ` to change ${named.map(({ en }) => en).join(', ')}`,
        };
        if (to === 'requester') return { zh: `退回申请人修改${asked.zh}${back.zh}`, en: `Returned to the requester${asked.en}${back.en}` };
        const title = naming.step(to);
        return { zh: `退回至「${title.zh}」${back.zh}`, en: `Returned to “${title.en}”${back.en}` };
      },
    },
  },
  notices: { 'request-returned': byActor('退回修改', 'returned to you for changes') },
  refusals: {
    'change-unnameable': {
      kind: 'invalid',
      text: () => ({
        zh: '只能点名由申请人填写的字段，并且退回给申请人时才能点名',
        en: 'Only fields that the requester fills in can be named, and only in a return to the requester',
      }),
    },
  },
  tells: null,
  undo: 'return',
  concerns: sitsOn,
  read: (body, reading) => ({ ...readOnTask(body), to: body.to ?? null, resume: body.resume ?? null, ...namedBy(body, reading) }),
  attempt(state, at) {
    const [first] = at.step === null ? [] : returnTargetsOf(at.process, at.step, state.context);
    return { ...attemptOnTask(state, at), to: first?.to ?? null, resume: null };
  },
  offers(process, { id, returns }, context) {
    const targets = returnTargetsOf(process, id, context);
    const distinct = targets.filter((target, index) => targets.findIndex(({ at }) => at === target.at) === index);
    const titles = distinct.map(({ to, at }) => ({ to, at, title: ownValue(process.steps, at)?.title ?? REQUESTER_TITLE }));
    const { maxRounds } = returns;
    return {
      targets: titles,
      resume: returns.resume,
      rounds: { made: context.returns, most: maxRounds === undefined ? null : maxRounds - 1 },
    };
  },
  at: {
    open(place) {
      if (place.step.returns.to.length === 0) return [];
      const actions = [ref('return', { step: place.step.id })];
      const edges = edgesOf(place);
      return [
        { target: stateOf('returned'), guard: [ref('to-requester'), ...mayReturn(place)], actions },
        // The smallest region around both is walked again; lanes beside it go on.
        ...place.again.map(({ top, among }) => ({
          target: top,
          reenter: true as const,
          guard: [ref('to-step'), ...(among === null ? [] : [ref('back-among', { ...edges, among })]), ...mayReturn(place)],
          actions,
        })),
      ];
    },
  },
  ways: {
    'to-requester': (_machine, { command }) => command.to === 'requester',
    'to-step': (_machine, { command }) => command.to !== 'requester',
    /** It goes to one of these. */
    'back-among': ({ request }, { command }, { among, ...edges }: ReturnEdges & { among: readonly string[] }) =>
      returnTargets(edges, request).some(({ to, at }) => to === command.to && among.includes(at)),
  },
  act(machine, event, { step: id }, process) {
    const { command, n } = event;
    const step = humanStepNamed(process, id);
    const target = returnTargetsOf(process, id, machine.request).find(({ to }) => to === command.to);
    if (target === undefined) throw new Error(`Expected to return to an earlier step, but “${command.to}” is none`);
    const resume = step.returns.resume === 'choose' ? (command.resume ?? 'walk-again') : step.returns.resume;
    const voted = cast(machine, event, { step: id, answer: 'back', stance: null }, process);
    const { request } = voted;
    const away = target.at === 'requester';
    const region = away ? WHOLE : regionOf(process.structure, id, target.at);
    const gone = away ? unsettledSteps(request) : forgotten(process, { at: target.at, resume }, request);
    const open = leftOpen(process, request.steps, { gone: gone.filter((each) => each !== id), resume });
    const behind = away ? process.order : following(process.structure, target.at);
    const returned: RequestContext = {
      ...request,
      returns: request.returns + 1,
      walked: { ...request.walked, [region]: n },
      returned: away ? { by: id, to: 'requester', resume } : null,
      // The one that returns stays, to tell a late second decision who was first.
      steps: {
        ...(resume === 'only-changed' ? comparedByAll(open, behind) : open),
        [id]: leaving(step, recordOf(request, id) as StepRecord, resume),
      },
    };
    return telling(
      { ...voted, request: returned },
      {
        type: 'request.returned',
        by: id,
        to: target.at,
        resume,
        ...(away && command.change && { fields: command.change }),
      },
    );
  },
  untaken: taskGone,
};
