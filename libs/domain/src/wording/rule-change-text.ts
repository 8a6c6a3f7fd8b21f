import { isRecord } from '../form/blank';
import { PLAN_COLUMNS } from '../plans/read-plan';
import { LEASE_COLUMNS } from '../leases/read-leases';
import { toMinor } from '../money/money';
import { formatMoney } from '../money/format-money';
import { RIGHT_TITLE } from '../people/rights';
import type { Bilingual, Json } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { dayText } from './time/day-text';
import { DASH, inBoth, wordList } from './names';

/** What keys of a directory are called, by part. Whatever is missing is written by its key: people have given those themselves. */
export type DirectoryNames = Readonly<
  Record<'people' | 'units' | 'roles' | 'positions' | 'grants' | 'parameters' | 'definitions', NamesByKey>
>;
type NamesByKey = Readonly<Record<string, Bilingual>>;

/** A row that was changed: of each side only the members that differ; null where it was, or is, not there. */
export interface ChangedRule {
  section: string;
  key: string;
  before: Json;
  after: Json;
}

/** One row of a change in words. */
export interface WordedRule {
  section: Bilingual;
  /** What the row is about: a person, a post, a limit. */
  what: Bilingual;
  /** It came, it went, or it is otherwise. */
  how: 'added' | 'removed' | 'changed';
  members: { label: Bilingual; before: Bilingual; after: Bilingual }[];
}

const SECTIONS: Readonly<Record<string, Bilingual>> = {
  company: { zh: '公司', en: 'Company' },
  units: { zh: '组织', en: 'Unit' },
  roles: { zh: '角色', en: 'Role' },
  people: { zh: '人员', en: 'Person' },
  positions: { zh: '岗位', en: 'Post' },
  grants: { zh: '授权', en: 'Grant' },
  parameters: { zh: '流程参数', en: 'Process parameter' },
  definitions: { zh: '流程', en: 'Process' },
  leases: { zh: '租约', en: 'Lease' },
  'budget-lines': { zh: '预算行', en: 'Budget line' },
  'budget-categories': { zh: '预算类别', en: 'Budget category' },
};

/** Of a lease what its table says too. */
const { store: _store, number: _number, ...LEASE } = LEASE_COLUMNS;
/** Of a line of a plan what its table says. */
const { unit: _unit, ...PLAN_LINE } = PLAN_COLUMNS;

const MEMBERS: Readonly<Record<string, Bilingual>> = {
  name: { zh: '名称', en: 'Name' },
  timeZone: { zh: '时区', en: 'Time zone' },
  currency: { zh: '币种', en: 'Currency' },
  kind: { zh: '种类', en: 'Kind' },
  parent: { zh: '上级组织', en: 'Belongs to' },
  title: { zh: '名称', en: 'Title' },
  email: { zh: '邮箱', en: 'E-mail' },
  login: { zh: '登录名', en: 'Sign-in name' },
  language: { zh: '语言', en: 'Language' },
  active: { zh: '启用', en: 'Active' },
  rights: { zh: '权限', en: 'Rights' },
  person: { zh: '人员', en: 'Person' },
  role: { zh: '角色', en: 'Role' },
  unit: { zh: '组织', en: 'Unit' },
  grade: { zh: '职级', en: 'Grade' },
  superior: { zh: '上级岗位', en: 'Reports to' },
  covers: { zh: '管辖范围', en: 'In charge of' },
  primary: { zh: '主岗', en: 'Primary post' },
  validFrom: { zh: '生效日', en: 'From' },
  validTo: { zh: '失效日', en: 'Until' },
  substitute: { zh: '空缺暂代人', en: 'Substitute while vacant' },
  matter: { zh: '事项', en: 'Matter' },
  scope: { zh: '适用组织', en: 'Applies to' },
  limit: { zh: '额度', en: 'Limit' },
  plan: { zh: '计划', en: 'Plan' },
  state: { zh: '状态', en: 'State' },
  withheldReason: { zh: '暂不授予的原因', en: 'Why it is withheld' },
  source: { zh: '依据', en: 'Given by' },
  value: { zh: '值', en: 'Value' },
  version: { zh: '版本', en: 'Version' },
  ...LEASE,
  ...PLAN_LINE,
  onTime: { zh: '按期目标', en: 'On-time target' },
  takenOut: { zh: '已移出登记', en: 'Taken out of the register' },
  paused: { zh: '已暂停', en: 'Paused' },
  why: { zh: '原因', en: 'Reason' },
  days: { zh: '日期', en: 'Days' },
  starts: { zh: '份数', en: 'Requests' },
};
/** Members that say nothing to people beside the others. */
const UNSAID: ReadonlySet<string> = new Set(['key', 'hash', 'definition']);

const ENUMERATED: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  language: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
  grade: {
    staff: { zh: '员工', en: 'Staff' },
    supervisor: { zh: '主管', en: 'Supervisor' },
    manager: { zh: '经理', en: 'Manager' },
    director: { zh: '总监', en: 'Director' },
    gm: { zh: '总经理', en: 'General manager' },
    group: { zh: '集团', en: 'Group' },
  },
  plan: {
    in: { zh: '计划内', en: 'In plan' },
    over: { zh: '计划外', en: 'Over plan' },
    any: { zh: '计划内外', en: 'In or over plan' },
  },
  state: {
    proposed: { zh: '拟授予', en: 'Proposed' },
    granted: { zh: '已授予', en: 'Granted' },
    withheld: { zh: '暂不授予', en: 'Withheld' },
    expired: { zh: '已失效', en: 'Expired' },
  },
  kind: {
    company: { zh: '公司', en: 'Company' },
    region: { zh: '区域', en: 'Region' },
    store: { zh: '门店', en: 'Store' },
    department: { zh: '部门', en: 'Department' },
    approve: { zh: '批准', en: 'Approve' },
    'approve-within-limit': { zh: '额度内批准', en: 'Approve within a limit' },
    'approve-within-plan': { zh: '计划内批准', en: 'Approve within the plan' },
    review: { zh: '审核', en: 'Review' },
    'financial-opinion': { zh: '财务意见', en: 'Financial opinion' },
    execute: { zh: '执行', en: 'Carry out' },
  },
};

/** Which part of the directory the keys of a member belong to. */
const LOOKED_UP: Readonly<Record<string, keyof DirectoryNames>> = {
  person: 'people',
  role: 'roles',
  unit: 'units',
  parent: 'units',
  scope: 'units',
  covers: 'units',
  superior: 'positions',
  matter: 'definitions',
};

const same = (text: string): Bilingual => ({ zh: text, en: text });
const NOTHING = same(DASH);

/** A changed row in words: what it is about, and each member as it was and as it is. Pure. */
export function wordRuleChange({ section, key, before, after }: ChangedRule, names: DirectoryNames): WordedRule {
  const [was, is] = [isRecord(before) ? before : null, isRecord(after) ? after : null];
  const members = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter((name) => !UNSAID.has(name));
  const named = members.map((name) => ({
    label: ownValue(MEMBERS, name) ?? same(name),
    before: memberText(name, ownValue(was, name), names),
    after: memberText(name, ownValue(is, name), names),
  }));
  return {
    section: ownValue(SECTIONS, section) ?? same(section),
    what: whatOf(section, key, { names, row: is ?? was ?? {} }),
    how: was === null ? 'added' : is === null ? 'removed' : 'changed',
    members: named.filter((member) => member.before.zh !== member.after.zh || member.before.en !== member.after.en),
  };
}

function whatOf(section: string, key: string, { names, row }: { names: DirectoryNames; row: Record<string, Json> }): Bilingual {
  const known = section in names ? ownValue(names[section as keyof DirectoryNames], key) : undefined;
  return known ?? bilingual(row.name) ?? bilingual(row.title) ?? same(key);
}

function bilingual(value: Json | undefined): Bilingual | null {
  return isRecord(value) && typeof value.zh === 'string' && typeof value.en === 'string' ? { zh: value.zh, en: value.en } : null;
}

function memberText(name: string, value: Json | undefined, names: DirectoryNames): Bilingual {
  if (name === 'limit' || (name === 'value' && isRecord(value))) return limitText(value);
  if (name === 'substitute' && isRecord(value)) return substituteText(value, names);
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return NOTHING;
  if (Array.isArray(value)) {
    const each = value.map((one) => oneText(name, one, names));
    return inBoth((language) =>
      wordList(
        each.map((text) => text[language]),
        language,
      ),
    );
  }
  return oneText(name, value, names);
}

function oneText(name: string, value: Json, names: DirectoryNames): Bilingual {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  const both = bilingual(value);
  if (both) return both;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (name === 'rights') return ownValue(RIGHT_TITLE, text) ?? same(text);
  if (name === 'onTime') return same(`${text} %`);
  if (name === 'version') return { zh: `第 ${text} 版`, en: `version ${text}` };
  if (name === 'validFrom' || name === 'validTo') return inBoth((language) => dayText(text, language));
  const part = ownValue(LOOKED_UP, name);
  if (part) return ownValue(names[part], text) ?? same(text);
  return ownValue(ownValue(ENUMERATED, name) ?? {}, text) ?? same(text);
}

/** 孙倩，2026-12-01 起，2027-02-01 失效 / Sun Qian, from 1 Dec 2026 until 1 Feb 2027 */
function substituteText({ person, validFrom, validTo }: Record<string, Json>, names: DirectoryNames): Bilingual {
  const who = oneText('person', person ?? '', names);
  const day = (value: Json | undefined): Bilingual => inBoth((language) => (typeof value === 'string' ? dayText(value, language) : ''));
  const [from, to] = [day(validFrom), day(validTo)];
  return {
    zh: [who.zh, ...(from.zh ? [`${from.zh} 起`] : []), `${to.zh} 失效`].join('，'),
    en: `${who.en}, ${from.en ? `from ${from.en} ` : ''}until ${to.en}`,
  };
}

/** ¥50,000; 不限 / no limit; 未设 / not set. */
function limitText(value: Json | undefined): Bilingual {
  if (value === 'no-limit') return { zh: '不限', en: 'no limit' };
  if (!isRecord(value) || typeof value.amount !== 'string' || typeof value.currency !== 'string') return { zh: '未设', en: 'not set' };
  const { amount, currency } = value;
  const minor = toMinor(amount, currency);
  if (typeof minor !== 'bigint') return same(`${amount} ${currency}`);
  return inBoth((language) => formatMoney({ minor: String(minor), currency }, language, 'short'));
}
