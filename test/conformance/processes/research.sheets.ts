import type { Sheet } from './sheet';

const initiation: Sheet['ways'][number]['form'] = ({ file }) => ({
  topic: '华东年轻客群',
  origin: 'department',
  direction: '二十至三十岁女装客群',
  mainContent: '客群规模、消费习惯、竞品',
  attachments: [file],
});
const paper = (key: string): NonNullable<Sheet['ways'][number]['writes']>[string] => {
  return ({ file }) => ({ [key]: [file] });
};

/** S2:318. */
export const PROJECT_INITIATION: Sheet = {
  definition: 'research-project-initiation',
  rows: ['S2:318'],
  gaps: ['G03', 'G15'],
  links: {
    'start-market-research-execution': {
      process: 'market-research-execution',
      gives: { topic: 'topic', application: 'attachments' },
    },
  },
  starts: { yes: ['jiang-ming', 'liang-xue', 'sun-qian', 'zhan-peng'], no: ['zheng-guohua', 'li-na', 'wu-di'] },
  times: {
    'implementation-scheme': '5 days',
    'work-assigned': '2 days',
    survey: '10 days',
    'initiation-report': '5 days',
    'feasibility-report': '5 days',
  },
  ways: [
    {
      name: 'a department asks; consent, scheme, survey, report, finance, feasibility, review, approval',
      by: 'liang-xue',
      form: initiation,
      writes: {
        'implementation-scheme': paper('scheme'),
        'work-assigned': () => ({ assignment: '12 月 10 日前完成门店访谈' }),
        survey: paper('surveyReport'),
        'initiation-report': paper('initiationReport'),
        'feasibility-report': paper('feasibilityReport'),
      },
      way: `
        gm-consent: zheng-guohua
        implementation-scheme: tang-lei
        work-assigned: gao-yang
        survey: jiang-fan
        initiation-report: gao-yang
        financial-analysis: song-lan
        feasibility-report: gao-yang
        market-director-review: tang-lei
        gm-approval: zheng-guohua
        start start-market-research-execution: liang-xue
        approved
      `,
    },
  ],
  turns: [
    { name: 'without consent there is no project', way: 0, at: 'gm-consent', does: 'reject', then: 'rejected' },
    { name: 'the general manager rejects it at the end', way: 0, at: 'gm-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the first who is asked returns to the requester only',
      way: 0,
      at: 'gm-consent',
      does: 'return',
      to: 'requester',
      then: 'returned',
    },
    {
      name: 'finance asks for the report again',
      way: 0,
      at: 'financial-analysis',
      does: 'return',
      to: 'previous',
      then: 'initiation-report: gao-yang',
    },
    { name: 'a review is never final', way: 0, at: 'market-director-review', does: 'reject', then: 'refused invalid-state' },
  ],
};

/** S2:392. */
export const MARKET_RESEARCH: Sheet = {
  definition: 'market-research-execution',
  rows: ['S2:392'],
  gaps: ['G03', 'G33'],
  offers: ['promotion-plan-approval'],
  starts: { yes: ['liang-xue'], no: ['tang-lei', 'jiang-fan', 'du-heng', 'zheng-guohua'] },
  times: {
    'research-assigned': '2 days',
    survey: '10 days',
    'data-compiled': '3 days',
    'report-written': '5 days',
  },
  ways: [
    {
      name: 'assigned, surveyed, compiled, analysed, confirmed',
      by: 'liang-xue',
      form: ({ file }) => ({ topic: '秋冬流行色', application: [file] }),
      writes: {
        'research-assigned': ({ person }) => ({ researcher: person('wu-di') }),
        survey: ({ file }) => ({ industry: '同业三家', channel: '商场与线上', consumer: '偏好大地色', results: [file] }),
        'data-compiled': ({ file }) => ({ compiled: [file] }),
        'report-written': ({ file }) => ({ report: [file] }),
      },
      way: `
        research-assigned: jiang-fan
        survey: wu-di
        data-compiled: jiang-fan
        report-written: liang-xue
        results-confirmed: tang-lei
        approved
      `,
    },
    {
      name: 'whoever is named and does no research is passed over for the researcher',
      by: 'liang-xue',
      form: ({ file }) => ({ topic: '秋冬流行色', application: [file] }),
      writes: {
        'research-assigned': ({ person }) => ({ researcher: person('li-na') }),
        survey: ({ file }) => ({
          industry: '同业三家',
          channel: '商场与线上',
          consumer: '偏好大地色',
          special: '门店照片',
          results: [file],
        }),
        'data-compiled': ({ file }) => ({ compiled: [file] }),
        'report-written': ({ file }) => ({ report: [file] }),
      },
      way: `
        research-assigned: jiang-fan
        survey: du-heng
        data-compiled: jiang-fan
        report-written: liang-xue
        results-confirmed: tang-lei
        approved
      `,
    },
  ],
  turns: [
    {
      name: 'consumers are part of every survey',
      way: 0,
      at: 'survey',
      does: 'approve',
      fields: ({ file }) => ({ industry: '同业三家', channel: '商场与线上', results: [file] }),
      then: 'refused required-fields',
    },
    {
      name: 'the market director asks for another analysis',
      way: 0,
      at: 'results-confirmed',
      does: 'return',
      to: 'previous',
      then: 'report-written: liang-xue',
    },
    { name: 'the market director does not confirm', way: 0, at: 'results-confirmed', does: 'reject', then: 'rejected' },
  ],
};
