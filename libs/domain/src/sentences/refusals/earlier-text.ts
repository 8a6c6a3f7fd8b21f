import type { Bilingual, Json } from '../../text/bilingual';

interface Said {
  params: Record<string, Json>;
}

/** What was paid in advance and is not cleared. Pure. */
function settleFirstText({ params: { request, age, days } }: Said): Bilingual {
  const [zh, en] = typeof request === 'string' ? [request, request] : ['以前的申请', 'An earlier request'];
  if (typeof age !== 'number' || typeof days !== 'number')
    return { zh: `${zh}还没有结清，请先结清，再发起新的`, en: `${en} is not settled: settle it before you ask for another` };
  return {
    zh: `${zh} 付款已 ${age} 天，还没有结清（最多 ${days} 天）；请先冲账或退回，再发起新的`,
    en: `${en} was paid ${age} days ago and is not settled (${days} days at most): settle it before you ask for another`,
  };
}

/** What was asked for within some days comes to more than it may. Pure. */
function overPeriodText({ params: { days, count, before, most, currency } }: Said): Bilingual {
  if (typeof days !== 'number' || typeof count !== 'number')
    return { zh: '连同近期的同类申请，合计超过上限', en: 'Together with such requests of late it comes to more than it may' };
  return {
    zh: `${days} 天内同类申请已有 ${count} 笔，共 ${String(before)} ${String(currency)}，连同本笔超过 ${String(most)} ${String(currency)}`,
    en: `${count} such ${count === 1 ? 'request' : 'requests'} of ${String(before)} ${String(currency)} within ${days} days: with this one they come to more than ${String(most)} ${String(currency)}`,
  };
}

/** What is said where earlier requests stand against a new one. */
export const EARLIER_TEXTS = { 'settle-first': settleFirstText, 'over-period': overPeriodText } as const;
