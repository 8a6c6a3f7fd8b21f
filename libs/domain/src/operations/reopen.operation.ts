import { structureIn } from '../definition/structure/compensating';
import type { Outline } from '../definition/structure/outline';
import { ref, stateOf, WALK } from '../definition/state-json';
import { following, WHOLE } from '../definition/structure/structure';
import { refusal } from '../request/refusal';
import type { RequestContext } from '../request/request-state';
import { counted } from '../text/counted';
import { votesOf } from '../request/standing';
import { commentBody, hasComment } from './form/asked-form';
import { comparedByAll, forgettingSteps } from './walk/leaving';
import { telling } from './parts/machine-context';
import type { Operation, RequestPlace } from './operation';
import { PLAIN } from './parts/plain';
import { ownValue } from '../text/own-value';

declare module '../request/command' {
  interface CommandShapes {
    reopen: { hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    reopen: {
      /** `to` is `requester` or a step; `people`: who had been told of its end. */
      'request.reopened': { to: string; people: string[] };
    };
  }
  interface OwnNotices {
    reopen: 'request-reopened';
  }
  interface OwnRefusals {
    reopen: 'not-taken-up' | 'not-yours-to-take-up' | 'finished-too-long';
  }
}

/** Everybody who has had to do with a request: they hear that its outcome holds no more. Pure. */
export function peopleInvolved({ requester, steps, copiedTo = [] }: RequestContext, except: string): string[] {
  const said = Object.values(steps).flatMap((record) => [...votesOf(record).map(({ person }) => person), ...(record.copies ?? [])]);
  return [...new Set([requester?.id ?? '', ...said, ...copiedTo])].filter((person) => person !== '' && person !== except).sort();
}

/** What comes after the place where the definition lets it begin anew. */
function behind({ structure, order }: Pick<Outline, 'structure' | 'order'>, to: string): readonly string[] {
  return to === 'requester' ? order : following(structure, to);
}

function again({ definition }: RequestPlace) {
  const { reopen } = definition;
  if (reopen === undefined) return [];
  const { to, by, days, outcomes } = reopen;
  const structure = structureIn(definition);
  return [
    {
      target: to === 'requester' ? stateOf('returned') : WALK,
      guard: [
        ref('may-take-up', { by, outcomes, ...(days === undefined ? {} : { days }) }),
        ref('not-before-carried-out', { behind: behind({ structure, order: structure.order }, to) }),
        ref('comment-required', { where: true }),
      ],
      actions: [ref('reopen')],
    },
  ];
}

/**
 * Begins another round of a finished request, as its definition says: from a step, or with its requester. That step is asked anew, and whoever ended it;
 * everybody else only where something that they were shown is otherwise since.
 */
export const reopenOperation: Operation<'reopen'> = {
  ...PLAIN,
  type: 'reopen',
  scope: 'request',
  onStep: false,
  body: commentBody,
  button: { zh: '重新打开', en: 'Re-open' },
  past: { zh: '已重新打开', en: 'Re-opened' },
  confirm: {
    title: { zh: '重新打开这份申请？', en: 'Re-open this request?' },
    consequence: {
      zh: '原来的结果不再有效，申请开始新的一轮；内容没有变化的决定继续有效。相关的人会收到消息，您的姓名和原因永久留痕。',
      en: 'Its outcome no longer holds and another round begins; decisions about what has not changed stand. Everybody involved is told; your name and reason stay on record.',
    },
  },
  tone: 'danger',
  needsComment: () => true,
  events: {
    'request.reopened': {
      tells: ({ people }) => ({ notice: 'request-reopened', step: null, to: people }),
      text({ to }, naming) {
        if (to === 'requester') return { zh: '重新打开申请，由申请人修改', en: 'Re-opened the request, for its requester to change' };
        const title = naming.step(to);
        return { zh: `重新打开申请，从「${title.zh}」开始`, en: `Re-opened the request, from “${title.en}” on` };
      },
    },
  },
  notices: {
    'request-reopened': ({ request, actor }) => ({
      zh: `「${request.zh}」已${actor ? `由${actor.zh}` : ''}重新打开，原来的结果不再有效`,
      en: `“${request.en}” was re-opened${actor ? ` by ${actor.en}` : ''}; its outcome no longer holds`,
    }),
  },
  refusals: {
    'not-taken-up': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '这样结束的申请不能再处理', en: 'A request that ended like this cannot be taken up again' }),
    },
    'not-yours-to-take-up': {
      kind: 'forbidden',
      silent: true,
      text: () => ({ zh: '您不能处理已经结束的申请', en: 'You may not take up a request that has ended' }),
    },
    'finished-too-long': {
      kind: 'conflict',
      text: ({ days }) => ({
        zh: `结束已超过 ${String(days)} 天，不能再处理`,
        en: `It ended more than ${counted(days, 'day')} ago, so it cannot be taken up again`,
      }),
    },
  },
  concerns: ({ context }, _actor, _step, { definition }) => context.outcome !== null && definition.reopen !== undefined,
  read: (body) => ({ hasComment: hasComment(body) }),
  attempt: () => ({ hasComment: true }),
  at: { finished: again, ended: again },
  act(machine, { command, n }, _params, process) {
    const to = process.definition.reopen?.to ?? 'requester';
    const { request } = machine;
    const people = peopleInvolved(request, command.actor);
    const ended = Object.keys(request.steps).filter((step) =>
      ['rejected', 'closed', 'returned'].includes(ownValue(request.steps, step)?.status ?? ''),
    );
    const steps = forgettingSteps(request.steps, to === 'requester' ? ended : [to, ...ended]);
    const reopened: RequestContext = {
      ...request,
      outcome: null,
      finishedAt: null,
      closesAt: null,
      undo: [],
      returns: request.returns + 1,
      walked: { ...request.walked, [WHOLE]: n },
      returned: to === 'requester' ? { by: '', to, resume: 'only-changed' } : null,
      steps: comparedByAll(steps, behind(process, to)),
    };
    return telling({ ...machine, request: reopened }, { type: 'request.reopened', to, people });
  },
  untaken: (context) => refusal(context.outcome === null ? 'invalid-state' : 'not-taken-up', { state: context.outcome ?? 'walk' }),
};
