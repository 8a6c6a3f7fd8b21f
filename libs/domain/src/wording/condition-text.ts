import type { Bilingual, Language } from '../text/bilingual';
import type { Condition, Operand } from '../definition/condition.schema';
import type { Definition } from '../definition/definition.schema';
import type { Field } from '../definition/fields/field.schema';
import { formatMoney } from '../money/format-money';
import { moneyOf } from '../money/money';
import { operandsOf, rolesAskedBy } from '../conditions/operands';
import { flatten } from '../definition/flow';
import { fieldLabel } from './field-label';
import { DASH, inBoth, wordList, type Names } from './names';
import { wordValue } from './word-value';
import { ownValue } from '../text/own-value';

type Comparison = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';

const COMPARISONS: Record<Comparison, { holds: Bilingual; fails: Bilingual }> = {
  eq: { holds: { zh: '为', en: 'is' }, fails: { zh: '不为', en: 'is not' } },
  ne: { holds: { zh: '不为', en: 'is not' }, fails: { zh: '为', en: 'is' } },
  lt: { holds: { zh: '低于', en: 'is below' }, fails: { zh: '不低于', en: 'is not below' } },
  lte: { holds: { zh: '不高于', en: 'is at most' }, fails: { zh: '高于', en: 'is above' } },
  gt: { holds: { zh: '高于', en: 'is above' }, fails: { zh: '不高于', en: 'is not above' } },
  gte: { holds: { zh: '不低于', en: 'is at least' }, fails: { zh: '低于', en: 'is below' } },
};

const STANCES: Record<string, Bilingual> = {
  for: { zh: '同意', en: 'in favour' },
  against: { zh: '反对', en: 'against' },
  conditional: { zh: '有条件同意', en: 'in favour with conditions' },
};

/** How an opinion was signed. Pure. */
export function stanceText(stance: 'for' | 'against' | 'conditional'): Bilingual {
  return STANCES[stance] ?? { zh: DASH, en: DASH };
}

interface Telling {
  definition: Definition;
  names: Names;
  language: Language;
  /** Leaves out what goes without saying: the request's own amount. */
  brief?: boolean;
}

/** Says a condition: 金额高于 ¥5,000 / Amount is above ¥5,000. With `negated` the opposite, for a step that was skipped. Pure. */
export function conditionText(condition: Condition, around: Pick<Telling, 'definition' | 'names'>, negated = false): Bilingual {
  return inBoth((language) => say(condition, { ...around, language }, negated));
}

/** More comparisons than this are no reason that anybody reads. */
const MOST_COMPARISONS = 2;

/**
 * The same in a few words, for a list: 高于 ¥5,000 / Above ¥5,000. Pure.
 * Null for a condition with so many parts that its words would explain nothing.
 */
export function conditionBrief(condition: Condition, around: Pick<Telling, 'definition' | 'names'>, negated = false): Bilingual | null {
  if (operandsOf(condition).length + rolesAskedBy(condition).length > MOST_COMPARISONS * 2) return null;
  const text = inBoth((language) => say(condition, { ...around, language, brief: true }, negated));
  return { zh: text.zh, en: text.en.replace(/^is /, '').replace(/^[a-z]/, (first) => first.toUpperCase()) };
}

function say(condition: Condition, telling: Telling, negated: boolean): string {
  const { language, names } = telling;
  if ('not' in condition) return say(condition.not, telling, !negated);
  if ('all' in condition) return joined(condition.all, telling, { negated, and: !negated });
  if ('any' in condition) return joined(condition.any, telling, { negated, and: negated });
  if ('filled' in condition) {
    const words = negated ? { zh: '未填', en: 'is blank' } : { zh: '已填', en: 'is filled in' };
    return sentence(subject(condition.filled, telling), words[language], '', language);
  }
  if ('requesterHasRole' in condition) {
    const role = ownValue(names.roles, condition.requesterHasRole)?.[language] ?? DASH;
    if (language === 'zh') return `申请人${negated ? '不是' : '是'}${role}`;
    return `the requester ${negated ? 'is not' : 'is'} ${role}`;
  }
  if ('in' in condition) {
    const [operand, values] = condition.in;
    const list = wordList(
      values.map((value) => literal(operand, value, telling)),
      language,
    ).replace(/ and (?=[^,]*$)/, ' or ');
    const words = negated ? { zh: '不属于', en: 'is none of' } : { zh: '为', en: 'is' };
    return sentence(subject(operand, telling), words[language], list, language);
  }
  return compared(condition, telling, negated);
}

function compared(condition: Condition, telling: Telling, negated: boolean): string {
  const [kind] = Object.keys(condition) as [Comparison];
  const [left, right] = (condition as Record<Comparison, [Operand, Operand]>)[kind];
  const answer = yesOrNo(left, right, telling, (kind === 'ne') !== negated);
  if (answer !== null && (kind === 'eq' || kind === 'ne')) return answer;
  const words = COMPARISONS[kind][negated ? 'fails' : 'holds'][telling.language];
  return sentence(
    subject(left, telling),
    words,
    'value' in right ? literal(left, right.value, telling) : subject(right, telling),
    telling.language,
  );
}

/** A yes-no field that must be yes is said by its own word: 计划内 / In plan. */
function yesOrNo(left: Operand, right: Operand, { definition, names, language }: Telling, opposite: boolean): string | null {
  if (!('field' in left) || !('value' in right) || typeof right.value !== 'boolean') return null;
  const field = definition.form.fields.find((each) => each.key === left.field);
  if (field?.type !== 'yes-no' || !field.yes || !field.no) return null;
  return wordValue(field, right.value !== opposite, names, language);
}

function sentence(left: string, verb: string, right: string, language: Language): string {
  // Latin figures keep a thin distance from Chinese text; two Chinese words need none.
  if (language === 'zh') return `${left}${verb}${/^[\p{Script=Han}「]/u.test(right) || right === '' ? right : ` ${right}`}`;
  return [left, verb, right].filter((part) => part !== '').join(' ');
}

function joined(conditions: Condition[], telling: Telling, { negated, and }: { negated: boolean; and: boolean }): string {
  const words = conditions.map((each) => say(each, telling, negated));
  if (telling.language === 'zh') return words.join(and ? '，且' : '，或');
  return words.join(and ? ' and ' : ' or ');
}

function subject(operand: Operand, { definition, language, brief }: Telling): string {
  if (brief && 'field' in operand && operand.field === definition.amount) return '';
  if ('field' in operand) return fieldLabel(definition, operand.field)[language];
  if ('sum' in operand)
    return language === 'zh' ? `${fieldLabel(definition, operand.sum).zh}合计` : `the sum of ${fieldLabel(definition, operand.sum).en}`;
  if ('count' in operand)
    return language === 'zh'
      ? `${fieldLabel(definition, operand.count).zh}条数`
      : `the number of ${fieldLabel(definition, operand.count).en}`;
  if ('param' in operand) {
    const title = definition.parameters.find((parameter) => parameter.key === operand.param)?.title[language] ?? DASH;
    return operand.negative ? `−${title}` : title;
  }
  if ('stance' in operand) {
    const title = flatten(definition.flow).find((step) => step.id === operand.stance)?.title[language] ?? DASH;
    return language === 'zh' ? `「${title}」意见` : `the opinion “${title}”`;
  }
  if ('money' in operand) return formatMoney(moneyOf(operand.money, operand.currency), language, 'short');
  return String(operand.value);
}

/** A literal as the other side of the comparison would write it. */
function literal(other: Operand, value: string | number | boolean, { definition, names, language }: Telling): string {
  if ('stance' in other) return ownValue(STANCES, String(value))?.[language] ?? DASH;
  const field: Field | undefined = 'field' in other ? definition.form.fields.find((each) => each.key === other.field) : undefined;
  if (field) return wordValue(field, value, names, language);
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'on' }[language] : { zh: '否', en: 'off' }[language];
  return String(value);
}
