import { isHuman } from '../definition/flow';
import { error, type Finding } from '../definition/finding';
import type { Subject } from './subject';

function unknownStep(path: string, step: string): Finding {
  return error({ code: 'no-such-step', path }, `「${step}」不是由人处理的步骤。`, `“${step}” is not a step that people decide.`);
}

/** Withdrawing and re-opening name steps that people decide. Pure. */
export function afterEndFindings({ definition, steps }: Subject): Finding[] {
  const { withdraw, reopen } = definition;
  const named = [
    ...(typeof withdraw === 'object' ? [{ path: 'withdraw.until', step: withdraw.until }] : []),
    ...(reopen && reopen.to !== 'requester' ? [{ path: 'reopen.to', step: reopen.to }] : []),
  ];
  const human = new Set(steps.flatMap(({ step }) => (isHuman(step) ? [step.id] : [])));
  return named.flatMap(({ path, step }) => (human.has(step) ? [] : [unknownStep(path, step)]));
}
