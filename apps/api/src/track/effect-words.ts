import type { Bilingual, Effect } from '@countersign/domain';
import type { EffectView } from './dto/engine.view';

/** What an effect does, for people. */
export const EFFECT_WORDS: Record<Effect['type'], Bilingual> = {
  'start-child': { zh: '发起子申请', en: 'Start a child request' },
  'tell-citing': { zh: '告知引用它的申请', en: 'Tell the requests that are based on it' },
  'follow-plan': { zh: '写入预算', en: 'Add to the budget' },
  'follow-grant': { zh: '更改授权', en: 'Change the authority' },
  'end-child': { zh: '撤回子申请', en: 'Withdraw a child request' },
  call: { zh: '请外部系统办理', en: 'Ask another system' },
  'tell-parent': { zh: '告知上级申请', en: 'Tell the parent request' },
  notify: { zh: '发消息', en: 'Send a message' },
  'supersede-notices': { zh: '收起不再需要处理的消息', en: 'Fold away messages that need nothing any more' },
  'take-back-notices': { zh: '收回消息', en: 'Take messages back' },
};

/** A mail, which tells what notices say, one or several together. */
export const MAIL_WORDS: Bilingual = { zh: '发邮件', en: 'Send an e-mail' };

const WHY_NOT: Record<Exclude<EffectView['state'], 'dead'>, Bilingual> = {
  waiting: { zh: '还在排队，会自己再试', en: 'It is on its way and is tried by itself' },
  claimed: { zh: '正在做，没做成会自己再试', en: 'It is being done, and is tried again by itself' },
  done: { zh: '已经做成，不能再做一次', en: 'It was done, and is not done twice' },
  cancelled: { zh: '已经取消，申请不再需要它', en: 'It was cancelled: its request no longer needs it' },
};
const BY_REQUEST: Bilingual = {
  zh: '申请已知道没有办成：在申请里用「重新发送」，按现在的内容再发一次',
  en: 'The request knows that it was not done: use “Send again” on the request, which sends what it holds now',
};

/** Whether an effect may be tried again by itself, and why not. Pure. */
export function againOf({ state, told }: Pick<EffectView, 'state'> & { told: boolean }): Pick<EffectView, 'again' | 'why'> {
  if (state !== 'dead') return { again: 'no', why: WHY_NOT[state] };
  return told ? { again: 'request', why: BY_REQUEST } : { again: 'here', why: null };
}
