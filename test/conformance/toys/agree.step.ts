import { z } from 'zod';
import { decidedKind } from '../../../libs/domain/src/definition/steps/decided-kind';
import { decidedShape } from '../../../libs/domain/src/definition/steps/step-parts';
import { error } from '../../../libs/domain/src/definition/finding';

/** As many of its people have to agree as it says; it is rejected once so many no longer can. */
export const agreeStep = decidedKind('agree', {
  title: { zh: '会签', en: 'Countersign' },
  schema: z.strictObject({ ...decidedShape, kind: z.literal('agree'), of: z.int().min(1), mayReject: z.literal(true).default(true) }),
  decision: {
    button: { zh: '同意', en: 'Agree' },
    past: { zh: '已同意', en: 'Agreed' },
    after: { zh: '同意后', en: 'Then' },
    does: { zh: '会签', en: 'countersigns' },
    done: { zh: '同意', en: 'agreed' },
  },
  settle(seats, { of }) {
    const given = (answer: string | null) => seats.filter((seat) => seat.answer === answer).length;
    if (given('back') > 0) return 'returned';
    if (given('yes') >= of) return 'passed';
    return given('yes') + given(null) < of ? 'rejected' : 'open';
  },
  verify: ({ of, assignee }, { path }) =>
    of > 1 && assignee.by === 'person'
      ? [error({ code: 'never-agrees', path: `${path}.of` }, '一个人凑不成这么多人同意。', 'One person cannot be that many.')]
      : [],
});
