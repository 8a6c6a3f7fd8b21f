import { approve, opinion, prepare, review, starts } from '../patterns/blocks';
import { AT_STEP, choice, files, longText, MATERIAL, REQUIRED } from '../patterns/fields';
import { pipe } from '../patterns/pipe.pattern';
import { within } from '../patterns/time';
import { HEADS } from '../patterns/who';
import { MARKETING } from '../patterns/words';

/**
 * Research project: consent to start, scheme, survey, report, financial analysis, feasibility, approval (S2:318; A135–A138; X11, X13, X15; G12, G15).
 * What the general manager orders himself the office director records, because nobody decides a request of their own; a rejection files it with its reason (G15).
 */
export const researchProjectInitiation = pipe({
  key: 'research-project-initiation',
  code: 'SC-002',
  prefix: 'LX',
  title: ['调研立项', 'Research project'],
  description: ['提出、调查、财务分析、可行性、立项', 'Consent, survey, financial analysis, feasibility, approval'],
  area: 'research',
  department: MARKETING,
  matter: 'project-initiation',
  start: ['office-director', ...HEADS],
  grewFrom: 'research-plan-approval',
  fields: [
    choice(
      'origin',
      ['提出方式', 'Origin'],
      { 'gm-order': ['总经理提出', 'Ordered by the general manager'], department: ['部门申请', 'Asked for by a department'] },
      MATERIAL,
    ),
    longText('direction', ['调研方向', 'Direction'], MATERIAL),
    longText('mainContent', ['重要内容', 'Main content'], REQUIRED),
    longText('attention', ['注意事项', 'Points to note']),
    files('scheme', ['实施方案', 'Implementation scheme'], AT_STEP),
    longText('assignment', ['工作布置记录', 'Work assigned'], AT_STEP),
    files('surveyReport', ['调查结果', 'Survey results'], AT_STEP),
    files('initiationReport', ['立项报告', 'Initiation report'], AT_STEP),
    files('feasibilityReport', ['可行性分析报告', 'Feasibility report'], AT_STEP),
  ],
  steps: [
    approve('gm', { id: 'gm-consent', title: ['总经理同意提出', 'Consent of the general manager'], kind: 'rule' }),
    prepare('market-director', ['implementation-scheme', '拟定实施方案', 'Implementation scheme'], 'scheme', { due: within(5) }),
    prepare('business-manager', ['work-assigned', '布置工作并记录', 'Work assigned and recorded'], 'assignment', { due: within(2) }),
    prepare('research-supervisor', ['survey', '组织调查并呈报结果', 'Survey, and its results'], 'surveyReport', { due: within(10) }),
    prepare('business-manager', ['initiation-report', '撰写立项报告', 'Initiation report'], 'initiationReport', { due: within(5) }),
    opinion('finance-director', { id: 'financial-analysis', title: ['财务总监财务分析', 'Finance director’s analysis'] }),
    prepare('business-manager', ['feasibility-report', '撰写可行性分析报告', 'Feasibility report'], 'feasibilityReport', {
      due: within(5),
    }),
    review('market-director'),
    approve('gm', { title: ['总经理立项审批', 'Approval of the project by the general manager'] }),
    starts('start-market-research-execution', ['转入市场调研', 'On to market research'], {
      definition: 'market-research-execution',
      who: ['market-manager'],
      map: { topic: { field: 'topic' }, application: { field: 'attachments' } },
      shows: ['topic', 'direction', 'mainContent'],
    }),
  ],
  sentence: ['{requester}提出调研项目「{topic}」（{origin}）', '{requester} puts forward the research project “{topic}” ({origin})'],
  rowTitle: ['调研立项 · {topic}', 'Research project · {topic}'],
  facts: ['origin', 'source', 'direction', 'mainContent', 'scheme', 'surveyReport', 'initiationReport', 'feasibilityReport'],
});
