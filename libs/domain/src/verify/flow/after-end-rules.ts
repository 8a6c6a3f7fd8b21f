import { isHuman, rulesOf } from '../../definition/flow';
import { error, type Finding } from '../../definition/finding';
import type { Subject } from '../subject';

function unknownStep(path: string, step: string): Finding {
  return error({ code: 'no-such-step', path }, `「${step}」不是由人处理的步骤。`, `“${step}” is not a step that people decide.`);
}

/** Kinds of steps that call back what followed from an approval: nothing there says no, starts anything else or ends the request otherwise. */
const COMPENSATING: readonly string[] = ['approve', 'review', 'work', 'checklist', 'cc', 'delay', 'branch', 'parallel', 'inclusive'];

function compensatingFindings({ steps, structure }: Subject): Finding[] {
  return steps.flatMap(({ step, path }): Finding[] => {
    if (!structure.standing.get(step.id)?.compensates) return [];
    const isFit = COMPENSATING.includes(step.kind) && !('claim' in step && step.claim) && rulesOf(step).every(({ by }) => by !== 'choice');
    if (isFit) return [];
    return [
      error(
        { code: 'not-compensating', path },
        '撤销批准后的善后步骤只能是批准、审核、办理、清单、抄送、等待、分支和并行；不能先领取，也不能由申请人选定处理人。',
        'A step that runs after a revocation is an approval, a review, work, a checklist, a notice, a wait, a branch or lanes; nobody claims it, and the requester picks nobody for it.',
      ),
    ];
  });
}

/** Withdrawing and re-opening name steps of the walk that people decide; what runs after a revocation can be walked. Pure. */
export function afterEndFindings(subject: Subject): Finding[] {
  const { definition, steps, structure } = subject;
  const { withdraw, reopen } = definition;
  const named = [
    ...(typeof withdraw === 'object' ? [{ path: 'withdraw.until', step: withdraw.until }] : []),
    ...(reopen && reopen.to !== 'requester' ? [{ path: 'reopen.to', step: reopen.to }] : []),
  ];
  const walked = steps.filter(({ step }) => isHuman(step) && !structure.standing.get(step.id)?.compensates);
  const human = new Set(walked.map(({ step }) => step.id));
  return [...named.flatMap(({ path, step }) => (human.has(step) ? [] : [unknownStep(path, step)])), ...compensatingFindings(subject)];
}
