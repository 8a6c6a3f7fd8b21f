import type { Stance } from '../request/command';
import type { Bilingual } from '../text/bilingual';
import { stanceText } from '../wording/condition-text';

/** An opinion in a few words for a list, by whom it comes from: 财务部：建议同意 / Finance: in favour. Pure. It advises and does not decide. */
export function opinionText(stance: Stance, from: Bilingual): Bilingual {
  const signed = stanceText(stance);
  const advice = stance === 'against' ? '不同意' : signed.zh;
  return { zh: `${from.zh}：建议${advice}`, en: `${from.en}: ${signed.en}` };
}
