import type { Bilingual } from '../../text/bilingual';
import type { VersionChange } from './version-changes';
import { ownValue } from '../../text/own-value';

/** What the parts of a definition, of a step and of a field are called where somebody reads what a version has changed. */
type Parts = Readonly<Record<string, readonly [zh: string, en: string]>>;

const WHOLE: Parts = {
  code: ['流程编号', 'its code'],
  title: ['名称', 'its name'],
  description: ['说明', 'its description'],
  area: ['所属领域', 'its area'],
  department: ['归口部门', 'its department'],
  numberPrefix: ['单号前缀', 'the prefix of its numbers'],
  start: ['谁可以发起', 'who may start it'],
  entrances: ['入口', 'its entrances'],
  parameters: ['参数', 'its parameters'],
  sentence: ['决定语句', 'its sentence'],
  rowTitle: ['列表标题', 'its title in lists'],
  facts: ['要点', 'its facts'],
  amount: ['金额字段', 'which field is its amount'],
  beneficiary: ['受益人', 'who benefits'],
  submitChecks: ['提交时的检查', 'the checks on submitting'],
  oneInForce: ['同时只能有一份的条件', 'of what only one may be in force'],
  phrases: ['常用意见', 'its phrases'],
  graceSeconds: ['可撤销的时间', 'how long a decision can be undone'],
  mails: ['邮件文字', 'its mails'],
  deadlines: ['默认时限', 'its usual deadlines'],
  policies: ['找人的默认规则', 'its rules of finding people'],
  withdraw: ['撤回规则', 'until when it may be withdrawn'],
  reopen: ['重新打开的规则', 'how it may be re-opened'],
  revoke: ['撤销批准的规则', 'how it may be revoked'],
  becomesPlan: ['批准后写入预算的内容', 'what it adds to the budget'],
  becomesGrant: ['批准后更改的授权', 'what authority it changes'],
  children: ['可手动发起的流程', 'what may be started from it'],
  schedule: ['定期发起', 'when it starts by itself'],
};

const STEP: Parts = {
  kind: ['步骤类型', 'its kind'],
  title: ['名称', 'its name'],
  note: ['说明', 'its note'],
  when: ['出现的条件', 'when it is there'],
  assignee: ['由谁处理', 'who decides'],
  fallback: ['找不到人时由谁处理', 'who decides where nobody is found'],
  whenNobody: ['受阻时怎么办', 'what happens where nobody is found'],
  authority: ['所需权限', 'the authority it needs'],
  distinctFrom: ['不得由谁兼任', 'whose deciders may not decide it'],
  samePerson: ['同一人再次处理时', 'what happens where the same person decided before'],
  whenRequester: ['找到申请人本人时', 'what happens where the requester is found'],
  fields: ['可见和可填的内容', 'what is seen and filled in'],
  returns: ['退回', 'its returns'],
  commentRequired: ['是否必须写意见', 'whether a comment is needed'],
  rows: ['逐行审批', 'whether rows are decided one by one'],
  bulk: ['能否批量处理', 'whether it may be decided in bulk'],
  checks: ['同意时的检查', 'the checks on agreeing'],
  optional: ['能否略过', 'who may leave it out'],
  due: ['时限与催办', 'its deadline and reminders'],
  labels: ['按钮文字', 'the words on its buttons'],
  pays: ['付款', 'what is paid there'],
  claim: ['是否先领取', 'whether it is claimed first'],
  people: ['会签人', 'who signs'],
  rule: ['会签规则', 'how answers are counted'],
  rejection: ['驳回规则', 'how a no counts'],
  abstention: ['弃权规则', 'how an abstention counts'],
  distinctPeople: ['一人一席', 'whether one person sits once'],
  mayReject: ['能否驳回', 'whether it may be refused'],
  items: ['清单项目', 'its items'],
  to: ['抄送给谁', 'who is told'],
  cases: ['分支条件', 'the conditions of its ways'],
  otherwise: ['其余情况', 'its other way'],
  lanes: ['并行的各路', 'its lanes'],
  join: ['汇合规则', 'how lanes meet'],
  rounds: ['最多轮数', 'how many rounds there may be'],
  until: ['何时结束', 'until when it goes on'],
  again: ['再来一轮的条件', 'when it goes round again'],
  definition: ['发起的流程', 'which process it starts'],
  starts: ['发起的流程', 'which process it starts'],
  map: ['带过去的数据', 'what it hands on'],
  form: ['带过去的数据', 'what it hands on'],
  wait: ['是否等待', 'whether it waits'],
  each: ['每行一份', 'whether it starts one for each row'],
  onRejected: ['被驳回时', 'what follows from a no'],
  result: ['结果', 'its outcome'],
  outcome: ['结果', 'its outcome'],
};

const FIELD: Parts = {
  type: ['类型', 'its type'],
  label: ['名称', 'its name'],
  hint: ['提示', 'its hint'],
  required: ['是否必填', 'whether it is required'],
  material: ['改动后是否重新决定', 'whether a change lapses decisions'],
  filledAt: ['由谁填', 'who fills it in'],
  visible: ['显示的条件', 'when it is shown'],
  expected: ['估算路线时的取值', 'what a preview assumes'],
  options: ['选项', 'its options'],
  columns: ['列', 'its columns'],
  kinds: ['可选的组织类型', 'which units may be chosen'],
  currency: ['币种', 'its currency'],
  maxLength: ['最多字数', 'its length'],
  min: ['下限', 'its least value'],
  max: ['上限', 'its greatest value'],
  minRows: ['最少行数', 'its fewest rows'],
  maxRows: ['最多行数', 'its most rows'],
  decimals: ['小数位', 'its decimals'],
  unit: ['量词', 'its unit'],
  definition: ['可引用的流程', 'which requests may be cited'],
  outcomes: ['可引用的状态', 'how cited requests may stand'],
  must: ['被引用的申请须已批准', 'whether the cited request has to be approved'],
  same: ['须一致的内容', 'what has to be the same there'],
};

const WORDS = { whole: WHOLE, step: STEP, field: FIELD } as const;

/** Parts in the order in which they are told, whatever order they are written in. Pure. */
export function inWordOrder(of: keyof typeof WORDS, names: readonly string[]): string[] {
  const told = Object.keys(WORDS[of]);
  const place = (name: string): number => (told.indexOf(name) < 0 ? told.length : told.indexOf(name));
  return [...names].sort((one, other) => place(one) - place(other));
}

/** What a part is called; one that has no words of its own is told as a setting. Pure. */
export function partWords(of: keyof typeof WORDS, name: string): Bilingual {
  const parts = WORDS[of];
  const [zh, en] = ownValue(parts, name) ?? ['其他设置', 'other settings'];
  return { zh, en };
}

const NOUNS = { whole: ['流程', 'Process'], step: ['步骤', 'Step'], field: ['字段', 'Field'] } as const;

/** One change as a sentence. Pure. */
export function changeWords({ of, what, title, parts }: Pick<VersionChange, 'of' | 'what' | 'title' | 'parts'>): Bilingual {
  const [zh, en] = NOUNS[of];
  const names = { zh: `${zh}「${title.zh}」`, en: `${en} “${title.en}”` };
  const said = { zh: parts.map((part) => part.zh).join('、'), en: parts.map((part) => part.en).join(', ') };
  switch (what) {
    case 'added':
      return { zh: `新增${names.zh}`, en: `${names.en} is new` };
    case 'removed':
      return { zh: `取消${names.zh}`, en: `${names.en} is gone` };
    case 'moved':
      return { zh: `${names.zh}换了位置`, en: `${names.en} stands elsewhere` };
    case 'changed':
      return { zh: `${names.zh}改了：${said.zh}`, en: `${names.en} has changed: ${said.en}` };
  }
}
