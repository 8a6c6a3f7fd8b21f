import type { StandIn } from '../people/derivation';
import type { Bilingual } from '../text/bilingual';
import { personName, type SentenceContext } from './sentence-context';

/** Who takes whose place: 周岩离岗，由孙倩代办 / Zhou Yan is away, and Sun Qian stands in. Pure. */
export function awayText({ person, absent, named }: StandIn, context: SentenceContext): Bilingual {
  const [who, whom] = [personName(context, person), personName(context, absent)];
  return named
    ? { zh: `${whom.zh}离岗，由${who.zh}代办`, en: `${whom.en} is away, and ${who.en} stands in` }
    : {
        zh: `${whom.zh}离岗，代办人不能处理，上行到${who.zh}`,
        en: `${whom.en} is away and the stand-in may not act, so it goes up to ${who.en}`,
      };
}
