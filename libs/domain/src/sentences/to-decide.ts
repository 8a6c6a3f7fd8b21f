import type { Derivation } from '../people/derivation';
import type { Bilingual } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { lowerFirst } from '../wording/names';
import type { SentenceContext } from './sentence-context';
import { limitText } from './step-words';
import { triedOf } from './people/rule-text';

/**
 * The sentence of a request as the person reads it who must decide because the post below may not: “…，高于运营经理 ¥5,000 的额度，请您决定”. Pure.
 * The sentence as it is where no limit brought the task to them.
 */
export function sentenceToDecide(sentence: Bilingual, derivation: Derivation, { names }: SentenceContext): Bilingual {
  const tried = triedOf(derivation);
  const below = tried?.candidates.findLast(({ removed }) => removed?.code === 'limit-too-low' || removed?.code === 'plan-not-covered');
  const role = below?.role ? ownValue(names.roles, below.role) : undefined;
  if (!role || !below || below.limit === undefined || derivation.result !== 'seats') return sentence;
  if (below.removed?.code === 'plan-not-covered') return beyondPlan(sentence, role, derivation.plan);
  const limit = limitText(below.limit);
  return {
    zh: `${sentence.zh}，高于${role.zh} ${limit.zh} 的额度，请您决定`,
    en: `${sentence.en}; it is above the ${lowerFirst(role.en)}’s ${limit.en}, so it is yours to decide`,
  };
}

/** The limit below is for the other side of the plan. */
function beyondPlan(sentence: Bilingual, role: Bilingual, plan: Derivation['plan']): Bilingual {
  const only = plan === 'in' ? { zh: '计划外', en: 'over-plan' } : { zh: '计划内', en: 'in-plan' };
  return {
    zh: `${sentence.zh}，${role.zh}的额度只适用于${only.zh}，请您决定`,
    en: `${sentence.en}; the ${lowerFirst(role.en)}’s limit is for ${only.en} cases only, so it is yours to decide`,
  };
}
