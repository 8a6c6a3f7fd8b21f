import type { Bilingual } from '../../text/bilingual';
import type { RequestContext } from '../../request/request-state';
import { lowerFirst } from '../../wording/names';
import { flatten, isHuman } from '../../definition/flow';
import { kindOf } from '../../definition/step.schema';
import { ownValue } from '../../text/own-value';
import { stepOf, type SentenceContext } from '../sentence-context';
import { OUTCOME_TEXT } from '../step-words';

/**
 * The sentence of a finished request with what became of it: “…，已批准并付款” / “…; approved and paid”. Pure.
 * The work told is the one that directly followed the approval, where the definition says in words what was done.
 */
export function finishedSentence(sentence: Bilingual, { outcome, steps }: Ended, context: Pick<SentenceContext, 'definition'>): Bilingual {
  if (outcome === null) return sentence;
  const became = OUTCOME_TEXT[outcome];
  const done =
    outcome === 'approved'
      ? workAfterApproval(
          flatten(context.definition.flow).flatMap(({ id }) => (PASSED.has(ownValue(steps, id)?.status ?? '') ? [id] : [])),
          context,
        )
      : null;
  return {
    zh: `${sentence.zh}，${became.zh}${done ? `并${done.zh}` : ''}`,
    en: `${sentence.en}; ${lowerFirst(became.en)}${done ? ` and ${done.en}` : ''}`,
  };
}

type Ended = Pick<RequestContext, 'outcome' | 'steps'>;

const PASSED: ReadonlySet<string> = new Set(['passed', 'merged']);

function workAfterApproval(passed: string[], context: Pick<SentenceContext, 'definition'>): Bilingual | null {
  const kinds = passed.map((id) => stepOf(context, id));
  const after = kinds[kinds.findLastIndex((step) => step && kindOf(step).decision?.binding) + 1];
  return after && isHuman(after) && kindOf(after).decision?.carriedOut ? (after.labels.done ?? null) : null;
}
