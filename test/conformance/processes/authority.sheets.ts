import type { Sheet, Way } from './sheet';

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
