import type { Sheet, Way } from './sheet';

interface Leave {
  /** Until when, from Monday 2031-03-03 on, a month without holidays. */
  to: string;
  /** Of the last day half. */
  noon?: true;
  kind?: 'annual' | 'sick' | 'personal' | 'other';
}

const leave =
  ({ to, noon, kind = 'personal' }: Leave): Way['form'] =>
  () => ({ kind, dates: { from: '2031-03-03', to }, ...(noon && { untilNoon: true }), reason: '家中有事' });

/** A leave that everybody grants. */
const granted = (name: string, by: string, asked: Leave, way: string): Way => ({
  name,
  by,
  form: leave(asked),
  way: `skip balance-check\n${way}\ncopy file-hr: an-ran\napproved`,
});

/** S4:50, lengths from G27: on both sides of every bound, for a clerk, a store manager, an area manager, a department. Stores count every day, offices those of their week. */
export const LEAVE: Sheet = {
  definition: 'leave-request',
  rows: ['S4:50'],
  gaps: ['G03', 'G27', 'G53'],
  starts: { yes: ['ye-xin', 'li-na', 'zheng-guohua', 'lu-ning'], no: [] },
  ways: [
    granted('a day of a clerk is the store manager’s', 'ye-xin', { to: '2031-03-03' }, 'approval-day: li-na'),
    granted(
      'a day and a half is the area manager’s',
      'ye-xin',
      { to: '2031-03-04', noon: true },
      'superior-review-few: li-na\napproval-few: zhang-wei',
    ),
    granted('three days are the area manager’s', 'ye-xin', { to: '2031-03-05' }, 'superior-review-few: li-na\napproval-few: zhang-wei'),
    granted(
      'three and a half are the operations manager’s',
      'ye-xin',
      { to: '2031-03-06', noon: true },
      'superior-review-week: li-na\napproval-week: sun-qian',
    ),
    granted(
      'seven days are the operations manager’s',
      'ye-xin',
      { to: '2031-03-09' },
      'superior-review-week: li-na\napproval-week: sun-qian',
    ),
    granted(
      'seven and a half are the operations director’s',
      'ye-xin',
      { to: '2031-03-10', noon: true },
      'superior-review-fortnight: li-na\napproval-fortnight: zhou-yan',
    ),
    granted(
      'fifteen days are the operations director’s',
      'ye-xin',
      { to: '2031-03-17' },
      'superior-review-fortnight: li-na\napproval-fortnight: zhou-yan',
    ),
    granted(
      'more than fifteen are the general manager’s, behind HR',
      'ye-xin',
      { to: '2031-03-18', noon: true },
      'superior-review-long: li-na\nhr-manager-review: dong-ning\ngm-approval: zheng-guohua',
    ),
    granted(
      'a store manager’s own three days are the area manager’s, looked at once',
      'li-na',
      { to: '2031-03-05' },
      'superior-review-few: zhang-wei\nmerge approval-few: zhang-wei',
    ),
    granted('a store manager’s own day is the area manager’s', 'li-na', { to: '2031-03-03' }, 'approval-day: zhang-wei'),
    granted(
      'the operations manager’s own week is the operations director’s',
      'sun-qian',
      { to: '2031-03-11' },
      'superior-review-week: zhou-yan\nmerge approval-week: zhou-yan',
    ),
    granted(
      'the HR manager’s own long leave is the general manager’s',
      'dong-ning',
      { to: '2031-03-28' },
      'superior-review-long: zheng-guohua\nmerge hr-manager-review: zheng-guohua\nmerge gm-approval: zheng-guohua',
    ),
    {
      name: 'what is left of the annual leave is checked first, and HR need not be told twice',
      by: 'ye-xin',
      form: leave({ to: '2031-03-03', kind: 'annual' }),
      writes: { 'balance-check': () => ({ balance: 4.5 }) },
      way: `
        balance-check: an-ran
        approval-day: li-na
        skip file-hr
        approved
      `,
    },
    {
      name: 'a company that lets store managers grant two days',
      by: 'ye-xin',
      change: { parameters: [{ definition: 'leave-request', key: 'dayUpTo', value: 2 }] },
      form: leave({ to: '2031-03-04' }),
      way: `
        skip balance-check
        approval-day: li-na
        copy file-hr: an-ran
        approved
      `,
    },
  ],
  turns: [
    { name: 'nobody leaves against a no', way: 0, at: 'approval-day', does: 'reject', then: 'rejected' },
    {
      name: 'the superior sends it back for other days',
      way: 1,
      at: 'superior-review-few',
      does: 'return',
      to: 'requester',
      then: 'returned',
    },
    {
      name: 'the area manager asks the store manager again',
      way: 1,
      at: 'approval-few',
      does: 'return',
      to: 'previous',
      then: 'superior-review-few: li-na',
    },
    { name: 'whoever asks grants nothing', way: 0, at: 'approval-day', does: 'approve', by: 'ye-xin', then: 'refused not-assignee' },
  ],
};

const trip = (name: string, by: string, steps: string): Way => ({
  name,
  by,
  form: ({ day, unit }) => ({
    ...{ destination: '杭州', costUnit: unit('operations'), plan: '拜访商场；手机随时可联系' },
    ...{ dates: { from: day(7), to: day(8) }, fromNoon: false, untilNoon: false, reason: '商场洽谈' },
  }),
  way: steps,
});

/** S0:344, S2:330; G40, G53. */
export const BUSINESS_TRIP: Sheet = {
  definition: 'business-trip',
  rows: ['S0:344', 'S2:330'],
  gaps: ['G03', 'G40', 'G53'],
  offers: ['cash-advance', 'expense-reimbursement'],
  starts: { yes: ['luo-yi', 'sun-qian', 'ye-xin'], no: [] },
  ways: [
    trip(
      'the superior looks at it, the operations manager approves',
      'ye-xin',
      'superior-review: li-na\nops-manager-approval: sun-qian\ncopy contact: li-na\napproved',
    ),
    trip(
      'nobody approves their own: the operations director does',
      'sun-qian',
      'superior-review: zhou-yan\nmerge ops-manager-approval: zhou-yan\ncopy contact: zhou-yan\napproved',
    ),
  ],
  turns: [
    { name: 'the superior wants it otherwise', way: 0, at: 'superior-review', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the operations manager says no', way: 0, at: 'ops-manager-approval', does: 'reject', then: 'rejected' },
    { name: 'the operations manager sends it back', way: 0, at: 'ops-manager-approval', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'the operations manager asks the superior again',
      way: 0,
      at: 'ops-manager-approval',
      does: 'return',
      to: 'previous',
      then: 'superior-review: li-na',
    },
  ],
};

interface Asked {
  by?: string;
  role?: string;
  holder?: string;
  more?: Record<string, unknown>;
}

const asked = (name: string, { by = 'gu-ming', role = 'ops-manager', holder, more = {} }: Asked, way: string): Way => ({
  name,
  by,
  form: ({ day, person }) => ({
    ...(holder === undefined ? { to: 'post', role } : { to: 'person', holder: person(holder), until: day(60) }),
    ...{ kind: 'approve-within-limit', matter: 'expense-reimbursement', side: 'in', reach: 'limit' },
    ...{ limit: { amount: '8000.00', currency: 'CNY' }, effectiveOn: day(5), reason: '常规维修多在八千以内', ...more },
  }),
  way,
});

const GRANTED =
  'hr-manager-review: dong-ning\nfinance-director-opinion: song-lan\ngm-approval: zheng-guohua\ncopy told: jiang-ming\napproved';

/** S0:212, S0:331, S0:364; A018, A066; G06. */
export const AUTHORITY: Sheet = {
  definition: 'authority-delegation',
  rows: ['S0:212', 'S0:331', 'S0:364'],
  gaps: ['G03', 'G06', 'G53'],
  starts: { yes: ['gu-ming', 'jiang-ming', 'dong-ning'], no: ['zheng-guohua', 'li-na', 'zhou-yan'] },
  ways: [
    asked('the general manager gives a role a higher limit', {}, GRANTED),
    asked('one person gets a limit of their own, which ends', { holder: 'zhang-wei' }, GRANTED),
    asked(
      'what is disputed stays withheld, with its reason',
      {
        more: {
          kind: 'decide',
          matter: 'entertainment',
          side: 'any',
          reach: 'withheld',
          limit: undefined,
          withheldReason: '理财观点有分歧',
        },
      },
      GRANTED,
    ),
    asked(
      'HR does not review its own authority: the general manager does',
      { role: 'hr-manager' },
      'hr-manager-review: zheng-guohua\nfinance-director-opinion: song-lan\ngm-approval: zheng-guohua\ncopy told: jiang-ming\napproved',
    ),
    asked(
      'HR asks: nobody reviews a request of their own',
      { by: 'dong-ning' },
      'hr-manager-review: zheng-guohua\nfinance-director-opinion: song-lan\ngm-approval: zheng-guohua\ncopy told: jiang-ming\napproved',
    ),
    asked(
      'the general manager grants himself nothing: the general manager of the group does',
      { role: 'gm' },
      'hr-manager-review: dong-ning\nfinance-director-opinion: song-lan\ngm-approval: shen-siyuan\ncopy told: jiang-ming\napproved',
    ),
    asked(
      'finance signs no opinion on its own authority',
      { holder: 'song-lan' },
      'hr-manager-review: dong-ning\nfinance-director-opinion: zheng-guohua\ngm-approval: zheng-guohua\ncopy told: jiang-ming\napproved',
    ),
    asked('what is taken from HR, HR may review', { role: 'hr-manager', more: { reach: 'upward', limit: undefined } }, GRANTED),
  ],
  turns: [
    { name: 'HR wants it otherwise', way: 0, at: 'hr-manager-review', does: 'return', to: 'requester', then: 'returned' },
    { name: 'finance wants it otherwise', way: 0, at: 'finance-director-opinion', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'finance has HR look at it again',
      way: 0,
      at: 'finance-director-opinion',
      does: 'return',
      to: 'previous',
      then: 'hr-manager-review: dong-ning',
    },
    { name: 'the general manager wants it otherwise', way: 0, at: 'gm-approval', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'the general manager asks finance again',
      way: 0,
      at: 'gm-approval',
      does: 'return',
      to: 'previous',
      then: 'finance-director-opinion: song-lan',
    },
    { name: 'it is not granted', way: 0, at: 'gm-approval', does: 'reject', then: 'rejected' },
    {
      name: 'whoever is given something decides nothing',
      way: 1,
      at: 'gm-approval',
      does: 'approve',
      by: 'zhang-wei',
      then: 'refused not-assignee',
    },
  ],
};
