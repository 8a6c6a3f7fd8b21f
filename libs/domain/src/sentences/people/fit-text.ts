import { formatMoney } from '../../money/format-money';
import type { Fit } from '../../preview/fit';
import type { Bilingual } from '../../text/bilingual';
import { inBoth, wordList } from '../../wording/names';
import { stepTitle, whenText, type SentenceContext } from '../sentence-context';
import { limitText } from '../step-words';

/** Why somebody who is named may have a step, one line each: 额度 ¥50,000 覆盖 ¥26,300, 不是申请人，也不是受益人, 目前在岗. Pure. */
export function fitTexts(fit: Fit, context: SentenceContext): Bilingual[] {
  const { authority, unconcerned, apart, awayUntil } = fit;
  return [
    ...(authority === null ? [] : [authorityText(authority)]),
    ...(unconcerned ? [{ zh: '不是申请人，也不是受益人', en: 'Neither the requester nor who benefits' }] : []),
    ...(apart.length === 0 ? [] : [apartText(apart, context)]),
    awayUntil === null ? { zh: '目前在岗', en: 'Not away' } : awayText(whenText(context, awayUntil)),
  ];
}

function authorityText({ limit, amount }: NonNullable<Fit['authority']>): Bilingual {
  if (amount === null || limit === undefined) return { zh: '有这一步所需的权限', en: 'Holds the authority that the step asks for' };
  const [held, asked] = [limitText(limit), inBoth((language) => formatMoney(amount, language, 'short'))];
  if (limit === 'no-limit') return { zh: `额度${held.zh}`, en: 'Authority without a limit' };
  return { zh: `额度 ${held.zh} 覆盖 ${asked.zh}`, en: `Limit of ${held.en} covers ${asked.en}` };
}

function apartText(steps: readonly string[], context: SentenceContext): Bilingual {
  const titles = steps.map((step) => stepTitle(context, step));
  const quoted = titles.map(({ en }) => `“${en}”`);
  return { zh: `没有处理过${titles.map(({ zh }) => `「${zh}」`).join('')}`, en: `Has not decided ${wordList(quoted, 'en')}` };
}

function awayText({ zh, en }: Bilingual): Bilingual {
  return { zh: `离岗至 ${zh}`, en: `Away until ${en}` };
}
