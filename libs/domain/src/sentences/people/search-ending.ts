import type { Derivation } from '../../people/derivation';
import { MOST_SEATS } from '../../people/resolve/resolve';
import type { Bilingual, Language } from '../../text/bilingual';
import { passedText } from '../events/merged-text';
import { humanStepOf, type SentenceContext } from '../sentence-context';

type Tried = Derivation['rules'][number];

const ENDINGS: Record<Exclude<Derivation['result'], 'merged'>, Bilingual> = {
  seats: { zh: '', en: '' },
  skipped: { zh: '。没有可以处理的人，按流程规定跳过', en: '. Nobody can act on it, so it was skipped as the process allows' },
  blocked: { zh: '。没有可以处理的人', en: '. Nobody can act on it' },
};

function mergedEnding({ step }: Derivation, context: SentenceContext): Bilingual {
  const { zh, en } = passedText(step, context);
  return { zh: `。${zh}`, en: `. ${en}, so not asked twice` };
}

const CROWDED: Bilingual = {
  zh: `。符合条件的超过 ${MOST_SEATS} 人，无法同时请他们处理`,
  en: `. More than ${MOST_SEATS} people qualify, too many to ask at once`,
};
const TOO_FEW: Bilingual = { zh: '。可以处理的人太少', en: '. Too few people can act on it' };

/** Why nobody is asked: nobody was found, too many were, or too few; and nothing where people are not what is missing. */
function blockedEnding({ step }: Derivation, { chosen, more = 0 }: Tried, context: SentenceContext): Bilingual {
  if (chosen.length === 0) return ENDINGS.blocked;
  if (chosen.length + more > MOST_SEATS) return CROWDED;
  return humanStepOf(context, step) ? TOO_FEW : ENDINGS.seats;
}

/** How a search has ended, behind the way: 任一人处理即可 / whoever acts first decides; nothing where one was found. Pure. */
export function ending(derivation: Derivation, tried: Tried, context: SentenceContext, language: Language): string {
  const { result, rules } = derivation;
  if (result === 'blocked') return blockedEnding(derivation, tried, context)[language];
  const several = result === 'seats' && tried.chosen.length > 1;
  const any = { zh: '，任一人处理即可', en: '; whoever acts first decides' }[language];
  const fallback = result === 'seats' && rules.indexOf(tried) > 0;
  return (
    (several ? any : '') +
    (fallback ? { zh: '（原定规则找不到可以处理的人）', en: ' (the rule before found nobody)' }[language] : '') +
    (result === 'merged' ? mergedEnding(derivation, context) : ENDINGS[result])[language]
  );
}
