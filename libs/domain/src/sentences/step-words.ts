import type { Bilingual } from '../text/bilingual';
import type { Limit } from '../request/grant';
import type { Outcome } from '../request/request-state';
import { formatMoney } from '../money/format-money';
import { inBoth } from '../wording/names';

/** What outcomes are called, as on the seal. */
export const OUTCOME_TEXT: Record<Outcome, Bilingual> = {
  approved: { zh: '已批准', en: 'Approved' },
  rejected: { zh: '已驳回', en: 'Rejected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  terminated: { zh: '已终止', en: 'Terminated' },
  revoked: { zh: '已撤销批准', en: 'Revoked' },
};

/** A limit in words: ¥5,000, 不限 / no limit, 未设 / not set. Pure. */
export function limitText(limit: Limit): Bilingual {
  if (limit === 'no-limit') return { zh: '不限', en: 'no limit' };
  return limit === null ? { zh: '未设', en: 'not set' } : inBoth((language) => formatMoney(limit, language, 'short'));
}
