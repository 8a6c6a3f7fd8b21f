import type { DefinitionInput } from '@countersign/domain';
import { RESEARCH_FORM } from './research-plan-approval.form';

const MATTER = 'research-plan';
/** Each step feeds back to those before it (S2:314, X01); whoever returns it picks what comes afterwards. */
const backTo = (...steps: readonly string[]) => ({ to: ['requester', 'previous', ...steps], resume: 'choose' });
const REVIEWS = ['market-review', 'major-review'];
const kind = (value: string) => ({ eq: [{ field: 'kind' }, { value }] });
const switchedOn = (param: string) => ({ eq: [{ param }, { value: true }] });

/** The drafter's flag, or ¥50,000 and more (G14); the market director confirms or clears it. */
const MAJOR_ASKED = { any: [kind('major-special'), { gte: [{ field: 'budget' }, { money: '50000', currency: 'CNY' }] }] };
const MAJOR = { all: [MAJOR_ASKED, { not: { eq: [{ field: 'major' }, { value: false }] } }] };
const NOT_MAJOR = { not: MAJOR };
/** General, or called a major special by the drafter and cleared by the market director. */
const GENERAL = { all: [NOT_MAJOR, { any: [kind('general'), kind('major-special')] }] };
const BY_BUSINESS_MANAGER = { requesterHasRole: 'business-manager' };

const marketDirector = { by: 'role', role: 'market-director', scope: 'company' };
const marketReview = {
  kind: 'review',
  assignee: marketDirector,
  authority: { kind: 'review', matter: MATTER },
  returns: { to: ['requester'], resume: 'walk-again' },
  due: { field: 'decideBy' },
  labels: { return: { zh: '提出修改意见', en: 'Ask for a revision' } },
};

const marketReviewStep = {
  ...marketReview,
  id: 'market-review',
  title: { zh: '市场总监审核', en: 'Market director’s review' },
};

const majorReview = {
  ...marketReview,
  id: 'major-review',
  title: { zh: '市场总监审核并认定重大专项', en: 'Market director’s review, as a major project or not' },
  // It decides the route, so it is asked even of somebody who has just decided.
  samePerson: 'ask',
  fields: { write: ['major'], required: ['major'] },
};

const financialOpinion = {
  kind: 'opinion',
  id: 'financial-opinion',
  title: { zh: '财务总监分析预算并签署意见', en: 'Finance director’s budget opinion' },
  when: {
    any: [
      { all: [MAJOR, switchedOn('financeOpinionMajorSpecial')] },
      { all: [NOT_MAJOR, kind('annual'), switchedOn('financeOpinionAnnual')] },
      { all: [NOT_MAJOR, kind('monthly'), switchedOn('financeOpinionMonthly')] },
    ],
  },
  assignee: { by: 'role', role: 'finance-director', scope: 'company' },
  authority: { kind: 'financial-opinion', matter: MATTER },
  fields: { write: ['recommendedBudget'], required: ['recommendedBudget'] },
  returns: backTo(...REVIEWS),
  due: { field: 'decideBy' },
  labels: { approve: { zh: '签署意见', en: 'Sign the opinion' }, done: { zh: '签署意见', en: 'signed an opinion' } },
};

const marketSignOff = {
  kind: 'approve',
  id: 'market-sign-off',
  title: { zh: '市场总监签准', en: 'Market director’s sign-off' },
  assignee: marketDirector,
  authority: { kind: 'approve', matter: MATTER },
  // An opinion against does not stop the plan; whoever goes on must say why.
  commentRequired: { eq: [{ stance: 'financial-opinion' }, { value: 'against' }] },
  returns: backTo(...REVIEWS, 'financial-opinion'),
  due: { field: 'decideBy' },
  labels: { approve: { zh: '签准', en: 'Sign off' }, done: { zh: '签准', en: 'signed it off' } },
};

const gmApproval = {
  kind: 'approve',
  id: 'gm-approval',
  title: { zh: '总经理审核', en: 'General manager’s approval' },
  assignee: { by: 'role', role: 'gm', scope: 'company' },
  authority: { kind: 'decide', matter: MATTER },
  returns: backTo(...REVIEWS, 'financial-opinion', 'market-sign-off'),
  due: { field: 'decideBy' },
};

const businessApproval = {
  kind: 'approve',
  id: 'business-approval',
  title: { zh: '业务经理批准', en: 'Business manager’s approval' },
  assignee: { by: 'role', role: 'business-manager', scope: 'company' },
  authority: { kind: 'approve', matter: MATTER },
  returns: backTo('major-review'),
  due: { field: 'decideBy' },
};

const marketApproval = {
  ...businessApproval,
  id: 'market-approval',
  title: { zh: '市场总监批准', en: 'Market director’s approval' },
  note: {
    zh: '业务经理自己起草的一般调研由市场总监批准。',
    en: 'Routine research drafted by the business manager goes to the market director.',
  },
  assignee: marketDirector,
};

/** What the plan leads to begins as a draft with its next owner, and goes its own way (S2:316: back to the business manager, on to market research). */
const begins = (step: object) => ({
  kind: 'subprocess',
  wait: 'none',
  begins: 'draft',
  bound: false,
  shows: ['kind', 'budget', 'period', 'region'],
  ...step,
});

const FLOW = [
  {
    kind: 'branch',
    id: 'first-review',
    title: { zh: '按类别先审', en: 'First review by kind' },
    cases: [
      { title: { zh: '重大专项', en: 'Major project' }, when: MAJOR_ASKED, steps: [majorReview] },
      {
        title: { zh: '年度、月度', en: 'Annual or monthly' },
        when: { in: [{ field: 'kind' }, ['annual', 'monthly']] },
        steps: [marketReviewStep],
      },
    ],
  },
  {
    kind: 'branch',
    id: 'decision',
    title: { zh: '按类别批准', en: 'Decision by kind' },
    cases: [
      {
        title: { zh: '业务经理起草的一般调研', en: 'Routine research drafted by the business manager' },
        when: { all: [GENERAL, BY_BUSINESS_MANAGER] },
        steps: [marketApproval],
      },
      { title: { zh: '一般常规调研', en: 'Routine research' }, when: GENERAL, steps: [businessApproval] },
    ],
    otherwise: [financialOpinion, marketSignOff, gmApproval],
  },
  {
    kind: 'cc',
    id: 'notify-research',
    title: { zh: '抄送调研主管', en: 'Copy to the research supervisor' },
    to: [{ by: 'role', role: 'research-supervisor', scope: 'company' }],
  },
  {
    kind: 'branch',
    id: 'lead-on',
    title: { zh: '转入下一流程', en: 'What it leads on to' },
    cases: [
      {
        title: { zh: '重大专项', en: 'Major project' },
        when: MAJOR,
        steps: [
          begins({
            id: 'start-research-project',
            title: { zh: '转入调研立项', en: 'On to the research project' },
            definition: 'research-project-initiation',
            requester: [{ by: 'role', role: 'market-manager', scope: 'company' }],
            map: { topic: { field: 'topic' }, source: { parent: true }, mainContent: { field: 'purpose' } },
          }),
        ],
      },
    ],
    otherwise: [
      begins({
        id: 'start-market-research',
        title: { zh: '转入市场调研', en: 'On to market research' },
        definition: 'market-research-execution',
        requester: [{ by: 'role', role: 'market-manager', scope: 'company' }],
        map: { topic: { field: 'topic' }, source: { parent: true }, application: { field: 'plan' } },
      }),
    ],
  },
];

const opinionSwitch = (key: string, zh: string, en: string) => ({
  key,
  title: { zh: `${zh}须财务签署意见`, en: `Finance signs an opinion on ${en}` },
  default: true,
});

/** Research plan → financial review → approval by the general manager (S2:316; X08, X11, X12, G13, G14). */
export const researchPlanApproval: DefinitionInput = {
  key: 'research-plan-approval',
  version: 1,
  code: 'SC-001',
  title: { zh: '调研计划审批', en: 'Research plan approval' },
  description: { zh: '审核、财务意见、签准、总经理审核', en: 'Review, financial opinion, sign-off, general manager' },
  area: 'research',
  department: { zh: '市场部', en: 'Marketing' },
  numberPrefix: 'DY',
  start: { roles: ['business-manager', 'market-manager', 'market-specialist', 'research-supervisor', 'researcher'] },
  parameters: [
    opinionSwitch('financeOpinionAnnual', '年度调研计划', 'annual plans'),
    opinionSwitch('financeOpinionMonthly', '月度调研计划', 'monthly plans'),
    opinionSwitch('financeOpinionMajorSpecial', '重大专项调研', 'major projects'),
  ],
  form: { fields: RESEARCH_FORM },
  sentence: {
    zh: '{requester}呈报{kind}「{topic}」[，预算 {budget}]',
    en: '{requester} submits the plan “{topic}” ({kind})[, budget {budget}]',
  },
  rowTitle: { zh: '调研计划 · {topic}', en: 'Research plan · {topic}' },
  facts: ['kind', 'budget', 'period', 'region', 'decideBy', 'major', 'recommendedBudget', 'purpose'],
  amount: 'budget',
  deadlines: 'usual',
  phrases: [
    { zh: '同意', en: 'Agreed', for: 'yes' },
    { zh: '请压缩预算', en: 'Please cut the budget', for: 'no' },
    { zh: '请补充样本说明', en: 'Please describe the sample', for: 'no' },
    { zh: '请调整时间安排', en: 'Please adjust the schedule', for: 'no' },
  ],
  flow: FLOW,
};
