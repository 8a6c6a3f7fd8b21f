import type { Sheet, Way } from './sheet';

interface Leave {
  days: number;
  kind?: 'annual' | 'sick' | 'personal' | 'other';
}

const leave =
  ({ days, kind = 'personal' }: Leave): Way['form'] =>
  ({ day }) => ({ kind, days, dates: { from: day(3), to: day(3 + Math.ceil(days)) }, reason: '家中有事' });

/** A leave that everybody grants. */
const granted = (name: string, by: string, days: number, way: string): Way => ({
  name,
  by,
  form: leave({ days }),
  way: `skip balance-check\n${way}\ncopy file-hr: an-ran\napproved`,
});

/** S4:50, lengths from G27: on both sides of every bound, for a clerk, a store manager, an area manager, a department. */
export const LEAVE: Sheet = {
  definition: 'leave-request',
  rows: ['S4:50'],
  gaps: ['G03', 'G27', 'G53'],
  starts: { yes: ['ye-xin', 'li-na', 'zheng-guohua', 'lu-ning'], no: [] },
  ways: [
    granted('a day of a clerk is the store manager’s', 'ye-xin', 1, 'approval-day: li-na'),
    granted('a day and a half is the area manager’s', 'ye-xin', 1.5, 'superior-review-few: li-na\napproval-few: zhang-wei'),
    granted('three days are the area manager’s', 'ye-xin', 3, 'superior-review-few: li-na\napproval-few: zhang-wei'),
    granted('three and a half are the operations manager’s', 'ye-xin', 3.5, 'superior-review-week: li-na\napproval-week: sun-qian'),
    granted('seven days are the operations manager’s', 'ye-xin', 7, 'superior-review-week: li-na\napproval-week: sun-qian'),
    granted(
      'seven and a half are the operations director’s',
      'ye-xin',
      7.5,
      'superior-review-fortnight: li-na\napproval-fortnight: zhou-yan',
    ),
    granted('fifteen days are the operations director’s', 'ye-xin', 15, 'superior-review-fortnight: li-na\napproval-fortnight: zhou-yan'),
    granted(
      'more than fifteen are the general manager’s, behind HR',
      'ye-xin',
      15.5,
      'superior-review-long: li-na\nhr-manager-review: dong-ning\ngm-approval: zheng-guohua',
    ),
    granted(
      'a store manager’s own three days are the area manager’s, looked at once',
      'li-na',
      3,
      'superior-review-few: zhang-wei\nmerge approval-few: zhang-wei',
    ),
    granted('a store manager’s own day is the area manager’s', 'li-na', 1, 'approval-day: zhang-wei'),
    granted(
      'the operations manager’s own week is the operations director’s',
      'sun-qian',
      7,
      'superior-review-week: zhou-yan\nmerge approval-week: zhou-yan',
    ),
    granted(
      'the HR manager’s own long leave is the general manager’s',
      'dong-ning',
      20,
      'superior-review-long: zheng-guohua\nmerge hr-manager-review: zheng-guohua\nmerge gm-approval: zheng-guohua',
    ),
    {
      name: 'what is left of the annual leave is checked first, and HR need not be told twice',
      by: 'ye-xin',
      form: leave({ days: 1, kind: 'annual' }),
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
      form: leave({ days: 2 }),
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
