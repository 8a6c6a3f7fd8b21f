import { compensatingSteps } from '../definition/structure/compensating';
import type { Condition } from '../definition/condition.schema';
import { sequencesOf } from '../definition/flow';
import { LIMITS } from '../definition/limits';
import { operandsOf, rolesAskedBy } from '../conditions/operands';
import { kindOf, type Step } from '../definition/step.schema';
import type { Bilingual } from '../text/bilingual';
import { error, type Finding } from '../definition/finding';
import type { Subject } from './subject';

function tooMany(path: string, what: Bilingual, { count, most }: { count: number; most: number }): Finding[] {
  if (count <= most) return [];
  return [
    error(
      { code: 'over-limit', path },
      `${what.zh}有 ${count} 个，最多 ${most} 个。`,
      `There are ${count} ${what.en}; the limit is ${most}.`,
    ),
  ];
}

function branchesDeep(steps: readonly Step[]): number {
  return steps.reduce((deepest, step) => {
    const inside = sequencesOf(step);
    return inside.length > 0 ? Math.max(deepest, 1 + branchesDeep(inside.flat())) : deepest;
  }, 0);
}

/** Lanes that may be under way at the same time: those of one step together, of steps one after the other the most of any. */
function lanesAtOnce(steps: readonly Step[]): number {
  return Math.max(
    0,
    ...steps.map((step) => {
      const inside = sequencesOf(step).map(lanesAtOnce);
      return kindOf(step).lanes ? inside.reduce((sum, lanes) => sum + Math.max(1, lanes), 0) : Math.max(0, ...inside);
    }),
  );
}

function conditionDeep(condition: Condition): number {
  if ('all' in condition) return 1 + Math.max(0, ...condition.all.map(conditionDeep));
  if ('any' in condition) return 1 + Math.max(0, ...condition.any.map(conditionDeep));
  return 'not' in condition ? 1 + conditionDeep(condition.not) : 1;
}

function comparisonsIn(condition: Condition): number {
  return Math.ceil(operandsOf(condition).length / 2) + rolesAskedBy(condition).length;
}

function conditionFindings({ conditions }: Subject): Finding[] {
  const all = conditions.reduce((sum, { condition }) => sum + comparisonsIn(condition), 0);
  const each = conditions.flatMap(({ condition, path }) => [
    ...tooMany(
      path,
      { zh: '这个条件里的比较', en: 'comparisons in this condition' },
      { count: comparisonsIn(condition), most: LIMITS.comparisons },
    ),
    ...tooMany(
      path,
      { zh: '这个条件的嵌套层数', en: 'levels in this condition' },
      { count: conditionDeep(condition), most: LIMITS.conditionDeep },
    ),
  ]);
  const whole = tooMany(
    'flow',
    { zh: '全部条件里的比较', en: 'comparisons in all conditions' },
    { count: all, most: LIMITS.allComparisons },
  );
  return [...each, ...whole];
}

function flowSize({ definition, steps }: Subject): Finding[] {
  return [
    ...tooMany('flow', { zh: '步骤', en: 'steps' }, { count: steps.length, most: LIMITS.steps }),
    ...tooMany(
      'flow',
      { zh: '分支的嵌套层数', en: 'levels of branches' },
      { count: Math.max(branchesDeep(definition.flow), branchesDeep(compensatingSteps(definition))), most: LIMITS.branchesDeep },
    ),
    ...tooMany(
      'flow',
      { zh: '同时进行的并行分支', en: 'lanes in progress at the same time' },
      { count: Math.max(lanesAtOnce(definition.flow), lanesAtOnce(compensatingSteps(definition))), most: LIMITS.lanesAtOnce },
    ),
  ];
}

function tooLong(path: string, { zh, en }: Bilingual, most: number): Finding[] {
  const longest = Math.max(zh.length, en.length);
  if (longest <= most) return [];
  return [
    error(
      { code: 'over-limit', path },
      `文字有 ${longest} 个字，最多 ${most} 个字。`,
      `The text has ${longest} characters; the limit is ${most}.`,
    ),
  ];
}

function textFindings({ definition, steps }: Subject): Finding[] {
  const titled: [string, Bilingual][] = [
    ['title', definition.title],
    ...definition.parameters.map(({ title }, index): [string, Bilingual] => [`parameters.${index}.title`, title]),
    ...steps.map(({ step, path }): [string, Bilingual] => [`${path}.title`, step.title]),
    ...definition.form.fields.flatMap((field, index): [string, Bilingual][] => [
      [`form.fields.${index}.label`, field.label],
      ...(field.type === 'table'
        ? field.columns.map(({ label }, column): [string, Bilingual] => [`form.fields.${index}.columns.${column}.label`, label])
        : []),
    ]),
  ];
  return [
    ...titled.flatMap(([path, text]) => tooLong(path, text, LIMITS.title)),
    ...tooLong('sentence', definition.sentence, LIMITS.template),
    ...tooLong('rowTitle', definition.rowTitle, LIMITS.template),
    ...(definition.mails ?? []).flatMap(({ subject }, index) => tooLong(`mails.${index}.subject`, subject, LIMITS.template)),
  ];
}

/** The definition keeps to the limits of its size; whoever writes a larger one hears the limit. Pure and about linear. */
export function limitFindings(subject: Subject): Finding[] {
  return [...flowSize(subject), ...conditionFindings(subject), ...textFindings(subject)];
}
