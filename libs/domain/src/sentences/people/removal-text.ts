import { isRecord } from '../../form/blank';
import type { Bilingual, Json } from '../../text/bilingual';
import { formatMoney } from '../../money/format-money';
import { isMoney } from '../../money/money';
import type { Candidate, RemovalCode } from '../../people/derivation';
import { inBoth } from '../../wording/names';
import { stepTitle, type SentenceContext } from '../sentence-context';

type Words = (candidate: Candidate, context: SentenceContext) => Bilingual;

const plain =
  (zh: string, en: string): Words =>
  () => ({ zh, en });

const REMOVAL_WORDS: Record<RemovalCode, Words> = {
  'is-requester': plain('是申请人本人', 'is the requester'),
  'asks-above': plain('是上级申请的申请人', 'made the request that this one belongs to'),
  'is-beneficiary': plain('是受益人', 'benefits from it'),
  'own-authority': plain('所改的是其本人担任的岗位的权限', 'holds the role whose authority is changed'),
  'benefits-above': plain('是上级申请的受益人', 'benefits from the request that this one belongs to'),
  'corrected-it': plain('更正过申请内容', 'corrected what is asked'),
  'decided-before': ({ removed }, context) => {
    const step = stepTitle(context, String(removed?.params.step));
    return { zh: `已处理「${step.zh}」`, en: `decided “${step.en}”` };
  },
  'decided-just-before': ({ removed }, context) => {
    const step = stepTitle(context, String(removed?.params.step));
    return { zh: `刚处理过上一步「${step.zh}」`, en: `decided the previous step, “${step.en}”` };
  },
  inactive: plain('已停用', 'no longer active'),
  'no-authority': ({ removed }) => {
    const only = removed?.params.only;
    if (only === undefined || !isRecord(only)) return { zh: '没有此项审批权', en: 'has no authority for this' };
    return { zh: `只有「${String(only.zh)}」的审批权`, en: `has authority for “${String(only.en)}” only` };
  },
  'limit-too-low': ({ removed, limit }) => {
    const most = removed?.params.limit ?? limit;
    const text = inBoth((language) => (isMoney(most) ? `${formatMoney(most, language, 'short')} ` : ''));
    return { zh: `额度 ${text.zh}不够`, en: `limit ${text.en}is too low` };
  },
  'limit-blank': plain('未设额度', 'has no limit set'),
  'grant-withheld': ({ removed }) => {
    const reason = removed?.params.reason;
    const why = typeof reason === 'string' ? reason : null;
    return { zh: why ? `授权暂不授予（${why}）` : '授权暂不授予', en: why ? `authority withheld (${why})` : 'authority withheld' };
  },
  'plan-not-covered': ({ removed }) =>
    removed?.params.plan === 'in'
      ? { zh: '额度只适用于计划外', en: 'limit is for over-plan cases only' }
      : { zh: '额度只适用于计划内', en: 'limit is for in-plan cases only' },
  'not-nearest': plain('另有更近的负责人', 'somebody nearer is in charge'),
  'lacks-role': plain('不担任所需的角色', 'does not have the role required'),
  vacant: plain('岗位空缺', 'the post is vacant'),
  'on-leave': plain('离岗', 'is away'),
  'is-away': plain('也不在岗', 'is away too'),
  'asked-already': plain('已是这一步的处理人', 'is asked on this step already'),
  'not-led-to': plain('有此权限，但这一步不会找到其人', 'has the authority, but the step does not lead to them'),
};

/** Why a candidate was passed over, after their name: 额度 ¥5,000 不够 / limit ¥5,000 is too low. Pure; null for one who was not. */
export function removalText(candidate: Candidate, context: SentenceContext): Bilingual | null {
  return candidate.removed && REMOVAL_WORDS[candidate.removed.code](candidate, context);
}

/** What somebody was passed over for, as a refusal holds it; null where it is nothing of the kind. Pure. */
export function removalOf(value: Json | undefined): Candidate['removed'] {
  if (!isRecord(value)) return null;
  const { code, params } = value;
  return typeof code === 'string' && isRemoval(code) && isRecord(params) ? { code, params } : null;
}

const isRemoval = (code: string): code is RemovalCode => Object.hasOwn(REMOVAL_WORDS, code);
