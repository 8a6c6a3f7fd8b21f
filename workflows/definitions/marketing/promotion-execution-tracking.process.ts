import { copy, prepare, review } from '../patterns/blocks';
import { check } from '../patterns/check.pattern';
import { AT_STEP, files, longText, MATERIAL, period, store, text } from '../patterns/fields';
import { within } from '../patterns/time';
import { OPERATIONS_CENTRE } from '../patterns/words';

/**
 * A promotion is carried out in a store, inspected, summed up, and what came of it is reported to operations and marketing (S0:154, S1:161).
 */
export const promotionExecutionTracking = check({
  key: 'promotion-execution-tracking',
  prefix: 'CXGZ',
  title: ['促销执行跟踪', 'Promotion execution tracking'],
  description: ['门店执行、督导检查、总结分析、上报', 'Carried out in the store, inspected, summed up, reported'],
  area: 'marketing',
  department: OPERATIONS_CENTRE,
  matter: 'promotion-tracking',
  start: ['store-manager', 'area-manager'],
  fields: [
    text('topic', ['促销活动', 'Promotion'], MATERIAL),
    store('store', ['门店', 'Store'], MATERIAL),
    period('period', ['活动期间', 'Dates'], { ...MATERIAL, maxDays: 366 }),
    longText('execution', ['执行情况', 'How it was carried out'], { ...AT_STEP, maxLength: 1000 }),
    files('photos', ['现场照片', 'Photographs'], AT_STEP),
    longText('inspection', ['检查情况', 'What the inspection found'], { ...AT_STEP, maxLength: 1000 }),
    longText('summary', ['总结与分析', 'Summary and analysis'], { ...AT_STEP, maxLength: 2000 }),
  ],
  steps: [
    prepare('requester', ['carried-out', '门店执行', 'Carried out in the store'], 'execution', {
      write: ['execution', 'photos'],
      due: within(10),
    }),
    review('ops-inspector', {
      id: 'inspected',
      title: ['督导检查', 'Inspected'],
      write: ['inspection'],
      required: ['inspection'],
    }),
    prepare('requester', ['summed-up', '总结分析', 'Summed up'], 'summary', { due: within(3) }),
    copy('reported', ['上报运营与市场', 'Reported to operations and marketing'], ['ops-director', 'market-director']),
  ],
  sentence: ['{requester}跟踪{store}的促销「{topic}」，{period}', '{requester} tracks the promotion “{topic}” at {store}, {period}'],
  rowTitle: ['促销跟踪 · {topic} · {store}', 'Promotion tracking · {topic} · {store}'],
  facts: ['topic', 'store', 'period', 'execution', 'inspection', 'summary'],
});
