import type { Stance } from '../../request/command';
import type { Bilingual } from '../../text/bilingual';
import { stanceText } from '../../wording/condition-text';

/** An opinion in a few words for a list, by whom it comes from: 财务部意见：同意 / Finance: in favour. Pure. It advises and does not decide. */
export function opinionText(stance: Stance, from: Bilingual): Bilingual {
  const signed = stanceText(stance);
  return { zh: `${from.zh}意见：${signed.zh}`, en: `${from.en}: ${signed.en}` };
}
