import type { Assignee } from '../assignee.schema';
import { error, type Finding } from '../finding';
import type { StepAuthority } from './step-parts';
import type { Placed } from './step-kind';

/** A step whose rules find people, as far as what they may ask depends on it. */
export interface RuledStep {
  authority?: StepAuthority | undefined;
  /** Whether the requester may be among those found. */
  mayBeRequester: boolean;
  /** Everybody whom a rule finds has a word of their own, or is told. Absent: one of them is enough. */
  together?: boolean;
}

/** What is wrong with the rules of a step, of a kind like this: who decides their own request, or climbs to no authority. Pure. */
export function ruleFindings(
  rules: readonly Placed<Assignee>[],
  { authority, mayBeRequester, together = false }: RuledStep,
  path: string,
): Finding[] {
  return rules.flatMap(({ at, value: rule }) => {
    const place = `${path}.${at}`;
    if (rule.by === 'requester' && !mayBeRequester)
      return [
        error(
          { code: 'requester-decides', path: place },
          '申请人不能处理自己的申请，只有办理步骤可以由申请人处理。',
          'Nobody decides their own request: only work may be assigned to the requester.',
        ),
      ];
    if (rule.by === 'superior' && rule.upTo !== undefined) return upToFindings(rule, together, place);
    if (rule.by === 'climb' && authority === undefined && rule.until === undefined)
      return [
        error(
          { code: 'climb-without-authority', path: place },
          '逐级上报需要步骤写明权限，或写明直到哪个角色。',
          'Going up the reporting line needs a step that states its authority, or the role to stop at.',
        ),
      ];
    return [];
  });
}

function upToFindings({ level, upTo }: Extract<Assignee, { by: 'superior' }>, together: boolean, path: string): Finding[] {
  if (!together)
    return [
      error(
        { code: 'several-of-one', path: `${path}.upTo` },
        '多级上级各自处理须用会签步骤；这里只要一人处理。',
        'Several superiors who each have a word take a countersign; here one of them decides.',
      ),
    ];
  return typeof upTo === 'number' && upTo <= level
    ? [error({ code: 'bad-levels', path: `${path}.upTo` }, '终止级别须高于起始级别。', '“upTo” has to be a higher level than “level”.')]
    : [];
}
