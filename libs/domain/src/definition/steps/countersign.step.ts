import { z } from 'zod';
import { bilingualSchema } from '../../text/bilingual';
import type { Assignee } from '../assignee.schema';
import { error, type Finding } from '../finding';
import { LIMITS } from '../limits';
import { settleBy, type Counting } from './counting';
import { decidedKind, rulesAt } from './decided-kind';
import { decidedByShape, foundShape } from './step-parts';

const weightSchema = z.int().min(1).max(LIMITS.weight);

/** Some of those who sign: whoever one rule finds. */
const groupSchema = z.strictObject({
  ...foundShape,
  /** What these people are called beside the others: 门店方. */
  title: bilingualSchema.optional(),
  /** What the answer of each of them counts for, where answers are weighed. */
  weight: weightSchema.optional(),
  /** How many of them have to agree, where each group has to. */
  needs: z.int().min(1).max(LIMITS.seats).optional(),
});

const ruleSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('all') }),
  z.strictObject({ by: z.literal('any') }),
  z.strictObject({ by: z.literal('in-order') }),
  z.strictObject({ by: z.literal('all-answer') }),
  z.strictObject({ by: z.literal('number'), of: z.int().min(1).max(LIMITS.seats) }),
  z.strictObject({ by: z.literal('share'), percent: z.int().min(1).max(100) }),
  z.strictObject({
    by: z.literal('weight'),
    atLeast: z
      .int()
      .min(1)
      .max(LIMITS.weight * LIMITS.seats),
  }),
  z.strictObject({ by: z.literal('per-group') }),
]);

/** Who signs, and what their answers come to. */
export const signingShape = {
  people: z.array(groupSchema).min(1).max(LIMITS.groups),
  rule: ruleSchema.default({ by: 'all' }),
  rejection: z.enum(['veto', 'majority']).default('veto'),
  /** Absent: nobody may abstain. */
  abstention: z.enum(['lowers', 'as-no']).optional(),
  /** Whoever is found by several rules sits once, with the first; else once for each. */
  distinctPeople: z.boolean().default(false),
  mayReject: z.boolean().default(true),
};

const schema = z.strictObject({ ...decidedByShape, kind: z.literal('countersign'), ...signingShape });
/** A step that several people or groups sign, as its definition writes it. */
export type CountersignStep = z.infer<typeof schema>;

/** How the step counts. Pure. */
export function countingOf({ people, rule, rejection, abstention }: CountersignStep): Counting {
  const groups = people.map(({ weight = 1, needs = 1 }) => ({ weight, needs }));
  return { groups, rule, rejection, abstention: abstention ?? 'as-no' };
}

/** People whom a rule can find at most, as far as it alone can tell. */
function mostOf(rule: Assignee): number {
  if (rule.by === 'role' || rule.by === 'members') return LIMITS.seats;
  if (rule.by !== 'superior' || rule.upTo === undefined) return 1;
  return typeof rule.upTo === 'number' ? rule.upTo - rule.level + 1 : LIMITS.seats;
}

/** People whom a group can have at most, as far as its rules alone can tell. */
function mostIn({ assignee, fallback }: CountersignStep['people'][number]): number {
  return Math.max(...[assignee, ...fallback].map(mostOf));
}

function needFindings({ people, rule }: CountersignStep, path: string): Finding[] {
  const groups = people.map((group) => ({ ...group, most: mostIn(group) }));
  const most = groups.reduce((sum, group) => sum + group.most, 0);
  const weighed = groups.reduce((sum, { weight = 1, ...group }) => sum + group.most * weight, 0);
  const at = { code: 'never-passes', path: `${path}.rule` };
  if (rule.by === 'number' && rule.of > most)
    return [
      error(
        at,
        `须 ${rule.of} 人同意，但这些规则最多找到 ${most} 人。`,
        `${rule.of} people have to agree, but these rules find ${most} at most.`,
      ),
    ];
  if (rule.by === 'weight' && rule.atLeast > weighed)
    return [
      error(
        at,
        `须达到 ${rule.atLeast} 票，但最多只有 ${weighed} 票。`,
        `${rule.atLeast} votes are needed, but there are ${weighed} at most.`,
      ),
    ];
  if (rule.by !== 'per-group') return [];
  return groups.flatMap(({ needs = 1, most: few }, index) =>
    needs <= few
      ? []
      : [
          error(
            { code: 'never-passes', path: `${path}.people.${index}.needs` },
            `这一方须 ${needs} 人同意，但规则最多找到 ${few} 人。`,
            `${needs} of these have to agree, but the rule finds ${few} at most.`,
          ),
        ],
  );
}

/** Something is said that the rule does not look at. */
function strayFindings({ people, rule }: CountersignStep, path: string): Finding[] {
  const weighs = rule.by === 'weight' || rule.by === 'share';
  return people.flatMap(({ weight, needs }, index) => [
    ...(weight !== undefined && !weighs
      ? [
          error(
            { code: 'not-counted', path: `${path}.people.${index}.weight` },
            '只有按票数或比例计算时才有票数。',
            'Votes of a weight are counted by “weight” and “share” only.',
          ),
        ]
      : []),
    ...(needs !== undefined && rule.by !== 'per-group'
      ? [
          error(
            { code: 'not-counted', path: `${path}.people.${index}.needs` },
            '只有各方分别计算时才写明各方须几人同意。',
            '“needs” is counted by “per-group” only.',
          ),
        ]
      : []),
  ]);
}

function shapeFindings({ people, fields, authority }: CountersignStep, path: string): Finding[] {
  const picked = people.filter(({ assignee }) => assignee.by === 'choice').length;
  return [
    ...(fields.write.length > 0
      ? [
          error(
            { code: 'countersign-writes', path: `${path}.fields.write` },
            '会签不填写字段：几个人会互相覆盖。',
            'A countersign writes no fields: several people would write over one another.',
          ),
        ]
      : []),
    ...(picked > 1
      ? [
          error(
            { code: 'picked-twice', path: `${path}.people` },
            '申请人在一个步骤只能选一个人。',
            'The requester picks one person for a step.',
          ),
        ]
      : []),
    ...(authority?.kind === 'execute'
      ? [
          error(
            { code: 'countersign-executes', path: `${path}.authority.kind` },
            '会签只表示同意，不办理；请另设办理步骤。',
            'A countersign agrees and carries nothing out; that takes a step of its own.',
          ),
        ]
      : []),
  ];
}

/** Several people sign, each with a word of their own; what the words come to is counted. */
export const countersignStep = decidedKind<CountersignStep>('countersign', {
  title: { zh: '会签', en: 'Countersign' },
  schema,
  decision: {
    button: { zh: '同意', en: 'Agree' },
    past: { zh: '会签已同意', en: 'Agreed' },
    after: { zh: '会签通过后', en: 'Then' },
    does: { zh: '会签', en: 'countersigns' },
    done: { zh: '会签同意', en: 'Agreed' },
    binding: true,
    usualDays: 2,
  },
  assignees: ({ people }) => people.flatMap((group, index) => rulesAt(group, `people.${index}.`)),
  groups: ({ people }) => people,
  inOrder: ({ rule }) => rule.by === 'in-order',
  distinctPeople: (step) => step.distinctPeople,
  mayAbstain: ({ abstention }) => abstention !== undefined,
  settle: (seats, step) => settleBy(seats, countingOf(step)),
  verify: (step, { path }) => [...needFindings(step, path), ...strayFindings(step, path), ...shapeFindings(step, path)],
});
