import type { Condition, Operand } from '../definition/condition.schema';
import { operandsOf } from '../conditions/operands';
import { currencyDecimals, toMinor } from '../money/money';
import { error, warning, type Finding } from '../definition/finding';
import { operandType, type Unknown } from './operand-type';
import { isEarlier, type PlacedCondition, type Subject } from './subject';

const UNKNOWN: Record<Unknown['unknown'], { zh: string; en: string }> = {
  field: { zh: '表单里没有字段', en: 'The form has no field' },
  'table-column': { zh: '不是表格的金额或数字列', en: 'Not a money or number column of a table' },
  countable: { zh: '不是表格或附件字段，无法计数', en: 'Not a table or file field, so there is nothing to count' },
  parameter: { zh: '流程没有参数', en: 'The definition has no parameter' },
  opinion: { zh: '没有这样的意见节点', en: 'There is no opinion step' },
};

function operandFindings(subject: Subject, { condition, path, at }: PlacedCondition): Finding[] {
  return operandsOf(condition).flatMap((operand) => {
    const type = operandType(subject, operand);
    if (typeof type === 'object') {
      const { zh, en } = UNKNOWN[type.unknown];
      return [error({ code: `unknown-${type.unknown}`, path }, `${zh}：“${type.name}”。`, `${en}: “${type.name}”.`)];
    }
    if ('money' in operand && typeof toMinor(operand.money, operand.currency) !== 'bigint') {
      const decimals = currencyDecimals(operand.currency);
      return [
        error(
          { code: 'bad-amount', path },
          `金额“${operand.money}”不是 ${operand.currency} 的规范写法（小数最多 ${decimals} 位）。`,
          `“${operand.money}” is not a plain amount in ${operand.currency} (at most ${decimals} decimals).`,
        ),
      ];
    }
    if ('stance' in operand && at === null) {
      return [
        error(
          { code: 'opinion-in-form', path },
          '表单的条件看不到意见节点的结论：意见在提交之后才有。',
          'The conditions of a form know no opinions: these are given after it was submitted.',
        ),
      ];
    }
    return 'stance' in operand && !(at && isEarlier(subject, operand.stance, at))
      ? [
          error(
            { code: 'opinion-later', path },
            `意见节点“${operand.stance}”在此之后，这里还看不到它的结论。`,
            `The opinion “${operand.stance}” comes later, so its stance is not known here.`,
          ),
        ]
      : [];
  });
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
          'Several values cannot be compared with one; ask whether they are filled.',
        ),
      ];
    }
    if (left === right) return optionFindings(subject, pair, path);
    return [
      error(
        { code: 'types-differ', path },
        `两边类型不同（${left} 与 ${right}），这个比较永远不成立。`,
        `The two sides are of different types (${left} and ${right}), so this never holds.`,
      ),
    ];
  });
}

/** A literal that a choice field does not offer can never be equal to it. */
function optionFindings(subject: Subject, [left, right]: [Operand, Operand], path: string): Finding[] {
  const field = 'field' in left ? subject.fields.get(left.field) : undefined;
  if (field?.type !== 'choice' || !('value' in right) || field.options.some(({ value }) => value === right.value)) return [];
  return [
    error(
      { code: 'unknown-option', path },
      `选项字段“${field.key}”没有选项“${right.value}”。`,
      `The choice “${field.key}” has no option “${right.value}”.`,
    ),
  ];
}

/** A condition that asks for a step-written field before any step writes it sees a blank. */
function tooEarly(subject: Subject, { condition, path, at }: PlacedCondition): Finding[] {
  if (at === null) return [];
  const names = operandsOf(condition).flatMap((operand) => ('field' in operand ? [operand.field] : []));
  return names
    .filter((name) => subject.fields.get(name)?.filledAt === 'step' && (subject.writtenFrom.get(name) ?? Infinity) >= at.before)
    .map((name) =>
      warning(
        { code: 'read-before-written', path },
        `字段“${name}”此时还没有节点填写，条件看到的是空值。`,
        `No step has written “${name}” by then, so the condition sees a blank.`,
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
