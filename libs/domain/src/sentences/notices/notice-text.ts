import type { Bilingual } from '../../text/bilingual';
import { OWN_NOTICES } from '../../operations/registry';
import type { HouseNotice, Notice, NoticeSubject } from '../../request/effect';
import { ownValue } from '../../text/own-value';

type Words = (subject: NoticeSubject) => Bilingual;

const HOUSE_WORDS: Record<HouseNotice, Words> = {
  'task-opened': ({ request, requester, step }) => ({
    zh: `${requester.zh}的「${request.zh}」等您${step ? `处理：${step.zh}` : '处理'}`,
    en: `“${request.en}” from ${requester.en} is waiting for you${step ? `: ${step.en}` : ''}`,
  }),
  'request-approved': ({ request }) => ({ zh: `「${request.zh}」已批准`, en: `“${request.en}” has been approved` }),
  'request-blocked': ({ request, step }) => ({
    zh: `「${request.zh}」在${step ? `「${step.zh}」` : '这一步'}受阻，请您解决`,
    en: `“${request.en}” is stuck${step ? ` at “${step.en}”` : ''}. Please sort it out`,
  }),
  'copy-received': ({ request, requester }) => ({
    zh: `${requester.zh}的「${request.zh}」抄送给您`,
    en: `You have been copied on “${request.en}” from ${requester.en}`,
  }),
  'token-issued': ({ actor }) => ({
    zh: `${actor?.zh ?? '管理员'}为您签发了访问令牌，持有者能以您的名义操作；如不知情，请到「我的账号」吊销`,
    en: `${actor?.en ?? 'An administrator'} issued an access token that acts as you. If you did not expect this, revoke it under “My account”`,
  }),
  'link-issued': ({ actor }) => ({
    zh: `${actor?.zh ?? '管理员'}为您生成了登录链接，持有者能以您的名义登录；如不知情，请立即联系管理员`,
    en: `${actor?.en ?? 'An administrator'} made a sign-in link for you; whoever has it can sign in as you. If you did not ask for it, tell an administrator at once`,
  }),
  'rights-changed': ({ actor }) => ({
    zh: `${actor?.zh ?? '管理员'}更改了您的权限`,
    en: `${actor?.en ?? 'An administrator'} changed your rights`,
  }),
  'absence-asked': ({ actor }) => ({
    zh: `${actor?.zh ?? '有人'}离岗期间想请您代办，请答复`,
    en: `${actor?.en ?? 'Somebody'} will be away and asks you to stand in; please answer`,
  }),
  'absence-accepted': ({ actor }) => ({
    zh: `${actor?.zh ?? '代办人'}同意在您离岗期间代办`,
    en: `${actor?.en ?? 'Your stand-in'} has agreed to stand in for you`,
  }),
  'absence-declined': ({ actor }) => ({
    zh: `${actor?.zh ?? '代办人'}不能在您离岗期间代办，请另请他人`,
    en: `${actor?.en ?? 'Your stand-in'} cannot stand in for you; please ask somebody else`,
  }),
  'absence-ended': ({ actor }) => ({
    zh: `${actor?.zh ?? '对方'}的离岗安排已结束或取消，您不再代办`,
    en: `The absence of ${actor?.en ?? 'the other person'} was ended or cancelled; you no longer stand in`,
  }),
  'command-undelivered': ({ request }) => ({
    zh: `「${request.zh}」有一项操作没能送达，请处理`,
    en: `Something done on “${request.en}” could not be delivered; please deal with it`,
  }),
  'command-given-up': ({ request, actor }) => ({
    zh: `您在「${request.zh}」上的操作没能生效，${actor?.zh ?? '管理员'}已放弃，请重新操作`,
    en: `What you did on “${request.en}” did not take effect; ${actor?.en ?? 'an administrator'} has given it up. Please do it again`,
  }),
  'request-stuck': ({ request }) => ({
    zh: `「${request.zh}」没有随人员变动更新：流程运行停住了，请您重建或终止`,
    en: `“${request.en}” has not followed a change of people: its run does not get on. Please rebuild or terminate it`,
  }),
  'draft-expires': ({ request }) => ({
    zh: `您的草稿「${request.zh}」已有五个月没有改动，一个月后将删除；保存一次即可保留`,
    en: `Your draft “${request.en}” has not been changed for five months and will be deleted in a month. Save it once to keep it`,
  }),
  mentioned: ({ request, actor }) => ({
    zh: `${actor?.zh ?? '有人'}在「${request.zh}」的留言中提到您`,
    en: `${actor?.en ?? 'Somebody'} mentioned you in a comment on “${request.en}”`,
  }),
  'child-to-fill-in': ({ request }) => ({
    zh: `请您填写并提交「${request.zh}」：由另一份申请发起，草稿已建好`,
    en: `Please fill in and submit “${request.en}”: another request started it, and the draft is there`,
  }),
  'scheduled-to-fill-in': ({ request }) => ({
    zh: `请您填写并提交「${request.zh}」：到期自动发起，草稿已建好`,
    en: `Please fill in and submit “${request.en}”: it is due and was started by itself, and the draft is there`,
  }),
  'scheduled-not-started': ({ request }) => ({
    zh: `「${request.zh}」到期没能自动发起，请您处理`,
    en: `“${request.en}” was due and could not be started by itself; please sort it out`,
  }),
  'year-unknown': ({ request }) => ({
    zh: `${request.zh}的法定节假日安排还没有公布：算到那一年的期限先按平常的一周计，公布后重算；也可以在日历里录入该年的放假和调班`,
    en: `The statutory holidays of ${request.en} are not announced yet: times that reach into it are counted by ordinary weeks, and again once they are. You may also enter its days in the calendar`,
  }),
  'linked-revoked': ({ request }) => ({
    zh: `「${request.zh}」引用的一份申请不再有效（批准已撤销，或已重新打开），请查看`,
    en: `A request that “${request.en}” is based on is in force no more (its approval was taken back or revoked, or it was re-opened); please see`,
  }),
  'comment-added': ({ request, actor }) => ({
    zh: `${actor?.zh ?? '有人'}在「${request.zh}」中留言`,
    en: `${actor?.en ?? 'Somebody'} commented on “${request.en}”`,
  }),
};

/** Title of a notice. Pure. */
export function noticeText(notice: Notice, subject: NoticeSubject): Bilingual {
  return (ownValue(OWN_NOTICES, notice) ?? HOUSE_WORDS[notice as HouseNotice])(subject);
}
