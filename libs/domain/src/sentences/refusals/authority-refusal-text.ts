import { formatMoney } from '../../money/format-money';
import { isMoney } from '../../money/money';
import type { Bilingual, Json } from '../../text/bilingual';
import { inBoth } from '../../wording/names';
import { ownValue } from '../../text/own-value';

/** A refusal for want of authority. */
interface RefusalCase {
  params: Record<string, Json>;
}

const AUTHORITY_GAPS: Record<string, Bilingual> = {
  'grant-withheld': {
    zh: '此项审批权暂未授予您，须由上级批准',
    en: 'This authority has been withheld from you; it takes somebody above you',
  },
};

const PLAN_GAPS: Record<string, Bilingual> = {
  in: {
    zh: '这笔属于计划内，您的额度只适用于计划外，须由上级批准',
    en: 'This is in plan, and your limit is for over-plan cases only; it takes somebody above you',
  },
  over: {
    zh: '这笔属于计划外，您的额度只适用于计划内，须由上级批准',
    en: 'This is over plan, and your limit is for in-plan cases only; it takes somebody above you',
  },
};

/** Why somebody's grants do not cover a step. Pure. */
export function noAuthority({ params }: RefusalCase): Bilingual {
  return (
    ownValue(PLAN_GAPS, params.why === 'plan-not-covered' ? String(params.plan) : '') ??
    ownValue(AUTHORITY_GAPS, String(params.why)) ?? {
      zh: '您没有此项审批权，须由有审批权的人处理',
      en: 'You do not have the authority for this; it takes somebody who does',
    }
  );
}

/** Why somebody's limit does not reach. Pure. */
export function overLimit({ params }: RefusalCase): Bilingual {
  const { amount, limit } = params;
  if (!isMoney(amount))
    return { zh: '金额未填，只有不限额度的人可以批准', en: 'The amount is blank, so only somebody with no limit can approve it' };
  const sum = inBoth((language) => formatMoney(amount, language, 'short'));
  if (!isMoney(limit))
    return {
      zh: `您没有设定额度，不能批准 ${sum.zh}，须由上级批准`,
      en: `You have no limit set, so ${sum.en} takes somebody above you`,
    };
  const most = inBoth((language) => formatMoney(limit, language, 'short'));
  return {
    zh: `您的额度 ${most.zh} 不够批准 ${sum.zh}，须由额度更高的上级批准`,
    en: `Your limit of ${most.en} does not cover ${sum.en}; it takes somebody above you`,
  };
}

/** Of a request for authority that is one's own, or that of a role that one holds. Pure. */
export const ownAuthority = (): Bilingual => ({
  zh: '这份申请给您本人或您担任的岗位授权，须由其他人提出和处理',
  en: 'This gives authority to you or to a role that you hold, so somebody else has to ask for it and decide it',
});
