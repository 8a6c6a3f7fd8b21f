import { authorityQuestion } from '../authority/question';
import { refusal } from '../request/refusal';
import { defineGuard, signsBesides } from './guard';
import { actorCoverage, authorityParams } from './has-authority.guard';

/** The amount is within the actor's limit. A blank limit covers nothing, “no limit” is said in words (G01). */
export const withinLimit = defineGuard({
  params: authorityParams,
  refuse(input, { authority, step }) {
    if (step !== undefined && signsBesides(input, step)) return null;
    const found = actorCoverage(input, authority);
    if (found?.covers) return null;
    const { amount } = authorityQuestion(authority, input.context);
    return refusal('over-limit', {
      amount: amount && { ...amount },
      limit: typeof found?.limit === 'object' && found.limit !== null ? { ...found.limit } : (found?.limit ?? null),
      why: found?.code ?? 'no-authority',
    });
  },
});
