import { approve, prepare } from '../patterns/blocks';
import { AT_STEP, files, longText, person, REQUIRED } from '../patterns/fields';
import { pipe } from '../patterns/pipe.pattern';
import { within } from '../patterns/time';
import { MARKETING, said } from '../patterns/words';

/** Market research by plan: assigned, surveyed, compiled, analysed, confirmed (S2:392; A141, A142; X06, X15, X16; G12, G33). */
export const marketResearchExecution = pipe({
  key: 'market-research-execution',
  code: 'SC-003',
  prefix: 'DYZX',
  title: ['市场调研', 'Market research'],
  description: ['布置、调研、汇总、报告、确认', 'Assigned, surveyed, compiled, reported, confirmed'],
  area: 'research',
  department: MARKETING,
  matter: 'research-report',
  start: ['market-manager'],
  grewFrom: 'research-plan-approval',
  fields: [
    files('application', ['市场调研申请表', 'Research application form'], REQUIRED),
    person('researcher', ['调研员', 'Researcher'], { ...AT_STEP, material: true }),
    longText('industry', ['同业信息', 'The trade'], AT_STEP),
    longText('channel', ['通路信息', 'Sales channels'], AT_STEP),
    longText('consumer', ['消费者信息', 'Consumers'], AT_STEP),
    longText('special', ['专项要求', 'Special questions'], AT_STEP),
    files('results', ['调研结果', 'Results'], AT_STEP),
    files('compiled', ['汇总资料', 'Compiled data'], AT_STEP),
    files('report', ['调研报告', 'Research report'], AT_STEP),
  ],
  children: [
    {
      definition: 'promotion-plan-approval',
      title: said(['据此制定的推广计划', 'Promotion plan that follows from it']),
      map: { topic: { field: 'topic' } },
      by: ['requester'],
      when: 'approved',
      bound: false,
      shows: ['special', 'report'],
    },
  ],
  steps: [
    prepare('research-supervisor', ['research-assigned', '布置调研工作', 'Research assigned'], 'researcher', { due: within(2) }),
    prepare({ field: 'researcher' }, ['survey', '调研并呈报结果', 'Survey, and its results'], 'results', {
      write: ['industry', 'channel', 'consumer', 'special', 'results'],
      required: ['industry', 'channel', 'consumer', 'results'],
      // Whoever was named and does no research is passed over.
      instead: ['researcher'],
      due: within(10),
    }),
    prepare('research-supervisor', ['data-compiled', '资料汇总', 'Data compiled'], 'compiled', { due: within(3) }),
    prepare('requester', ['report-written', '审核、分析并撰写调研报告', 'Data analysed, report written'], 'report', { due: within(5) }),
    approve('market-director', { id: 'results-confirmed', title: ['市场总监确认调研结果', 'Results confirmed by the market director'] }),
  ],
  sentence: [
    '{requester}组织市场调研「{topic}」[，调研员 {researcher}]',
    '{requester} runs the market research “{topic}”[, researcher {researcher}]',
  ],
  rowTitle: ['市场调研 · {topic}', 'Market research · {topic}'],
  facts: ['source', 'researcher', 'industry', 'channel', 'consumer', 'special', 'results', 'report'],
});
