import type { Bilingual } from '../../text/bilingual';
import type { Condition, Operand } from '../../definition/condition.schema';
import { operandsOf } from '../../conditions/operands';
import { currencyDecimals, toMinor } from '../../money/money';
import { error, warning, type Finding } from '../../definition/finding';
import { follows } from '../../definition/structure/structure';
import { operandType, type OperandType, type Unknown } from './operand-type';
import { isEarlier, type PlacedCondition, type Subject } from '../subject';
import { ownValue } from '../../text/own-value';

const UNKNOWN: Record<Unknown['unknown'], (name: string) => Bilingual> = {
  field: (name) => ({ zh: `表单里没有字段「${name}」。`, en: `The form has no field “${name}”.` }),
  'table-column': (name) => ({ zh: `「${name}」不是表格的金额或数字列。`, en: `“${name}” is not a money or number column of a table.` }),
  countable: (name) => ({
    zh: `「${name}」不是表格或附件字段，无法计数。`,
    en: `“${name}” is not a table or file field, so there is nothing to count.`,
  }),
  parameter: (name) => ({ zh: `流程没有参数「${name}」。`, en: `The definition has no parameter “${name}”.` }),
  opinion: (name) => ({ zh: `没有意见步骤「${name}」。`, en: `There is no opinion step “${name}”.` }),
};

function operandFindings(subject: Subject, { condition, path, at }: PlacedCondition): Finding[] {
  return operandsOf(condition).flatMap((operand) => {
    const type = operandType(subject, operand);
    if (typeof type === 'object') {
      const { zh, en } = UNKNOWN[type.unknown](type.name);
      return [error({ code: `unknown-${type.unknown}`, path }, zh, en)];
    }
    if ('money' in operand && typeof toMinor(operand.money, operand.currency) !== 'bigint') {
      const decimals = currencyDecimals(operand.currency);
      return [
        error(
          { code: 'bad-amount', path },
          `金额「${operand.money}」不是 ${operand.currency} 的规范写法（小数最多 ${decimals} 位）。`,
          `“${operand.money}” is not a valid amount in ${operand.currency} (at most ${decimals} decimals).`,
        ),
      ];
    }
    if ('param' in operand && operand.negative && type !== 'number' && !type.startsWith('money')) {
      return [
        error(
          { code: 'types-differ', path },
          `参数「${operand.param}」不是数字或金额，没有负值。`,
          `The parameter “${operand.param}” is no number or amount, so nothing is below zero.`,
        ),
      ];
    }
    return 'stance' in operand ? stanceFindings(subject, operand.stance, { path, at }) : [];
  });
}

/** An opinion is known behind its step only. */
function stanceFindings(subject: Subject, stance: string, { path, at }: Pick<PlacedCondition, 'path' | 'at'>): Finding[] {
  if (at === null) {
    return [
      error(
        { code: 'opinion-in-form', path },
        '表单的条件看不到意见步骤的结论：意见在提交之后才有。',
        'Conditions of a form cannot look at opinions, which are given only after it is submitted.',
      ),
    ];
  }
  if (isEarlier(subject, stance, at)) return [];
  return [
    error(
      { code: 'opinion-later', path },
      `意见步骤「${stance}」在此之后，这里还看不到它的结论。`,
      `The opinion “${stance}” comes later, so its outcome is not known here.`,
    ),
  ];
}

/** All comparisons inside a condition, as pairs of operands that must be of one type. */
function pairs(condition: Condition): [Operand, Operand][] {
  if ('all' in condition) return condition.all.flatMap(pairs);
  if ('any' in condition) return condition.any.flatMap(pairs);
  if ('not' in condition) return pairs(condition.not);
  if ('filled' in condition || 'requesterHasRole' in condition) return [];
  if ('in' in condition) return condition.in[1].map((value) => [condition.in[0], { value }]);
  return Object.values(condition) as [Operand, Operand][];
}

function pairFindings(subject: Subject, { condition, path }: PlacedCondition): Finding[] {
  return pairs(condition).flatMap((pair) => {
    const types = pair.map((operand) => operandType(subject, operand));
    const [left, right] = types;
    if (typeof left !== 'string' || typeof right !== 'string') return [];
    if (left === 'list' || right === 'list') {
      return [
        error(
          { code: 'list-compared', path },
          '多个值不能与一个值比较，只能判断是否填写。',
          'A list of values cannot be compared with one value; ask only whether it is filled in.',
        ),
      ];
    }
    if (left === right) return optionFindings(subject, pair, path);
    return [
      error(
        { code: 'types-differ', path },
        `两边类型不同（${typeName(left).zh}与${typeName(right).zh}），这个比较永远不成立。`,
        `The two sides are of different types (${typeName(left).en} and ${typeName(right).en}), so this is never true.`,
      ),
    ];
  });
}

const TYPE_NAMES: Readonly<Record<string, Bilingual>> = {
  text: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'number' },
  boolean: { zh: '是否', en: 'yes or no' },
};

function typeName(type: OperandType): Bilingual {
  const [, currency] = type.split(' ');
  return currency === undefined
    ? (ownValue(TYPE_NAMES, type) ?? { zh: type, en: type })
    : { zh: `金额 ${currency} `, en: `money in ${currency}` };
}

/** A literal that a choice field does not offer can never be equal to it. */
function optionFindings(subject: Subject, [left, right]: [Operand, Operand], path: string): Finding[] {
  const field = 'field' in left ? subject.fields.get(left.field) : undefined;
  if (field?.type !== 'choice' || !('value' in right) || field.options.some(({ value }) => value === right.value)) return [];
  return [
    error(
      { code: 'unknown-option', path },
      `选项字段「${field.key}」没有选项「${right.value}」。`,
      `The choice “${field.key}” has no option “${right.value}”.`,
    ),
  ];
}

/** A condition that asks for a step-written field before any step writes it sees a blank. */
function tooEarly(subject: Subject, { condition, path, at, after }: PlacedCondition): Finding[] {
  if (at === null) return [];
  const names = operandsOf(condition).flatMap((operand) => ('field' in operand ? [operand.field] : []));
  return names
    .filter(
      (name) =>
        subject.fields.get(name)?.filledAt === 'step' &&
        !(subject.writers.get(name) ?? []).some(
          (writer) => follows(subject.structure, at.step.id, writer) || (after === true && writer === at.step.id),
        ),
    )
    .map((name) =>
      warning(
        { code: 'read-before-written', path },
        `字段「${name}」此时还没有步骤填写，条件看到的是空值。`,
        `No step has written “${name}” by then, so the condition would see a blank.`,
      ),
    );
}

/** Conditions name what exists, compare like with like, and look only at what is known by then. Pure. */
export function conditionFindings(subject: Subject): Finding[] {
  return subject.conditions.flatMap((each) => [
    ...operandFindings(subject, each),
    ...pairFindings(subject, each),
    ...tooEarly(subject, each),
  ]);
}
