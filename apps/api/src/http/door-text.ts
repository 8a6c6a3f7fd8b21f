import { RIGHT_TITLE, type Bilingual, type Json, type Language, type RightName } from '@countersign/domain';
import type { DoorCode } from './problem';

type Params = Record<string, Json>;
/** A parameter that is a text in both languages, or one word for both. */
const word = (value: Json | undefined, language: Language): string => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return String(value[language] ?? '');
  return value === undefined || value === null ? '' : String(value);
};
/** In the unit in which people would say it. */
const sizeOf = (bytes: number): string => (bytes >= 1_048_576 ? `${bytes / 1_048_576} MB` : `${bytes / 1_024} KB`);
const plain = (zh: string, en: string) => (): Bilingual => ({ zh, en });

const THINGS: Record<string, Bilingual> = {
  account: { zh: '账号', en: 'account' },
  command: { zh: '操作', en: 'command' },
  definition: { zh: '流程', en: 'process' },
  file: { zh: '文件', en: 'file' },
  person: { zh: '人员', en: 'person' },
  request: { zh: '申请', en: 'request' },
  task: { zh: '待办', en: 'task' },
  token: { zh: '令牌', en: 'token' },
  unit: { zh: '门店或部门', en: 'unit' },
  route: { zh: '页面', en: 'page' },
};

/** What the door says, for each of its reasons. */
export const DOOR_TEXT: Record<DoorCode, (params: Params) => Bilingual> = {
  unauthenticated: plain('请先登录。', 'Please sign in first.'),
  'wrong-password': plain('账号或密码不对。', 'The account or the password is not right.'),
  csrf: plain('页面已过期，请刷新后再试。', 'This page is out of date. Reload it and try again.'),
  forbidden: plain('您没有权限这样做。', 'You may not do this.'),
  'scope-missing': ({ scope }) => ({
    zh: `这个令牌没有「${word(scope, 'zh')}」范围，不能这样做。请使用包含该范围的令牌。`,
    en: `This token does not have the scope “${word(scope, 'en')}”. Use one that does.`,
  }),
  'not-a-participant': ({ ask }) => ({
    zh: `您不是这份申请的相关人，不能查看。${ask ? `需要查看请联系 ${word(ask, 'zh')}。` : '需要查看请联系申请人。'}`,
    en: `This request does not concern you, so it stays closed. ${ask ? `If you need it, ask ${word(ask, 'en')}.` : 'If you need it, ask the requester.'}`,
  }),
  'right-missing': ({ right, ask }) => {
    const title = RIGHT_TITLE[right as RightName];
    return {
      zh: `这里需要「${title.zh}」权限。${ask ? `请联系 ${word(ask, 'zh')}。` : '请联系系统管理员。'}`,
      en: `This needs the right “${title.en}”. ${ask ? `Ask ${word(ask, 'en')}.` : 'Ask an administrator.'}`,
    };
  },
  'not-found': ({ what }) => {
    const thing = THINGS[String(what)] ?? { zh: '内容', en: 'item' };
    return { zh: `没有找到这个${thing.zh}，它可能已被删除。`, en: `There is no such ${thing.en}; it may have been deleted.` };
  },
  'invalid-body': plain('有些内容没有填对。', 'Some of what was sent is not right.'),
  'invalid-parameter': ({ name }) => ({ zh: `参数「${word(name, 'zh')}」不对。`, en: `The parameter “${word(name, 'en')}” is not right.` }),
  'not-json': plain('内容不是有效的 JSON（UTF-8）。', 'What was sent is not valid JSON in UTF-8.'),
  'body-type': plain('请以 application/json（UTF-8，不压缩）发送。', 'Send the body as application/json, in UTF-8 and not compressed.'),
  'idempotency-key-required': plain(
    '缺少 Idempotency-Key 请求头：每次操作都要带一个。',
    'The header Idempotency-Key is missing: each press needs one.',
  ),
  'if-match-required': plain(
    '缺少 If-Match 请求头：请带上所看内容的 contentHash。',
    'The header If-Match is missing: send the contentHash of what was shown.',
  ),
  'key-reused': plain('同一个 Idempotency-Key 已用于另一项操作。', 'This Idempotency-Key was used for something else.'),
  'key-busy': plain(
    '同一个 Idempotency-Key 的操作还没有完成，请稍后再试。',
    'What this Idempotency-Key was first used for is still under way. Try again in a moment.',
  ),
  throttled: ({ seconds }) => ({
    zh: `尝试太频繁，请 ${word(seconds, 'zh') || '60'} 秒后再试。`,
    en: `Too many attempts. Try again in ${word(seconds, 'en') || '60'} seconds.`,
  }),
  'too-large': ({ megabytes, bytes }) => {
    const limit = typeof bytes === 'number' ? sizeOf(bytes) : `${word(megabytes, 'en') || '20'} MB`;
    return { zh: `内容太大，最多 ${limit}。`, en: `This is too large; the limit is ${limit}.` };
  },
  'too-many-streams': plain('打开的页面太多，请关闭一些后刷新。', 'Too many pages are open at once. Close some and reload.'),
  'too-many-tokens': ({ most }) => ({
    zh: `最多可有 ${word(most, 'zh')} 个有效令牌，请先撤销不用的。`,
    en: `There may be at most ${word(most, 'en')} live tokens. Revoke those that are not in use.`,
  }),
  'file-type': ({ allowed }) => ({
    zh: `不支持这种文件，或内容与扩展名不符。可上传：${word(allowed, 'zh')}。`,
    en: `This kind of file is not accepted, or its content is not what its name says. Accepted: ${word(allowed, 'en')}.`,
  }),
  'link-spent': plain('链接已使用或已过期，请重新索取。', 'This link has been used or has expired. Ask for a new one.'),
  'no-demo': plain('这里不是演示环境。', 'This is not the demo.'),
  'login-taken': ({ login }) => ({
    zh: `登录名「${word(login, 'zh')}」已被占用。`,
    en: `The sign-in name “${word(login, 'en')}” is taken.`,
  }),
  'too-many-filters': ({ most }) => ({
    zh: `最多保存 ${word(most, 'zh')} 个筛选条件，请先删除不用的。`,
    en: `You can keep ${word(most, 'en')} filters. Remove one that you no longer use.`,
  }),
  'draft-only': plain('只有草稿可以这样做。', 'Only a draft can be changed like this.'),
  'definition-exists': ({ key, version }) => ({
    zh: `流程 ${word(key, 'zh')} 第 ${word(version, 'zh')} 版已发布，不能再改；请使用新的版本号。`,
    en: `Version ${word(version, 'en')} of ${word(key, 'en')} is published and cannot change. Use a new version number.`,
  }),
  'definition-invalid': plain('流程定义有错误，见 errors。', 'The definition has errors; see errors.'),
  'definition-published': plain('已发布的版本不能删除。', 'A published version cannot be deleted.'),
  'definition-superseded': ({ version, newest }) => ({
    zh: `第 ${word(newest, 'zh')} 版已在使用，第 ${word(version, 'zh')} 版不能再发布。请用更高的版本号导入。`,
    en: `Version ${word(newest, 'en')} is in use, so version ${word(version, 'en')} can no longer be published. Import it with a higher version.`,
  }),
  'definition-not-in-use': plain(
    '这一版还是草稿，没有投入使用；草稿可以直接删除。',
    'This version is a draft and not in use; a draft can be deleted.',
  ),
  'definition-retired': plain(
    '这个流程已停用，不能再发起新的申请；已提交的照常办理。',
    'This process is no longer in use: nothing new can be started. What was submitted goes on.',
  ),
  'definition-changed': plain(
    '这份草稿在您查看之后又被导入过，请重新查看再发布。',
    'This draft was imported again after you looked at it. Look at it once more before you publish it.',
  ),
  'directory-invalid': plain('组织数据有错误，一行也没有导入。', 'The directory has errors; nothing was imported.'),
  restored: plain('数据刚从备份恢复，正在核对，暂不能使用。', 'The data was restored from a backup and is being checked. Please wait.'),
  unavailable: plain(
    '服务暂时不可用，请稍后再试；没有任何内容被写入。',
    'The service is not available just now. Nothing was written; try again soon.',
  ),
  internal: plain('出了意外，已记录。请稍后再试。', 'Something went wrong and was noted. Please try again later.'),
};

export const DOOR_TITLE: Record<DoorCode, Bilingual> = {
  unauthenticated: { zh: '未登录', en: 'Not signed in' },
  'wrong-password': { zh: '登录失败', en: 'Sign-in failed' },
  csrf: { zh: '页面已过期', en: 'Page out of date' },
  forbidden: { zh: '没有权限', en: 'Not allowed' },
  'scope-missing': { zh: '令牌范围不足', en: 'Scope missing' },
  'not-a-participant': { zh: '没有权限', en: 'Not allowed' },
  'right-missing': { zh: '没有权限', en: 'Not allowed' },
  'not-found': { zh: '没有找到', en: 'Not found' },
  'invalid-body': { zh: '内容有误', en: 'Not right yet' },
  'invalid-parameter': { zh: '参数有误', en: 'Wrong parameter' },
  'not-json': { zh: '内容有误', en: 'Not JSON' },
  'body-type': { zh: '内容类型不符', en: 'Kind of content not accepted' },
  'idempotency-key-required': { zh: '缺少请求头', en: 'Header missing' },
  'if-match-required': { zh: '缺少请求头', en: 'Header missing' },
  'key-reused': { zh: '请求键重复', en: 'Key used twice' },
  'key-busy': { zh: '正在处理', en: 'Still under way' },
  throttled: { zh: '请稍候', en: 'Please wait' },
  'too-large': { zh: '太大', en: 'Too large' },
  'too-many-streams': { zh: '打开的页面太多', en: 'Too many pages open' },
  'too-many-tokens': { zh: '令牌太多', en: 'Too many tokens' },
  'file-type': { zh: '文件类型不符', en: 'Kind of file not accepted' },
  'link-spent': { zh: '链接已失效', en: 'Link no longer valid' },
  'no-demo': { zh: '不是演示环境', en: 'Not the demo' },
  'login-taken': { zh: '登录名已占用', en: 'Sign-in name taken' },
  'too-many-filters': { zh: '筛选条件太多', en: 'Too many filters' },
  'draft-only': { zh: '不是草稿', en: 'Not a draft' },
  'definition-exists': { zh: '版本已发布', en: 'Version is published' },
  'definition-invalid': { zh: '流程定义有误', en: 'Definition has errors' },
  'definition-published': { zh: '版本已发布', en: 'Version is published' },
  'definition-superseded': { zh: '已有更新的版本', en: 'A newer version is in use' },
  'definition-not-in-use': { zh: '版本未在使用', en: 'Version not in use' },
  'definition-retired': { zh: '流程已停用', en: 'Process not in use' },
  'definition-changed': { zh: '草稿已变', en: 'The draft has changed' },
  'directory-invalid': { zh: '组织数据有误', en: 'Directory has errors' },
  restored: { zh: '正在核对数据', en: 'Data is being checked' },
  unavailable: { zh: '服务暂时不可用', en: 'Not available just now' },
  internal: { zh: '出错了', en: 'Something went wrong' },
};
