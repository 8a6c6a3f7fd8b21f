import type { Candidate, StandIn } from '../people/derivation';
import type { Bilingual } from '../text/bilingual';
import { lowerFirst } from '../wording/names';
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

/** The vacant post of a role whose place somebody takes: 暂代运营区长 / In place of the vacant area manager. Pure. */
export function vacancyTaken(title: Bilingual): Bilingual {
  return { zh: `暂代${title.zh}`, en: `In place of the vacant ${lowerFirst(title.en)}` };
}

/** The same behind a name, with nothing behind whoever holds their post: 孙倩（暂代运营区长）. Pure. */
export function takenPlace({ substitutes }: Candidate, title: Bilingual = { zh: '空缺岗位', en: 'post' }): Bilingual {
  const taken = vacancyTaken(title);
  return substitutes ? { zh: `（${taken.zh}）`, en: ` (${lowerFirst(taken.en)})` } : { zh: '', en: '' };
}
