import { ownValue, RIGHT_TITLE, type Bilingual, type Json, type Language, type RightName } from '@countersign/domain';
import { THINGS } from './door-things';
import type { DoorCode } from './problem';
import { WEAK } from './weak-passwords';

type Params = Record<string, Json>;
/** A parameter that is a text in both languages, or one word for both. */
const word = (value: Json | undefined, language: Language): string => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return String(value[language] ?? '');
  return value === undefined || value === null ? '' : String(value);
};
/** In the unit in which people would say it. */
const sizeOf = (bytes: number): string => (bytes >= 1_048_576 ? `${bytes / 1_048_576} MB` : `${bytes / 1_024} KB`);
const plain = (zh: string, en: string) => (): Bilingual => ({ zh, en });

/** What the door says, for each of its reasons. */
export const DOOR_TEXT: Record<DoorCode, (params: Params) => Bilingual> = {
  unauthenticated: plain('请先登录。', 'Please sign in first.'),
  'wrong-password': plain('账号或密码不对。', 'The account or password is not right.'),
  'weak-password': ({ why }) => ownValue(WEAK, String(why)) ?? WEAK.common!,
  csrf: plain('页面已过期，请刷新后再试。', 'This page is out of date. Please reload it and try again.'),
  'too-many-exports': ({ most }) => ({
    zh: `您已有 ${word(most, 'zh')} 个导出在进行。请等它完成，或取消一个。`,
    en: `You have ${word(most, 'en')} exports in progress. Please wait for one, or cancel one.`,
  }),
  'export-unfinished': plain('这个导出没有完成，没有文件。', 'This export is not finished, so it has no file.'),
  'check-running': plain('已有一次核对在进行。请等它完成，或取消它。', 'A check is in progress. Please wait for it, or cancel it.'),
  'evidence-too-large': ({ most }) => ({
    zh: `这份申请的留痕超过 ${word(most, 'zh')} 条，不能打包。请导出列表。`,
    en: `This request has more than ${word(most, 'en')} entries, too many for a pack. Please export the list.`,
  }),
  forbidden: plain('您没有权限这样做。', 'You are not allowed to do this.'),
  'scope-missing': ({ scope }) => ({
    zh: `这个令牌没有「${word(scope, 'zh')}」范围，不能这样做。请使用包含该范围的令牌。`,
    en: `This token does not have the scope “${word(scope, 'en')}”. Use a token that does.`,
  }),
  'not-a-participant': ({ ask }) => ({
    zh: `您不是这份申请的相关人，不能查看。${ask ? `如需查看，请联系${word(ask, 'zh')}。` : '如需查看，请联系申请人。'}`,
    en: `You are not involved in this request, so you cannot see it. ${ask ? `If you need to, ask ${word(ask, 'en')}.` : 'If you need to, ask the requester.'}`,
  }),
  'right-missing': ({ right, ask }) => {
    const title = RIGHT_TITLE[right as RightName];
    return {
      zh: `这里需要「${title.zh}」权限。${ask ? `请联系${word(ask, 'zh')}。` : '请联系系统管理员。'}`,
      en: `This needs the right “${title.en}”. ${ask ? `Ask ${word(ask, 'en')}.` : 'Ask an administrator.'}`,
    };
  },
  'token-beyond-issuer': ({ right }) => {
    const title = RIGHT_TITLE[right as RightName];
    return {
      zh: `这个令牌由他人代为签发，而使用人持有签发人没有的「${title.zh}」权限，令牌不再有效。请由本人另行签发。`,
      en: `Somebody else issued this token, and its person holds the right “${title.en}”, which the issuer does not, so it lets nobody in. They can issue one themselves.`,
    };
  },
  'rights-beyond-own': ({ right }) => {
    const title = RIGHT_TITLE[right as RightName];
    return {
      zh: `对方持有您没有的「${title.zh}」权限，您不能代其开通登录或令牌。请由持有该权限的人操作，或在服务器上用命令行重置。`,
      en: `They hold the right “${title.en}”, which you do not. Somebody who holds it can do this, or the command line on the server.`,
    };
  },
  'not-found': ({ what }) => {
    const thing = ownValue(THINGS, String(what)) ?? { zh: '内容', en: 'item' };
    return { zh: `没有找到这个${thing.zh}，它可能已被删除。`, en: `This ${thing.en} cannot be found; it may have been deleted.` };
  },
  'invalid-body': plain('有些内容填写有误。', 'Some of what was entered is not valid.'),
  'invalid-parameter': ({ name }) => ({ zh: `参数「${word(name, 'zh')}」有误。`, en: `The parameter “${word(name, 'en')}” is not valid.` }),
  'not-json': plain('内容不是有效的 JSON（UTF-8）。', 'What was sent is not valid JSON in UTF-8.'),
  'body-type': plain('请以 application/json（UTF-8，不压缩）发送。', 'Send the body as application/json, in UTF-8 and not compressed.'),
  'idempotency-key-required': plain(
    '缺少 Idempotency-Key 请求头：每次操作都要带一个。',
    'The header Idempotency-Key is missing: every action needs one.',
  ),
  'if-match-required': plain(
    '缺少 If-Match 请求头：请带上所看内容的 contentHash。',
    'The header If-Match is missing: send the contentHash of what was shown.',
  ),
  'key-reused': plain(
    '这次发送的编号（Idempotency-Key）已用于另一项操作，请刷新页面后再做一次。',
    'The number of this press (Idempotency-Key) has been used for another action. Reload the page and do it again.',
  ),
  'key-busy': plain('这项操作还没有完成，请稍后再试。', 'This action is still in progress. Try again in a moment.'),
  throttled: ({ seconds }) => ({
    zh: `尝试过于频繁，请 ${word(seconds, 'zh') || '60'} 秒后再试。`,
    en: `Too many attempts. Try again in ${word(seconds, 'en') || '60'} seconds.`,
  }),
  'too-large': ({ megabytes, bytes }) => {
    const limit = typeof bytes === 'number' ? sizeOf(bytes) : `${word(megabytes, 'en') || '20'} MB`;
    return { zh: `内容太大，最多 ${limit}。`, en: `This is too large; the limit is ${limit}.` };
  },
  'too-many-streams': plain('打开的页面太多，请关闭一些后刷新。', 'Too many pages are open. Please close some and reload.'),
  'too-many-tokens': ({ most }) => ({
    zh: `最多可有 ${word(most, 'zh')} 个有效令牌，请先吊销不用的。`,
    en: `You can have at most ${word(most, 'en')} valid tokens. Revoke some that are no longer used.`,
  }),
  'too-many-drafts': ({ most }) => ({
    zh: `最多可有 ${word(most, 'zh')} 份草稿，请先提交或删除一些。`,
    en: `You can have at most ${word(most, 'en')} drafts. Submit or delete some first.`,
  }),
  'too-many-files': ({ most, megabytes }) => ({
    zh: `已上传但没有用到的文件太多（最多 ${word(most, 'zh')} 个、共 ${word(megabytes, 'zh')} MB）。请先保存用到它们的草稿，或几天后再试：没有用到的文件 7 天后自动删除。`,
    en: `Too many files were uploaded and not used (at most ${word(most, 'en')}, ${word(megabytes, 'en')} MB together). Save the draft that uses them, or try again in some days: unused files are deleted after 7 days.`,
  }),
  'empty-file': plain(
    '这个文件是空的（没有内容，或 PDF 里一页也没有），请重新导出或拍照后再上传。',
    'This file is empty (it has no content, or a PDF without a single page). Please export or photograph it again.',
  ),
  'file-type': ({ allowed }) => ({
    zh: `不支持这种文件，或内容与扩展名不符。可上传：${word(allowed, 'zh')}。`,
    en: `This kind of file is not accepted, or its content does not match its name. Accepted: ${word(allowed, 'en')}.`,
  }),
  'file-damaged': plain(
    '文件内容与上传时不一致，已停止提供；请联系管理员。',
    'The content of this file is not what was uploaded, so it is no longer served. Please tell an administrator.',
  ),
  'link-by-token': plain(
    '令牌不能为自己的账号开设密码链接，请登录后操作。',
    'A token cannot make a password link for its own account. Please sign in and do it there.',
  ),
  'account-ended': plain(
    '这个账号已停用，不能重设密码。请先恢复账号。',
    'This account has ended, so its password cannot be set. Let it begin again first.',
  ),
  'link-spent': plain('链接已用过或已过期，请重新索取。', 'This link has been used or has expired. Please ask for a new one.'),
  'no-demo': plain('这里不是演示环境。', 'This is not the demo.'),
  'login-taken': ({ login }) => ({
    zh: `登录名「${word(login, 'zh')}」已被占用。`,
    en: `The sign-in name “${word(login, 'en')}” is taken.`,
  }),
  'too-many-filters': ({ most }) => ({
    zh: `最多保存 ${word(most, 'zh')} 个常用筛选，请先删除不用的。`,
    en: `You can save at most ${word(most, 'en')} filters. Delete one you no longer use.`,
  }),
  'started-by-other': plain(
    '这份草稿由另一份申请发起，不能删除；不再需要时，请撤回发起它的申请。',
    'Another request started this draft, so it cannot be deleted. If it is no longer needed, withdraw the request that started it.',
  ),
  'draft-only': plain('只有草稿可以这样做。', 'Only a draft allows this.'),
  'draft-changed': plain(
    '这份内容在别的窗口里有改动，刚才的修改没有覆盖它。',
    'It was changed in another window, so your last changes were not saved over it.',
  ),
  'being-sent': plain('这份申请正在提交，刚才的修改没有保存。', 'This request is being submitted, so your last changes were not saved.'),
  'definition-exists': ({ key, version }) => ({
    zh: `流程「${word(key, 'zh')}」第 ${word(version, 'zh')} 版已发布，不能再改；请使用新的版本号。`,
    en: `Version ${word(version, 'en')} of “${word(key, 'en')}” is published and cannot be changed. Use a new version number.`,
  }),
  'definition-invalid': plain('流程定义有误，请看 errors。', 'The definition has errors; see “errors”.'),
  'definition-published': plain('已发布的版本不能删除。', 'A published version cannot be deleted.'),
  'definition-superseded': ({ version, newest }) => ({
    zh: `第 ${word(newest, 'zh')} 版已在使用，第 ${word(version, 'zh')} 版不能再发布。请用更高的版本号导入。`,
    en: `Version ${word(newest, 'en')} is in use, so version ${word(version, 'en')} can no longer be published. Import it with a higher version number.`,
  }),
  'definition-not-in-use': plain(
    '这一版还是草稿，没有投入使用；草稿可以直接删除。',
    'This version is a draft and not in use; a draft can be deleted.',
  ),
  'definition-retired': plain(
    '这个流程已停用，不能再发起新的申请；已提交的照常走完。',
    'This process has been retired: it can no longer be started. Requests already submitted run to their end.',
  ),
  'definition-changed': plain(
    '这份草稿在您查看之后又被导入过，请重新查看。',
    'This draft was imported again after you looked at it. Please look at it again.',
  ),
  'calendar-invalid': plain('日历有误，没有保存。', 'The calendar has errors; nothing was saved.'),
  'absence-invalid': plain('离岗安排有误，没有保存。', 'The absence has errors; nothing was saved.'),
  'absence-settled': plain(
    '这次离岗已经答复、结束或取消，请刷新后再看。',
    'This absence was answered, ended or cancelled already. Refresh to see how it stands.',
  ),
  'directory-invalid': plain('组织数据有误，没有导入任何内容。', 'The directory has errors; nothing was imported.'),
  'lease-begun': plain(
    '别人已为这份租约起草续签，一个租期只续签一次。',
    'Somebody else has drafted the renewal of this lease already; a term is renewed once.',
  ),
  'lease-closed': ({ why }) => ({
    zh: `现在不能为这份租约发起续签：${word(why, 'zh')}`,
    en: `The renewal of this lease cannot be begun now: ${word(why, 'en')}`,
  }),
  'lease-held': ({ why }) => ({
    zh: `现在不能把这份租约移出登记：${word(why, 'zh')}`,
    en: `This lease cannot be taken out of the register now: ${word(why, 'en')}`,
  }),
  'lease-out': ({ number }) => ({
    zh: `合同「${word(number, 'zh')}」已移出登记，不再续签。放回登记之后才能提交。`,
    en: `Contract “${word(number, 'en')}” was taken out of the register and is not renewed. The renewal can be submitted once it is put back.`,
  }),
  'lease-in-the-way': ({ number, from, to }) => ({
    zh: `同一铺位已有合同「${word(number, 'zh')}」，租期 ${word(from, 'zh')} 至 ${word(to, 'zh')} 与它重叠；请先移出那一份。`,
    en: `Contract “${word(number, 'en')}” holds the same place from ${word(from, 'en')} to ${word(to, 'en')}, which overlaps it; take that one out first.`,
  }),
  'changed-meanwhile': plain(
    '别人刚刚改过这里，您的更改没有保存。请看过现在的内容再改。',
    'Somebody else has just changed this, so your change was not saved. Look at what it is now, then change it.',
  ),
  'change-invalid': plain('不能这样更改，没有保存任何内容。', 'It cannot be changed like that; nothing was saved.'),
  'authority-not-said': plain(
    '这份申请还没有写明给谁、什么权限、到多少和从哪天起。',
    'The request does not say yet to whom it gives which authority, how far and from when.',
  ),
  'limits-invalid': plain('这组更改有误，没有保存任何内容。', 'The changes have errors; nothing was saved.'),
  'budgets-invalid': plain('表格有误，没有导入任何内容。', 'The table has errors; nothing was imported.'),
  'leases-invalid': plain('租约表格有误，没有导入任何内容。', 'The table of leases has errors; nothing was imported.'),
  'import-running': plain(
    '另一项组织改动还没有结束，请稍后再试。',
    'Another change to the organisation has not finished yet. Try again in a moment.',
  ),
  'recurring-paused-already': plain(
    '这个流程的定期发起已经暂停，请刷新后再看。',
    'The recurring starts of this process are paused already. Refresh to see how they stand.',
  ),
  'recurring-not-paused': plain(
    '这个流程的定期发起没有暂停，请刷新后再看。',
    'The recurring starts of this process are not paused. Refresh to see how they stand.',
  ),
  'recurring-days': plain(
    '补发的日期须从早到晚，最晚到今天，一次最多 62 天、5,000 份。',
    'Days to make up for run from the earlier to the later one, up to today, at most 62 days and 5,000 requests at a time.',
  ),
  'recurring-nothing': plain(
    '这些日期没有要补发的：都已经发起过，或者那几天不该发起。',
    'There is nothing to make up for on these days: everything was started, or nothing was to be.',
  ),
  'signature-wrong': plain('签名与密钥或内容不符。', 'The signature does not fit the key and the body.'),
  'signature-old': plain('时间戳与现在相差超过 5 分钟，请重新签名。', 'The time stamp is more than five minutes off; sign it anew.'),
  'call-given-up': plain(
    '申请已不再等待这个答复：已超时、已重新发送、已由他人处理，或申请已经结束。',
    'The request waits for this answer no more: it came too late, the call was sent anew or seen to otherwise, or the request is over.',
  ),
  'answer-wrong': ({ parts }) => ({
    zh: `答复里缺少这些内容，或格式不对：${word(parts, 'zh')}。`,
    en: `The answer lacks these parts, or has them in another form: ${word(parts, 'en')}.`,
  }),
  'effect-not-given-up': ({ why }) => ({ zh: `不能再试：${word(why, 'zh')}`, en: `It cannot be tried again. ${word(why, 'en')}` }),
  'event-differs': plain(
    '这个事件已经用别的内容发起过申请；内容有变的，请用新的事件名。',
    'This event has started a request with other content before; give another event another name.',
  ),
  restored: plain(
    '数据刚从备份恢复，正在核对，暂不能使用。',
    'The data has been restored from a backup and is being checked. Please wait.',
  ),
  unavailable: plain(
    '服务暂时不可用，没有保存任何内容；请稍后再试。',
    'The service is not available right now. Nothing was saved; please try again soon.',
  ),
  internal: plain('出了点问题，已记录。请稍后再试。', 'Something went wrong and has been logged. Please try again later.'),
};
