import { undoableBy } from '../request/standing';
import { isToDecide } from '../request/supervision';
import type { Operation } from './operation';
import { BACK, UNDOING } from './undo.operation';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    'take-back': object;
  }
}
declare module '../request/words/own-words' {
  interface OwnClosings {
    'take-back': 'taken-back';
  }
  interface OwnRefusals {
    'take-back': 'decides-first';
  }
}

/** Takes back one's own last decision as an undo does, however long ago, until whoever comes next has acted. */
export const takeBackOperation: Operation<'take-back'> = {
  ...UNDOING,
  type: 'take-back',
  button: { zh: '取回', en: 'Take back' },
  past: { zh: '已取回', en: 'Taken back' },
  confirm: {
    title: { zh: '取回您的决定？', en: 'Take your decision back?' },
    consequence: {
      zh: '恢复到您处理之前，由您重新处理；下一位处理人的待办关闭并收到消息。下一位处理之后就不能取回。',
      en: 'Everything is as before your decision, and it is with you again; whoever came next loses the task and is told. Once they have acted, it is too late.',
    },
  },
  closes: 'taken-back',
  closings: { 'taken-back': { zh: '上一位处理人已取回', en: 'The person before took it back' } },
  refusals: {
    'decides-first': {
      kind: 'conflict',
      text: () => ({
        zh: '您处理之后、下一位处理之前可以取回',
        en: 'Once you have decided, until whoever comes next has acted',
      }),
    },
  },
  concerns: ({ context }, actor) => context.outcome === null && (undoableBy(context, actor.id) !== null || isToDecide(context, actor.id)),
  beside: { ...BACK, guard: ({ lookups }) => [ref('takable-back', { held: lookups.held })] },
};
