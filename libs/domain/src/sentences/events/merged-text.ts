import type { Bilingual } from '../../text/bilingual';
import { upperFirst } from '../../text/upper-first';
import { humanStepOf, type SentenceContext } from '../sentence-context';

/** By which policy a step has passed in the name of somebody who had agreed before: 与上一步为同一人 / same person as the previous step. Pure. */
export function samePersonText(step: string, context: SentenceContext): Bilingual {
  return humanStepOf(context, step)?.samePerson === 'any'
    ? { zh: '与前面已同意的为同一人', en: 'same person as an earlier step' }
    : { zh: '与上一步为同一人', en: 'same person as the previous step' };
}

/** The same as a sentence of its own: 与上一步为同一人，自动通过 / Same person as the previous step. Pure. */
export function passedText(step: string, context: SentenceContext): Bilingual {
  const why = samePersonText(step, context);
  return { zh: `${why.zh}，自动通过`, en: upperFirst(why.en) };
}
