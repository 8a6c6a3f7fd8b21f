import { ref } from '../../../libs/domain/src/definition/state-json';
import { commentBody, hasComment } from '../../../libs/domain/src/operations/form/asked-form';
import { telling } from '../../../libs/domain/src/operations/parts/machine-context';
import type { Operation } from '../../../libs/domain/src/operations/operation';
import { PLAIN } from '../../../libs/domain/src/operations/parts/plain';
import { refusal } from '../../../libs/domain/src/request/refusal';

declare module '../../../libs/domain/src/request/command' {
  interface CommandShapes {
    remark: { hasComment: boolean };
  }
}

declare module '../../../libs/domain/src/request/words/own-words' {
  interface OwnEvents {
    remark: { 'request.remarked': { person: string } };
  }
  interface OwnNotices {
    remark: 'request-remarked';
  }
  interface OwnRefusals {
    remark: 'nothing-said';
  }
}

/** The requester says something that stays in the journal, and moves nothing. */
export const remarkOperation: Operation<'remark'> = {
  ...PLAIN,
  type: 'remark',
  scope: 'request',
  onStep: false,
  body: commentBody,
  button: { zh: '说明', en: 'Remark' },
  past: { zh: '已说明', en: 'Remarked' },
  needsComment: () => true,
  events: {
    'request.remarked': {
      text: ({ person }, naming) => ({ zh: `${naming.person(person).zh}作了说明`, en: `${naming.person(person).en} made a remark` }),
      tells: () => ({ notice: 'request-remarked', step: null }),
    },
  },
  notices: { 'request-remarked': ({ request }) => ({ zh: `「${request.zh}」有说明`, en: `There is a remark on “${request.en}”` }) },
  refusals: { 'nothing-said': { kind: 'conflict', text: () => ({ zh: '现在不能说明', en: 'Nothing can be said now' }) } },
  concerns: ({ context }, actor) => context.requester?.id === actor.id,
  read: (body) => ({ hasComment: hasComment(body) }),
  attempt: () => ({ hasComment: true }),
  at: { walk: () => [{ guard: [ref('is-requester'), ref('comment-required', { where: true })], actions: [ref('remark')] }] },
  act: (machine, { command }) => telling(machine, { type: 'request.remarked', person: command.actor }),
  untaken: () => refusal('nothing-said'),
};
