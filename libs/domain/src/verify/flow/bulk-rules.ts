import { error, type Finding } from '../../definition/finding';
import { neverInBulk, type BulkBar } from '../../definition/structure/in-bulk';
import type { HumanStep } from '../../definition/step.schema';

const WHY: Record<Exclude<BulkBar, 'off'>, [zh: string, en: string]> = {
  list: ['它逐项办理', 'it is done item by item'],
  opinion: ['须签署意见', 'an opinion is signed on it'],
  fields: ['有字段要填写', 'it has fields to fill in'],
  'carried-out': ['它办理后不能撤回', 'what it does cannot be undone'],
  comment: ['须写意见', 'it demands a comment'],
};

/** What needs a look of its own is never passed together with others, whatever is said of it. Pure. */
export function bulkFindings(step: HumanStep, path: string): Finding[] {
  const bar = step.bulk ? neverInBulk(step) : null;
  if (bar === null) return [];
  const [zh, en] = WHY[bar];
  return [
    error({ code: 'never-in-bulk', path: `${path}.bulk` }, `本步骤不能成批处理：${zh}。`, `This step cannot be passed in bulk: ${en}.`),
  ];
}
