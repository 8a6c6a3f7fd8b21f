import type { RowQuestion } from '../../../apps/api/src/requests/rows/row-query';
import type { ListsPlace } from './place';

export type Who = keyof ListsPlace['callers'];

/** One list as somebody asks for it: what is measured, and the question it comes to, for its plan. */
export interface ListCase {
  name: string;
  who: Who;
  path: string;
  /** Pages to go through; `all` to the end. */
  pages: number | 'all';
  goal: number;
  question?: Pick<RowQuestion, 'source'> & Partial<RowQuestion>;
}

const PAGE_GOAL = 50;
const SEARCH_GOAL = 100;
const COUNT_GOAL = 10;
const READERS: Who[] = ['many', 'some', 'none'];

const FILTERS: Record<string, Partial<RowQuestion>> = {
  'amountMin=40000': { amountMin: '4000000' },
  'amountMin=49990': { amountMin: '4999000' },
  'amountMax=10': { amountMax: '1000' },
  'resubmitted=true': { resubmitted: true },
  'overPlan=true': { overPlan: true },
  'due=overdue': { due: 'overdue' },
  'due=today': { due: 'today' },
  'due=none': { due: 'none' },
  'definition=expense-reimbursement-1': { definition: 'expense-reimbursement-1' },
  'definition=nowhere': { definition: 'nowhere' },
};

/** Every list there is, in each order, with each filter, to its end. */
export function listCases(unit: string): ListCase[] {
  const filters = { ...FILTERS, [`unit=${unit}`]: { unit } };
  return READERS.flatMap((who) => [
    ...['due', 'waiting', 'amount', 'newest'].flatMap((sort): ListCase[] => [
      page([who, `todo by ${sort}`], `/tasks?sort=${sort}`, { source: 'todo', sort }, 'all'),
      ...Object.entries(filters).map(([filter, asked]) =>
        page(
          [who, `todo by ${sort}, ${filter.replace(unit, '…')}`],
          `/tasks?sort=${sort}&${filter}`,
          { source: 'todo', sort, ...asked },
          4,
        ),
      ),
    ]),
    ...(['done', 'copies', 'supervised', 'mine'] as const).flatMap((source): ListCase[] => [
      page([who, source], `/tasks?tab=${source}`, { source }, 'all'),
      ...['amountMin=49990', 'definition=nowhere', 'overPlan=true'].map((filter) =>
        page([who, `${source}, ${filter}`], `/tasks?tab=${source}&${filter}`, { source, ...FILTERS[filter] }, 4),
      ),
    ]),
    page([who, 'done today'], '/tasks?tab=done&decided=today', { source: 'done', decided: 'today' }, 4),
    page([who, 'ended'], '/tasks?tab=ended', { source: 'ended' }, 4),
    page([who, 'drafts'], '/tasks?tab=drafts', { source: 'drafts' }, 4),
    page([who, 'all that I may read'], '/requests?box=all', { source: 'concerned' }, 100),
    page([who, 'all that I may read, withdrawn'], '/requests?box=all&status=withdrawn', { source: 'concerned', status: 'withdrawn' }, 4),
    page([who, 'all that I may read, blocked'], '/requests?box=all&status=blocked', { source: 'concerned', status: 'blocked' }, 4),
  ]);
}

/** The whole company's requests, for those who may read them all. */
export function companyCases(): ListCase[] {
  const all = (filter: string, asked: Partial<RowQuestion>, pages = 6): ListCase =>
    page(['auditor', `company, ${filter || 'all'}`], `/requests?box=all&${filter}`, { source: 'company', ...asked }, pages);
  return [
    all('', {}, 60),
    all('status=approved', { status: 'approved' }),
    all('status=blocked', { status: 'blocked' }),
    all('status=closed', { status: 'closed' }),
    all('definition=expense-reimbursement-2', { definition: 'expense-reimbursement-2' }),
    all('definition=expense-reimbursement-2&status=withdrawn', { definition: 'expense-reimbursement-2', status: 'withdrawn' }),
    all('from=2026-03-01&to=2026-03-31', { from: '2026-03-01', to: '2026-03-31' }),
    all('to=2020-01-01', { to: '2020-01-01' }),
  ];
}

/** A store of the generated ones, one in which nothing ever ended, and the unit above all. */
export interface AskedUnits {
  store: string;
  idle: string;
  top: string;
}

/** The desks of those who look after a company: what goes on, how it stands, stores with their leases, people. `auditor` holds the rights for all of them. */
export function deskCases({ store: unit, idle, top }: AskedUnits): ListCase[] {
  const asked = (name: string, path: string, goal = PAGE_GOAL, pages = 6): ListCase => ({ name, who: 'auditor', path, pages, goal });
  const track = (filter: string): ListCase[] =>
    ['waiting', 'due'].map((sort) =>
      asked(`track by ${sort}, ${filter.replace(unit, '…') || 'all'}`, `/track/requests?sort=${sort}&${filter}`),
    );
  return [
    ...['', 'view=overdue', 'view=stuck', 'view=finished', `unit=${unit}`, 'definition=expense-reimbursement-1', 'waited=24'].flatMap(
      track,
    ),
    ...[
      ['all', ''],
      ['a store', `unit=${unit}`],
      ['all units', `unit=${top}`],
      ['where nothing ended', `unit=${idle}`],
      ['where nothing ended, in March', `unit=${idle}&endedFrom=2026-03-01&endedTo=2026-03-31`],
      ['in March', 'endedFrom=2026-03-01&endedTo=2026-03-31'],
      ['rejected', 'outcome=rejected'],
      ['revoked (none)', 'outcome=revoked'],
      ['a process', 'definition=expense-reimbursement-1'],
      ['a process, revoked (none)', 'definition=expense-reimbursement-1&outcome=revoked'],
      ['all units, a process, revoked (none)', `unit=${top}&definition=expense-reimbursement-1&outcome=revoked`],
      ['nowhere', 'definition=nowhere'],
      ['to be taken up again', 'again=true'],
      ['to be taken up again, where nothing ended', `again=true&unit=${idle}`],
      ['a store, 差旅', `unit=${unit}&q=${encodeURIComponent('差旅')}`],
    ].map(([name, filter]) => asked(`track, ended: ${name}`, `/track/requests?view=ended&${filter}`)),
    asked('track counts', '/track/counts', COUNT_GOAL, 1),
    asked('track processes', '/track/processes', SEARCH_GOAL, 1),
    ...['sort=overdue', 'sort=waiting', 'sort=longest', `unit=${unit}`, 'definition=expense-reimbursement-1'].map((filter) =>
      asked(`track people, ${filter.replace(unit, '…')}`, `/track/people?${filter}`, SEARCH_GOAL),
    ),
    ...['', 'view=soon', 'view=late', 'view=running', 'view=out', `unit=${unit}`, 'q=ZL-17'].map((filter) =>
      asked(`leases, ${filter.replace(unit, '…') || 'all'}`, `/leases?${filter}`),
    ),
    asked('leases, counts', '/leases/counts', PAGE_GOAL, 1),
    asked('openings', '/openings?'),
    ...['', 'q=王', 'q=person 43', `unit=${unit}`].map((filter) =>
      asked(`people, ${filter.replace(unit, '…') || 'all'}`, `/people?${filter}`),
    ),
  ];
}

/** Two signs, four, fragments of numbers, amounts, names, words that stand nowhere: where they are frequent, rare and absent. */
const WORDS = [
  '差旅',
  '差旅住宿',
  '宿餐',
  '务审',
  '0123456',
  '4711',
  '2026-0500',
  '12,345',
  '12345.67',
  '王伟',
  'person 4321',
  'fp-1234567',
  'expense 77',
  '店',
  '7',
  '量子纠缠',
  'zzz',
];

export function searchCases(): ListCase[] {
  const asked = (who: Who, path: string, q: string): ListCase => ({
    name: `${path.replace(/[?&]q=$/, '')} “${q}”`,
    who,
    path: `${path}${encodeURIComponent(q)}`,
    pages: 1,
    goal: SEARCH_GOAL,
  });
  return WORDS.flatMap((q) => [
    ...(['auditor', 'many', 'some', 'none'] as const).map((who) => asked(who, '/search?q=', q)),
    asked('many', '/tasks?q=', q),
    asked('many', '/tasks?sort=amount&q=', q),
    asked('many', '/tasks?tab=done&q=', q),
    asked('auditor', '/requests?box=all&q=', q),
  ]);
}

export function countCases(): ListCase[] {
  return ([...READERS, 'auditor'] as const).map((who) => ({ name: 'counts', who, path: '/tasks/counts', pages: 1, goal: COUNT_GOAL }));
}

function page([who, name]: [Who, string], path: string, question: NonNullable<ListCase['question']>, pages: number | 'all'): ListCase {
  return { who, name, path, pages, goal: PAGE_GOAL, question };
}
