import type { Sheet, Way } from './sheet';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

const count =
  (kind: 'daily' | 'monthly' | 'periodic'): Way['form'] =>
  ({ day, unit, file }) => ({
    kind,
    ...(kind === 'periodic' ? {} : { store: unit('store-jingan') }),
    countedOn: day(0),
    cutOff: '出入库至 20:00 冻结',
    sheet: [file],
  });

/** What the system says against the count; `recounted` what a second count leaves of it. */
const found = (amount: string | null, recounted?: string | null): NonNullable<Way['writes']> => ({
  compared: () => ({ variance: amount !== null, varianceAmount: yuan(amount ?? '0.00') }),
  ...(recounted === undefined
    ? {}
    : { recounted: ({ file }) => ({ recountSheet: [file], remains: recounted !== null, recountAmount: yuan(recounted ?? '0.00') }) }),
  investigated: () => ({ cause: '调拨单未过账' }),
  'accounts-checked': () => ({ summary: '账实已核' }),
  'warehouse-checked': () => ({ summary: '账实已核' }),
});

const inStore = (name: string, kind: 'daily' | 'monthly', { writes, way }: Pick<Way, 'writes' | 'way'>): Way => ({
  name,
  by: 'wang-min',
  form: count(kind),
  ...(writes ? { writes } : {}),
  way: `counted-twice: bai-ling\ncompared: wang-min\n${way}\naccounts-checked: zhao-yue\nskip warehouse-checked\napproved`,
});

/** S4:46, S0:130, S1:113, S1:195, S1:231; X51, COUNT-14. */
export const STOCKTAKE: Sheet = {
  definition: 'stocktake',
  rows: ['S4:46', 'S0:130', 'S1:113', 'S1:195', 'S1:231'],
  gaps: ['G03', 'X51', 'COUNT-14'],
  starts: { yes: ['wang-min', 'shi-lei', 'hou-jun'], no: ['bai-ling', 'zhao-yue', 'tian-yu', 'sun-qian'] },
  times: {
    compared: '1 days',
    recounted: '2 days',
    investigated: '3 days',
  },
  ways: [
    {
      name: 'the warehouse: counted by operations and the warehouse, compared, counted again, investigated, summed up',
      by: 'shi-lei',
      form: count('periodic'),
      writes: found('-300.01', '-280.00'),
      way: `
        sign counted-together: hou-jun, kang-ning / tian-yu
        compared: shi-lei
        recounted: ding-lan
        recount-accepted: sun-qian
        meet recount
        investigated: hou-jun
        copy start-variance-adjustment: gu-ming, sun-qian
        skip accounts-checked
        warehouse-checked: sun-qian
        approved
      `,
    },
    inStore('a store’s day whose book and goods agree', 'daily', {
      writes: found(null),
      way: 'skip investigated\nskip start-variance-adjustment',
    }),
    inStore('a loss of three hundred is within the tolerance', 'monthly', {
      writes: found('-300.00'),
      way: 'investigated: hou-jun\ncopy start-variance-adjustment: gu-ming, sun-qian',
    }),
    inStore('a gain of three hundred is within the tolerance', 'monthly', {
      writes: found('300.00'),
      way: 'investigated: hou-jun\ncopy start-variance-adjustment: gu-ming, sun-qian',
    }),
    inStore('a gain beyond it is counted again, and is gone', 'monthly', {
      writes: found('300.01', null),
      way: 'recounted: ding-lan\nrecount-accepted: zhao-yue\nmeet recount\nskip investigated\nskip start-variance-adjustment',
    }),
    {
      name: 'operations does not sign a count of its own twice: its head does',
      by: 'hou-jun',
      form: count('periodic'),
      writes: found(null),
      way: `
        sign counted-together: cui-ying, kang-ning / tian-yu
        compared: hou-jun
        skip investigated
        skip start-variance-adjustment
        skip accounts-checked
        warehouse-checked: sun-qian
        approved
      `,
    },
  ],
  turns: [
    {
      name: 'a second count that comes out otherwise goes back',
      way: 1,
      at: 'counted-twice',
      does: 'return',
      to: 'requester',
      then: 'returned',
    },
    {
      name: 'whoever counted first does not count again',
      way: 1,
      at: 'counted-twice',
      does: 'approve',
      by: 'wang-min',
      then: 'refused not-assignee',
    },
    {
      name: 'a second count that is not accepted is done once more',
      way: 0,
      at: 'recount-accepted',
      does: 'reject',
      then: 'recounted: ding-lan',
    },
    { name: 'nobody rejects a count', way: 0, at: 'counted-together', does: 'reject', then: 'refused invalid-state' },
    { name: 'one party alone can send it back', way: 0, at: 'counted-together', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'the area manager wants the cause again',
      way: 2,
      at: 'accounts-checked',
      does: 'return',
      to: 'previous',
      then: 'investigated: hou-jun',
    },
  ],
};
