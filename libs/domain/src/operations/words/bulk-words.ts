import type { BulkBar } from '../../definition/structure/in-bulk';
import { formatMoney } from '../../money/format-money';
import { isMoney } from '../../money/money';
import type { Bilingual, Json } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';

type Why = BulkBar | 'added' | 'over-plan' | 'objection' | 'no-amount';

const WHY: Record<Why, Bilingual> = {
  off: { zh: '这一步须逐项决定', en: 'This step is decided one request at a time' },
  list: { zh: '这一步须逐项办理', en: 'This step is done item by item' },
  opinion: { zh: '须签署本人意见', en: 'It needs an opinion of your own' },
  fields: { zh: '这一步有内容要填写', en: 'There is something to fill in at this step' },
  'carried-out': { zh: '办理后须逐项确认', en: 'Each one is confirmed by itself once it is carried out' },
  comment: { zh: '须写本人意见', en: 'It needs a comment of your own' },
  added: { zh: '请您加签的事项须逐项决定', en: 'You were asked to sign this one' },
  'over-plan': { zh: '属计划外，须逐项决定', en: 'It is over plan' },
  objection: { zh: '有人反对或附有条件，须先看意见', en: 'Somebody is against it or has set conditions' },
  'no-amount': { zh: '金额未填，须逐项决定', en: 'Its amount is blank' },
};

/** Why a request is decided by itself and not together with others. Pure. */
export function aloneText({ why, minor = '', currency = '' }: Record<string, Json>): Bilingual {
  const most = { minor, currency };
  const known = ownValue(WHY, String(why));
  if (known || !isMoney(most)) return known ?? WHY.off;
  return {
    zh: `金额高于您设定的 ${formatMoney(most, 'zh', 'short')}，须逐项决定`,
    en: `It is above ${formatMoney(most, 'en', 'short')}, from where you look twice`,
  };
}
