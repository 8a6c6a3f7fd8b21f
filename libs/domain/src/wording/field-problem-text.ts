import { overlaps } from './in-force-text';
import { linkedDiffers, linkedNotApproved } from './linked-text';
import type { Bilingual, Json } from '../text/bilingual';
import { counted } from '../text/counted';
import type { FieldProblem, FieldProblemCode } from '../form/check/field-problem';
import { isRecord } from '../form/blank';
import { formatMoney } from '../money/format-money';
import { isMoney } from '../money/money';
import { inBoth, saidWords } from './names';
import { ownValue } from '../text/own-value';

type Words = (params: Record<string, Json>) => Bilingual;

const amountOr = (value: Json | undefined): Bilingual =>
  inBoth((language) => (isMoney(value) ? formatMoney(value, language) : String(value)));

const bilingualOr = (value: Json | undefined, otherwise: Bilingual): Bilingual =>
  isRecord(value) && typeof value.zh === 'string' && typeof value.en === 'string' ? { zh: value.zh, en: value.en } : otherwise;

/** By `what` was named: a person, a unit, a request, a file. */
const NOT_FOUND: Readonly<Record<string, Bilingual>> = {
  person: { zh: '找不到这个人，请重新选择', en: 'This person cannot be found; please choose again' },
  unit: { zh: '找不到这个组织，请重新选择', en: 'This unit cannot be found; please choose again' },
  request: { zh: '找不到这份申请，或您无权查看', en: 'This request cannot be found, or you cannot see it' },
  file: { zh: '找不到这个文件，请重新上传', en: 'This file cannot be found; please upload it again' },
  step: { zh: '这一步无需您选择处理人', en: 'There is nobody for you to choose at this step' },
};

const CHOOSE: Bilingual = { zh: '请选择', en: 'Please choose' };
/** By the type of the field that is blank. */
const MISSING: Readonly<Record<string, Bilingual>> = {
  choice: CHOOSE,
  'yes-no': CHOOSE,
  person: CHOOSE,
  people: CHOOSE,
  unit: CHOOSE,
  request: CHOOSE,
  date: CHOOSE,
  'date-range': CHOOSE,
  files: { zh: '请上传', en: 'Please upload' },
  table: { zh: '请至少填写一行', en: 'Please fill in at least one row' },
};

const WRONG_KIND: Readonly<Record<string, Bilingual>> = {
  person: { zh: '这里不能选这个人', en: 'This person cannot be chosen here' },
  unit: { zh: '这里不能选这一类组织', en: 'A unit of this kind cannot be chosen here' },
  request: { zh: '这里不能关联这一类申请', en: 'A request of this kind cannot be linked here' },
};

/** By how the request stands. */
const WRONG_OUTCOME: Readonly<Record<string, Bilingual>> = {
  running: { zh: '这份申请还没有结束，这里不能关联', en: 'This request has not ended yet and cannot be linked here' },
  approved: { zh: '这份申请已批准，这里不能关联', en: 'This request was approved and cannot be linked here' },
  rejected: { zh: '这份申请已驳回，这里不能关联', en: 'This request was rejected and cannot be linked here' },
  withdrawn: { zh: '这份申请已撤回，这里不能关联', en: 'This request was withdrawn and cannot be linked here' },
  terminated: { zh: '这份申请已终止，这里不能关联', en: 'This request was terminated and cannot be linked here' },
  revoked: { zh: '这份申请的批准已撤销，这里不能关联', en: 'The approval of this request was revoked; it cannot be linked here' },
};

const WORDS: Record<FieldProblemCode, Words> = {
  required: ({ type }) => ownValue(MISSING, String(type)) ?? { zh: '请填写', en: 'Please fill this in' },
  'unknown-field': () => ({ zh: '表单里没有这一项', en: 'The form has no such field' }),
  'not-writable': () => ({ zh: '这一项不由您在此处填写', en: 'This field is not yours to fill in here' }),
  'wrong-type': () => ({ zh: '填写的内容格式不对', en: 'This is not the kind of value expected here' }),
  'unstorable-text': () => ({
    zh: '含有无法保存的字符，请删除后重新填写',
    en: 'This contains characters that cannot be saved; please remove them',
  }),
  'not-decimal': () => ({ zh: '请填写金额，例如 12300.50', en: 'Please enter an amount, such as 12300.50' }),
  'too-many-decimals': () => ({ zh: '小数位数太多', en: 'Too many decimals' }),
  'too-large': () => ({ zh: '数值太大', en: 'This number is too large' }),
  'sum-too-large': ({ column }) => {
    const label = bilingualOr(column, { zh: '这一列', en: 'this column' });
    return { zh: `「${label.zh}」的合计太大`, en: `The total of “${label.en}” is too large` };
  },
  'sum-differs': () => ({
    zh: '与各行之和不一致；合计由系统计算，可以不填',
    en: 'This is not what the rows add up to; totals are computed and may be left out',
  }),
  'wrong-currency': ({ currency }) => ({ zh: `币种须为 ${String(currency)}`, en: `The currency must be ${String(currency)}` }),
  'below-min': ({ min }) => ({ zh: `不能小于 ${amountOr(min).zh}`, en: `Must be at least ${amountOr(min).en}` }),
  'above-max': ({ max }) => ({ zh: `不能大于 ${amountOr(max).zh}`, en: `Must be at most ${amountOr(max).en}` }),
  'too-long': ({ max }) => ({ zh: `最多 ${String(max)} 个字`, en: `At most ${String(max)} characters` }),
  'not-a-date': () => ({ zh: '没有这一天，请重新选择日期', en: 'There is no such day; please choose a date' }),
  'date-out-of-range': () => ({ zh: '日期须在 1900 年至 2199 年之间', en: 'The date must be between 1900 and 2199' }),
  'after-today': () => ({ zh: '不能晚于今天', en: 'Must not be after today' }),
  'before-today': () => ({ zh: '不能早于今天', en: 'Must not be before today' }),
  'no-time-left': () => ({
    zh: '同一天从下午起、到中午止，没有剩下时间：请改其中一项',
    en: 'From noon until noon of one day leaves no time at all; change one of the two',
  }),
  'outside-range': ({ range }) => {
    const label = bilingualOr(range, { zh: '起止日期', en: 'the dates' });
    return { zh: `不在「${label.zh}」之内`, en: `Must lie within “${label.en}”` };
  },
  'range-reversed': () => ({ zh: '结束日期早于开始日期', en: 'The end is before the start' }),
  'over-line': ({ available, asked }) => ({
    zh: `预算只剩 ${amountOr(available).zh}，本次需要 ${amountOr(asked).zh}`,
    en: `The budget has ${amountOr(available).en} left, this asks for ${amountOr(asked).en}`,
  }),
  'no-receiver': () => ({
    zh: '没有可转入的预算行：请核对转入的组织、类别和日期',
    en: 'There is no budget line to move it to; check its unit, category and day',
  }),
  'same-line': () => ({ zh: '转出和转入是同一行预算', en: 'It would be moved to the line that it is taken from' }),
  'range-too-long': ({ max }) => ({ zh: `最多 ${String(max)} 天`, en: `At most ${counted(max, 'day')}` }),
  'no-days': () => ({ zh: '这段日期里没有一天要计，请检查起止日期', en: 'None of these days counts; please check the dates' }),
  'not-an-option': () => ({ zh: '请从选项中选择', en: 'Please choose one of the options' }),
  'too-few-rows': ({ min }) => ({ zh: `至少 ${String(min)} 行`, en: min === 1 ? 'At least 1 line' : `At least ${String(min)} lines` }),
  'too-many-rows': ({ max }) => ({ zh: `最多 ${String(max)} 行`, en: `At most ${String(max)} lines` }),
  'too-few-files': ({ min }) => ({
    zh: `至少上传 ${String(min)} 个文件`,
    en: min === 1 ? 'At least 1 file' : `At least ${String(min)} files`,
  }),
  'too-many-files': ({ max }) => ({
    zh: `最多上传 ${String(max)} 个文件`,
    en: max === 1 ? 'At most 1 file' : `At most ${String(max)} files`,
  }),
  'too-many-people': ({ max }) => ({
    zh: `最多选 ${String(max)} 人`,
    en: max === 1 ? 'At most 1 person' : `At most ${String(max)} people`,
  }),
  'not-found': ({ what }) => ownValue(NOT_FOUND, String(what)) ?? { zh: '找不到所填的内容', en: 'What is entered here cannot be found' },
  'wrong-kind': ({ what }) =>
    ownValue(WRONG_KIND, String(what)) ?? { zh: '这里不能选这一类', en: 'One of this kind cannot be chosen here' },
  'wrong-outcome': ({ outcome }) =>
    ownValue(WRONG_OUTCOME, String(outcome)) ?? { zh: '这份申请的状态不符合要求', en: 'The request does not stand as it has to here' },
  inactive: () => ({ zh: '此人已停用，请另选一位', en: 'This person is no longer active; please choose somebody else' }),
  'lacks-role': () => ({
    zh: '所选的人不担任这里需要的角色，请另选一位',
    en: 'Whoever is chosen here does not hold the role that is needed; please choose somebody else',
  }),
  'must-hold': ({ words }) => saidWords(words) ?? { zh: '不符合流程的条件', en: 'does not meet a condition of the process' },
  'too-old': ({ age, days }) => ({
    zh: `距今 ${String(age)} 天，已超过 ${String(days)} 天的期限`,
    en: `This was ${counted(age, 'day')} ago; the limit is ${counted(days, 'day')}`,
  }),
  'value-taken': ({ request }) =>
    typeof request === 'string'
      ? { zh: `已用于 ${request}，不能重复使用`, en: `Already used on ${request}; it cannot be used again` }
      : { zh: '已用于另一份申请，不能重复使用', en: 'Already used on another request; it cannot be used again' },
  'one-in-force': ({ request, day }) =>
    typeof day === 'string'
      ? overlaps(request, day)
      : typeof request === 'string' && request !== ''
        ? { zh: `已有相同的申请 ${request}，不能重复发起`, en: `${request} is about the same already; there can be only one` }
        : { zh: '已有相同的申请，不能重复发起', en: 'Another request is about the same already; there can be only one' },
  'linked-not-approved': linkedNotApproved,
  'linked-differs': (params) => linkedDiffers(params),
  'odd-letter': ({ letter }) => ({
    zh: `字母「${String(letter ?? '…')}」容易与其他字母混淆，请用键盘上的字母重新填写`,
    en: `The letter “${String(letter ?? '…')}” is easily taken for another; please type it with the letters of your keyboard`,
  }),
  'value-twice': () => ({ zh: '在这份申请中出现了不止一次', en: 'Appears on this request more than once' }),
};

/** What stands under a field that something is wrong with. Pure. */
export function fieldProblemText({ code, params }: Pick<FieldProblem, 'code' | 'params'>): Bilingual {
  return WORDS[code](params);
}
