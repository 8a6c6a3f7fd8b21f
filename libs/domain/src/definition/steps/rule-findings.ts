import type { Assignee } from '../assignee.schema';
import { error, type Finding } from '../finding';
import type { StepAuthority } from './step-parts';
import type { Placed } from './step-kind';

/** A step whose rules find people, as far as what they may ask depends on it. */
export interface Asking {
  authority?: StepAuthority | undefined;
  /** Whether the requester may be among those found. */
  mayBeRequester: boolean;
}

/** What is wrong with the rules of a step, of a kind like this: who decides their own request, or climbs to no authority. Pure. */
export function ruleFindings(rules: readonly Placed<Assignee>[], { authority, mayBeRequester }: Asking, path: string): Finding[] {
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
    if (rule.by === 'climb' && authority === undefined)
      return [
        error(
          { code: 'climb-without-authority', path: place },
          '逐级上报需要步骤写明权限。',
          'Going up the reporting line needs a step that states its authority.',
        ),
      ];
    return [];
  });
}
