import type { Bilingual } from '../text/bilingual';
import type { HumanStep } from '../definition/step.schema';
import type { Limit } from '../request/grant';
import type { Outcome } from '../request/request-state';
import { formatMoney } from '../money/format-money';
import { inBoth } from '../wording/names';

/** What a person does on a step of this kind, and has done. */
export const STEP_VERBS: Record<HumanStep['kind'], { does: Bilingual; done: Bilingual }> = {
  approve: { does: { zh: '批准', en: 'approves' }, done: { zh: '同意', en: 'Approved' } },
  review: { does: { zh: '审核', en: 'reviews' }, done: { zh: '审核通过', en: 'Reviewed' } },
  opinion: { does: { zh: '签署意见', en: 'signs an opinion' }, done: { zh: '签署意见', en: 'Signed an opinion' } },
  work: { does: { zh: '办理', en: 'carries it out' }, done: { zh: '办理完成', en: 'Done' } },
};

/** What outcomes are called, as on the seal. */
export const OUTCOME_TEXT: Record<Outcome, Bilingual> = {
  approved: { zh: '已批准', en: 'Approved' },
  rejected: { zh: '已驳回', en: 'Rejected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  terminated: { zh: '已终止', en: 'Terminated' },
};

/** A limit in words: ¥5,000, 不限 / no limit, 未设 / not set. Pure. */
export function limitText(limit: Limit): Bilingual {
  if (limit === 'no-limit') return { zh: '不限', en: 'no limit' };
  return limit === null ? { zh: '未设', en: 'not set' } : inBoth((language) => formatMoney(limit, language, 'short'));
}
