import { z } from 'zod';
import type { Definition } from '../definition/definition.schema';
import { LIMITS } from '../definition/limits';
import { ref, type TransitionJson } from '../definition/state-json';
import { childId } from '../digest/uuid';
import { byHandRefusal } from '../guards/may-start-child.guard';
import { isForgettable } from '../request/links/children';
import { refusal } from '../request/refusal';
import type { RequestContext } from '../request/request-state';
import { commentSchema } from './form/asked-form';
import { telling } from './parts/machine-context';
import type { Operation, RequestPlace } from './operation';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    'start-child': { to: string | null };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    /** `process`: key of its process; `title`: what this one's process calls it. */
    'start-child': { 'child.begun': { child: string; process: string; title: { zh: string; en: string }; person: string } };
  }
  interface OwnRefusals {
    'start-child': 'child-not-offered' | 'child-not-yours' | 'child-too-early' | 'child-too-late' | 'children-enough';
  }
}

const offeredBy = ({ children = [] }: Pick<Definition, 'children'>) =>
  children.map(({ definition, by, when, max }) => ({ definition, by, when, max }));

/** So many are remembered as one may have: the oldest that was thrown away makes room. */
function remembered(children: RequestContext['children'] = {}): NonNullable<RequestContext['children']> {
  const all = Object.entries(children);
  if (all.length < LIMITS.children) return children;
  const [oldest] = all.filter(([, child]) => isForgettable(child)).sort(([, left], [, right]) => left.n - right.n);
  return Object.fromEntries(all.filter((each) => each !== oldest));
}

function starts({ definition }: RequestPlace): TransitionJson[] {
  if (definition.children === undefined) return [];
  return [{ guard: [ref('may-start-child', { offered: offeredBy(definition) })], actions: [ref('start-child')] }];
}

/** Starts another request from this one by hand, with what it holds. It is a draft of whoever starts it, who fills in the rest; this one goes on as it was. */
export const startChildOperation: Operation<'start-child'> = {
  ...PLAIN,
  type: 'start-child',
  scope: 'request',
  onStep: false,
  body: z.strictObject({ comment: commentSchema, to: z.string().min(1).max(120) }),
  button: { zh: '发起子申请', en: 'Start a child request' },
  past: { zh: '已发起子申请，请填写后提交', en: 'Started; please fill it in and submit it' },
  whereTo: { zh: '发起哪一种', en: 'Which one' },
  confirm: {
    title: { zh: '发起子申请？', en: 'Start a child request?' },
    consequence: {
      zh: '新申请先成为您的草稿，内容从这份申请带入；您补全并提交后开始审批。这份申请照常办理，并显示它的进展。',
      en: 'It begins as a draft of yours, filled in from this request; once you have completed and submitted it, it is decided on. This request goes on as it was and shows how the other one stands.',
    },
  },
  group: 'hand-on',
  events: {
    'child.begun': { text: ({ title }) => ({ zh: `发起子申请「${title.zh}」`, en: `Started the child request “${title.en}”` }) },
  },
  refusals: {
    'child-not-offered': {
      kind: 'invalid',
      text: () => ({ zh: '从这份申请不能发起这种子申请', en: 'No child request of this kind can be started from this one' }),
    },
    'child-not-yours': {
      kind: 'forbidden',
      silent: true,
      text: () => ({ zh: '您不能从这份申请发起这种子申请', en: 'You may not start a child request of this kind from this one' }),
    },
    'child-too-early': {
      kind: 'conflict',
      text: () => ({ zh: '批准后才能发起子申请', en: 'A child request can be started once this one is approved' }),
    },
    'child-too-late': {
      kind: 'conflict',
      silent: true,
      text: ({ outcome }) =>
        outcome === 'approved'
          ? {
              zh: '这份申请已经批准，不能再发起这种子申请',
              en: 'This request is approved, so a child request of this kind can no longer be started',
            }
          : { zh: '这份申请已结束，不能再发起子申请', en: 'This request has ended, so no child request can be started' },
    },
    'children-enough': {
      kind: 'conflict',
      text: ({ max, deep }) =>
        deep
          ? { zh: `子申请最多 ${String(max)} 层`, en: `Child requests go at most ${String(max)} levels deep` }
          : {
              zh: `这种子申请最多 ${String(max)} 份，已经够了`,
              en: `There may be at most ${String(max)} of them, and there are as many already`,
            },
    },
  },
  concerns: (_state, _actor, _step, { definition }) => definition.children !== undefined,
  read: (body) => ({ to: body.to ?? null }),
  // Whether there is anything at all that they may start.
  attempt: () => ({ to: null }),
  offersOf({ definition }, context, { id, roles }) {
    const open = (definition.children ?? []).filter((each) => byHandRefusal(each, context, { actor: id, roles }) === null);
    return { targets: open.map(({ definition: to, title }) => ({ to, at: '', title })) };
  },
  at: { walk: starts, returned: starts, finished: starts, ended: starts },
  act(machine, { command, n }, _params, { definition }) {
    const offered = definition.children?.find((each) => each.definition === command.to);
    if (offered === undefined) throw new Error(`Expected to start “${command.to}” by hand, but the process offers no such request`);
    const { request } = machine;
    const child = childId(request.requestId, `by-hand/${offered.definition}`, n, 0);
    const record = { n, given: '', process: offered.definition, ...(offered.bound ? {} : { free: true as const }) };
    const children = { ...remembered(request.children), [child]: record };
    const { definition: process, title } = offered;
    // Whoever builds on an approval ends the possibility to take it back.
    const undo = request.outcome === null ? request.undo : [];
    return telling(
      { ...machine, request: { ...request, children, undo } },
      { type: 'child.begun', child, process, title, person: command.actor },
    );
  },
  untaken: (context) => refusal('child-too-late', { outcome: context.outcome ?? 'draft' }),
};
