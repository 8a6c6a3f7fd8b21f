import type { Bilingual, Json } from '../../text/bilingual';

/** Everything that can be wrong with a directory import. One closed list: a text exists for each in both languages. */
export type DirectoryProblemCode =
  | 'wrong-shape'
  | 'unknown-time-zone'
  | 'unknown-currency'
  | 'other-company'
  | 'unknown-definition'
  | 'unknown-parameter'
  | 'parameter-text'
  | 'parameter-number'
  | 'parameter-money'
  | 'parameter-yes-no'
  | 'too-many-rows'
  | 'too-deep'
  | 'duplicate-key'
  | 'duplicate-login'
  | 'unseen-login'
  | 'odd-login'
  | 'unknown-unit'
  | 'unknown-role'
  | 'unknown-person'
  | 'unknown-position'
  | 'unit-cycle'
  | 'unit-without-parent'
  | 'reporting-cycle'
  | 'two-primaries'
  | 'primary-of-vacant'
  | 'grant-holder'
  | 'grant-amount'
  | 'grant-currency'
  | 'withheld-without-reason'
  | 'period-reversed'
  | 'day-out-of-range'
  | 'last-administrator'
  | 'own-authority';

/** One thing wrong at one place of the document (`positions.3.superior`), worded for people. */
export interface DirectoryProblem {
  path: string;
  code: DirectoryProblemCode;
  params: Record<string, Json>;
  message: Bilingual;
}

type Words = (params: Record<string, string>) => Bilingual;

const words: Record<DirectoryProblemCode, Words> = {
  'wrong-shape': ({ zh, en }) => ({ zh: `格式不对：${zh}`, en: `This is not in the expected format: ${en}` }),
  'unknown-time-zone': ({ timeZone }) => ({
    zh: `没有名为「${timeZone}」的时区；请写 IANA 名称，如 Asia/Shanghai`,
    en: `There is no time zone “${timeZone}”; use an IANA name, such as Asia/Shanghai`,
  }),
  'unknown-currency': ({ currency }) => ({
    zh: `没有代码为「${currency}」的币种；请写 ISO 4217 代码，如 CNY`,
    en: `There is no currency “${currency}”; use an ISO 4217 code, such as CNY`,
  }),
  'other-company': ({ key, company }) => ({
    zh: `这份文件属于公司「${key}」，而这里是「${company}」；请确认没有选错文件`,
    en: `This file belongs to the company “${key}”, but this is “${company}”; please check that it is the right file`,
  }),
  'unknown-definition': ({ key }) => ({
    zh: `没有编号为「${key}」的流程；请先导入流程，再设置它的参数`,
    en: `There is no process “${key}”; import the process before you set its parameters`,
  }),
  'unknown-parameter': ({ key, definition }) => ({
    zh: `流程「${definition}」没有参数「${key}」`,
    en: `The process “${definition}” has no parameter “${key}”`,
  }),
  'parameter-text': ({ key }) => ({ zh: `参数「${key}」须为文字`, en: `The parameter “${key}” must be text` }),
  'parameter-number': ({ key }) => ({
    zh: `参数「${key}」须为数字，不加引号`,
    en: `The parameter “${key}” must be a number, without quotation marks`,
  }),
  'parameter-money': ({ key, currency }) => ({
    zh: `参数「${key}」须为${currency}金额，分别写出 amount（如 300.00）和 currency（${currency}）`,
    en: `The parameter “${key}” must be an amount in ${currency}, with its amount (such as 300.00) and its currency (${currency})`,
  }),
  'parameter-yes-no': ({ key }) => ({
    zh: `参数「${key}」须为 true 或 false，不加引号`,
    en: `The parameter “${key}” must be true or false, without quotation marks`,
  }),
  'too-many-rows': ({ rows, most }) => ({
    zh: `有 ${rows} 行，一次最多导入 ${most} 行；请分几次导入`,
    en: `There are ${rows} rows; one import takes at most ${most}. Please split the file`,
  }),
  'too-deep': ({ key, most }) => ({
    zh: `从「${key}」起超过了 ${most} 级`,
    en: `There are more than ${most} levels from “${key}” downwards`,
  }),
  'duplicate-key': ({ key }) => ({ zh: `编号「${key}」出现了不止一次`, en: `The key “${key}” is used more than once` }),
  'duplicate-login': ({ login }) => ({ zh: `登录名「${login}」有两个人使用`, en: `Two people have the sign-in name “${login}”` }),
  'odd-login': ({ login, letter }) => ({
    zh: `登录名「${login}」中的字母「${letter}」容易与其他字母混淆`,
    en: `The letter “${letter}” in the sign-in name “${login}” is easily taken for another`,
  }),
  'unseen-login': ({ key }) => ({
    zh: `「${key}」的登录名里没有可以输入的字符`,
    en: `The sign-in name of “${key}” has no characters that can be typed`,
  }),
  'unknown-unit': ({ key }) => ({ zh: `没有编号为「${key}」的组织`, en: `There is no unit “${key}”` }),
  'unknown-role': ({ key }) => ({ zh: `没有编号为「${key}」的角色`, en: `There is no role “${key}”` }),
  'unknown-person': ({ key }) => ({ zh: `没有编号为「${key}」的人员`, en: `There is no person “${key}”` }),
  'unknown-position': ({ key }) => ({ zh: `没有编号为「${key}」的岗位`, en: `There is no post “${key}”` }),
  'unit-cycle': ({ chain }) => ({ zh: `组织的上下级绕成了圈：${chain}`, en: `These units contain one another in a loop: ${chain}` }),
  'unit-without-parent': ({ key }) => ({
    zh: `组织「${key}」没有上级；只有公司可以没有上级`,
    en: `The unit “${key}” has no parent; only a company may be without one`,
  }),
  'reporting-cycle': ({ chain }) => ({ zh: `汇报关系绕成了圈：${chain}`, en: `These posts report to one another in a loop: ${chain}` }),
  'two-primaries': ({ person, other }) => ({
    zh: `「${person}」同时有两个主岗（另一个是「${other}」）`,
    en: `“${person}” has two primary posts at the same time (the other one is “${other}”)`,
  }),
  'primary-of-vacant': ({ key }) => ({
    zh: `空缺的岗位「${key}」不能是谁的主岗`,
    en: `The vacant post “${key}” cannot be anybody’s primary post`,
  }),
  'grant-holder': ({ key }) => ({
    zh: `授权「${key}」须且只须写明角色或人员之一`,
    en: `The grant “${key}” must name either a role or a person`,
  }),
  'grant-amount': ({ amount, currency }) => ({
    zh: `「${amount}」不是有效的 ${currency} 金额`,
    en: `“${amount}” is not a valid amount in ${currency}`,
  }),
  'grant-currency': ({ currency, company }) => ({
    zh: `额度的币种是 ${currency}，而没有任何流程使用它；公司的币种是 ${company}，这样的额度不起作用`,
    en: `The limit is in ${currency}, which no process uses; the company’s currency is ${company}, and such a limit covers nothing`,
  }),
  'withheld-without-reason': ({ key }) => ({
    zh: `暂不授予的授权「${key}」须写明原因`,
    en: `The grant “${key}” is withheld, so it must say why`,
  }),
  'period-reversed': ({ from, to }) => ({
    zh: `有效期颠倒：${from} 不早于 ${to}`,
    en: `The period ends before it begins: ${from} is not before ${to}`,
  }),
  'day-out-of-range': ({ day }) => ({
    zh: `日期 ${day} 不在 1900 年到 2199 年之间`,
    en: `The day ${day} is not between 1900 and 2199`,
  }),
  'last-administrator': () => ({
    zh: '导入之后将没有任何启用且能登录的人员可以再导入组织；请至少保留一位管理员',
    en: 'After this import nobody who is active and can sign in could import the directory again; keep at least one administrator',
  }),
  'own-authority': () => ({
    zh: '不能给自己增加额度、权限或可签批的岗位，须由另一位管理员导入',
    en: 'Nobody gives themselves more to sign or more rights; another administrator has to import this',
  }),
};

/** Makes a problem with its text. Pure. */
export function directoryProblem(path: string, code: DirectoryProblemCode, params: Record<string, string>): DirectoryProblem {
  return { path, code, params, message: words[code](params) };
}
