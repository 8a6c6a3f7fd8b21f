import type { Bilingual, Json } from '../text/bilingual';
import type { FieldProblem, FieldProblemCode } from '../form/field-problem';
import { formatMoney } from '../money/format-money';
import { isMoney } from '../money/money';
import { inBoth } from './names';

type Words = (params: Record<string, Json>) => Bilingual;

const amountOr = (value: Json | undefined): Bilingual =>
  inBoth((language) => (isMoney(value) ? formatMoney(value, language) : String(value)));

const WORDS: Record<FieldProblemCode, Words> = {
  required: () => ({ zh: '请填写', en: 'Please fill this in' }),
  'unknown-field': () => ({ zh: '表单里没有这一项', en: 'The form has no such field' }),
  'not-writable': () => ({ zh: '这一项不由您在此处填写', en: 'This field is not yours to fill in here' }),
  'wrong-type': () => ({ zh: '填写的内容格式不对', en: 'This is not the kind of value that belongs here' }),
  'not-decimal': () => ({ zh: '请填写金额，例如 12300.50', en: 'Please enter an amount, such as 12300.50' }),
  'too-many-decimals': () => ({ zh: '小数位数太多', en: 'There are too many decimals' }),
  'too-large': () => ({ zh: '金额太大', en: 'The amount is too large' }),
  'wrong-currency': ({ currency }) => ({ zh: `币种须为 ${String(currency)}`, en: `The currency must be ${String(currency)}` }),
  'below-min': ({ min }) => ({ zh: `不能小于 ${amountOr(min).zh}`, en: `Must be at least ${amountOr(min).en}` }),
  'above-max': ({ max }) => ({ zh: `不能大于 ${amountOr(max).zh}`, en: `Must be at most ${amountOr(max).en}` }),
  'too-long': ({ max }) => ({ zh: `最多 ${String(max)} 个字`, en: `At most ${String(max)} characters` }),
  'not-a-date': () => ({ zh: '请选择日期', en: 'Please choose a date' }),
  'range-reversed': () => ({ zh: '结束日期早于开始日期', en: 'It ends before it begins' }),
  'not-an-option': () => ({ zh: '请从选项中选择', en: 'Please choose one of the options' }),
  'too-few-rows': ({ min }) => ({ zh: `至少 ${String(min)} 行`, en: min === 1 ? 'At least 1 line' : `At least ${String(min)} lines` }),
  'too-many-rows': ({ max }) => ({ zh: `最多 ${String(max)} 行`, en: `At most ${String(max)} lines` }),
  'too-few-files': ({ min }) => ({
    zh: `至少上传 ${String(min)} 个文件`,
    en: min === 1 ? 'At least 1 file' : `At least ${String(min)} files`,
  }),
  'too-many-files': ({ max }) => ({ zh: `最多上传 ${String(max)} 个文件`, en: `At most ${String(max)} files` }),
};

/** What stands under a field that something is wrong with. Pure. */
export function fieldProblemText({ code, params }: Pick<FieldProblem, 'code' | 'params'>): Bilingual {
  return WORDS[code](params);
}
