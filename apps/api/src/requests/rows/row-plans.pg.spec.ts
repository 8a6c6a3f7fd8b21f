import type { DataSource } from 'typeorm';
import { openFilledCompany, type FilledCompany } from '../../../../../test/support/filled-company';
import { planShape, type Asked, type PlanShape } from '../../../../../test/support/plan-shape';
import { countsStatement } from '../../tasks/inbox-counts';
import { peopleLoad, PERSON_LOAD, stepCounts, trackCounts, trackedProcesses } from '../../track/track-statements';
import { endedPage, isBranched } from './ended-page';
import type { RowFilters } from './row-filters';
import { orderOf, ROW_LISTS, type RowKey, type RowList, type RowSource } from './row-lists';
import { foundStatement, pageStatement, rowStatement, type RowQuestion } from './row-query';
import { selectRows } from './row-select';
import { keyStatement, nearStatement } from './search-query';
import { searchWords } from './search-words';

/** One value of every filter. A new filter does not type-check without a row here. */
const ASKED: { [Name in keyof Required<RowFilters>]: NonNullable<RowFilters[Name]> } = {
  definition: 'expense-reimbursement-1',
  status: 'withdrawn',
  amountMin: '4999000',
  amountMax: '1000',
  unit: '01890000-0000-7000-8000-000000000000',
  resubmitted: true,
  overPlan: true,
  due: 'overdue',
  decided: 'today',
  from: '2026-03-01',
  to: '2026-03-31',
  endedFrom: '2026-03-01',
  endedTo: '2026-03-31',
  version: '01890000-0000-7000-8000-000000000000',
  step: 'superior-review',
  kind: 'waiting',
  waits: '01890000-0000-7000-8000-000000000000',
  waitedHours: 24,
  area: ['01890000-0000-7000-8000-000000000000'],
};
const FILTERS: RowFilters[] = [
  {},
  ...Object.entries(ASKED).map(([name, value]) => ({ [name]: value })),
  ...(['today', 'week', 'later', 'none'] as const).map((due) => ({ due })),
  { status: 'closed' },
  { definition: ASKED.definition, status: 'rejected' },
  { amountMin: '100', amountMax: '200', overPlan: true, resubmitted: false },
];

const INBOX = ['definition', 'amountMin', 'amountMax', 'unit', 'resubmitted', 'overPlan', 'due', 'decided', 'status', 'from', 'to'];
const TRACKED = ['definition', 'version', 'kind', 'unit', 'area', 'amountMin', 'amountMax', 'due', 'waitedHours'];
const ENDED = ['definition', 'version', 'unit', 'area', 'status', 'endedFrom', 'endedTo'];
/** What each list may be asked. */
const OFFERED: Record<RowSource, readonly string[]> = {
  todo: INBOX,
  pool: INBOX,
  done: INBOX,
  ended: INBOX,
  copies: INBOX,
  supervised: INBOX,
  mine: INBOX,
  drafts: INBOX,
  concerned: INBOX,
  company: ['definition', 'status', 'from', 'to'],
  tracked: TRACKED,
  stuck: TRACKED,
  atStep: TRACKED,
  waitsFor: [...TRACKED, 'step'],
  finished: [...ENDED, 'amountMin', 'amountMax'],
  past: ENDED,
  pastAgain: ENDED,
};
/** What a list is always asked. */
const ALWAYS: Partial<Record<RowSource, RowFilters>> = {
  atStep: { definition: ASKED.definition, step: ASKED.step },
};

/** Somewhere in the list, for each kind of key. */
const MIDDLE: Record<RowKey['type'], string> = {
  timestamptz: '2026-06-01T00:00:00.000Z',
  bigint: '-250000',
  uuid: '80000000-0000-4000-8000-000000000000',
};

/** Sorting so many costs less than a look at each row of a desk. */
const FEW = 1_000;

/** Tables of a few hundred rows at most. */
const SMALL = ['company', 'unit', 'definition'];

describe('the plans of lists', () => {
  let place: FilledCompany;
  let database: DataSource;
  let reader: { personId: string; companyId: string };

  beforeAll(async () => {
    place = await openFilledCompany({ open: 14_000, finished: 4_000 });
    database = place.database;
    const rows = await database.query<(typeof reader)[]>(
      `SELECT id AS "personId", company_id AS "companyId" FROM person WHERE key = 'bench-1'`,
    );
    reader = rows[0] ?? { personId: '', companyId: '' };
  });
  afterAll(() => place.stop());

  const question = (source: RowSource, more: Partial<RowQuestion>): RowQuestion => ({
    source,
    limit: 51,
    cursor: null,
    ...reader,
    ...ALWAYS[source],
    ...(source === 'waitsFor' ? { waits: reader.personId } : {}),
    ...more,
  });
  const sources = Object.keys(ROW_LISTS) as RowSource[];
  const orders = sources.flatMap((source) => Object.keys(ROW_LISTS[source].orders).map((sort) => ({ source, sort })));

  /** The page alone; values that only other lists use have a type beside it. */
  async function shapeOf(on: Asked, asked: RowQuestion): Promise<PlanShape> {
    const values: unknown[] = [asked.personId, asked.companyId];
    const text = pageStatement(asked, values);
    return planShape(on, `SELECT page.* FROM (SELECT $1::uuid, $2::uuid) AS asked, LATERAL (${text}) AS page`, values);
  }

  const readThrough = ({ nodes }: PlanShape): string[] =>
    nodes.filter((node) => /^Seq Scan/.test(node) && !SMALL.includes(node.split(' ')[2] ?? ''));

  /** But for those that are read branch by branch. */
  function everyQuestion(source: RowSource, sort: string): RowQuestion[] {
    const cursor = orderOf(source, sort).keys.map(({ type }) => MIDDLE[type]);
    const offered = FILTERS.filter((filters) => Object.keys(filters).every((name) => OFFERED[source].includes(name)));
    const asked = offered.flatMap((filters) => [null, cursor].map((at) => question(source, { sort, ...filters, cursor: at })));
    return asked.filter((each) => !isBranched(each));
  }

  it.each(orders)(
    'can be read from an index from end to end, whatever is filtered and however deep: $source by $sort',
    async ({ source, sort }) => {
      const runner = database.createQueryRunner();
      try {
        await runner.query('SET enable_sort = off');
        await runner.query('SET enable_bitmapscan = off');
        for (const asked of everyQuestion(source, sort)) {
          const shape = await shapeOf(runner, asked);
          expect([asked, readThrough(shape), shape.sorts.filter((rows) => rows > 0), shape.main]).toEqual([
            asked,
            [],
            [],
            expect.stringMatching(/Limit > (Index (Only )?Scan|Sort > Result$)/),
          ]);
        }
      } finally {
        await runner.query('RESET ALL');
        await runner.release();
      }
    },
  );

  it.each(orders)('are left so only for the few rows of a narrow filter: $source by $sort', async ({ source, sort }) => {
    // What is under way is all that `standing` holds: for a filter that next to nothing passes, its table costs no more than its index.
    const few = ROW_LISTS[source].from === 'standing' ? ['Seq Scan standing'] : [];
    for (const asked of everyQuestion(source, sort)) {
      const shape = await shapeOf(database, asked);
      expect([asked, readThrough(shape).filter((node) => !few.includes(node)), shape.sorts.filter((rows) => rows > FEW)]).toEqual([
        asked,
        [],
        [],
      ]);
    }
  });

  it.each(orders)('dress a page without reading a table through: $source by $sort', async ({ source, sort }) => {
    const { text, values } = rowStatement(question(source, { sort }));
    const { nodes } = await planShape(database, text, values);
    expect(nodes.filter((node) => /^Seq Scan (request|task|participant|standing|copy|request_text|person)$/.test(node))).toEqual([]);
  });

  const ended = sources.filter((source) => (ROW_LISTS[source] as RowList).ended);
  const places: RowFilters[] = [{}, { unit: ASKED.unit }, { area: ASKED.area }, { unit: ASKED.unit, area: ASKED.area }];
  const narrowed = places.flatMap((where) =>
    [{}, { definition: ASKED.definition }].flatMap((what) => [{}, { status: 'revoked' }].map((how) => ({ ...where, ...what, ...how }))),
  );

  it.each(ended)('of what has ended read the newest, and else no row that a filter leaves out: %s', async (source) => {
    for (const filters of narrowed)
      for (const cursor of [null, [MIDDLE.timestamptz, MIDDLE.uuid]]) {
        const asked = question(source, { ...filters, cursor });
        if (!isBranched(asked)) continue;
        const { nodes } = await shapeOf(database, asked);
        const place = /^Index (Only )?Scan request_ended_/;
        expect([filters, nodes.filter((node) => place.test(node)).length]).toEqual([filters, 2]);
        expect([filters, nodes.filter((node) => / request/.test(node) && !place.test(node))]).toEqual([
          filters,
          [expect.stringMatching(/^Index (Only )?Scan request_finished$/)],
        ]);
      }
  });

  it.each(ended)('of what has ended show the same as if every row were looked at: %s', async (source) => {
    const [found] = await database.query<{ definition: string; unit: string; area: string[]; at: Date }[]>(
      `SELECT r.definition_key AS definition, r.unit_id AS unit, ARRAY(SELECT id FROM unit WHERE key LIKE 'bench-store-1%') AS area, r.finished_at AS at
         FROM request r WHERE r.finished_at IS NOT NULL ORDER BY r.id LIMIT 1`,
    );
    const { definition, unit, area, at } = found ?? { definition: '', unit: '', area: [], at: new Date() };
    const here: RowFilters[] = [
      { area },
      { unit },
      { area, definition },
      { area, status: 'rejected' },
      { area, definition, status: 'approved' },
    ];
    for (const filters of [...here, { definition }, { definition, status: 'withdrawn' }, { status: 'rejected' }])
      for (const cursor of [null, [at.toISOString(), MIDDLE.uuid]])
        for (const limit of [1, 51, 1000]) {
          const asked = question(source, { ...filters, cursor, limit });
          const values: unknown[] = [asked.personId, asked.companyId];
          const place = (value: unknown): string => `$${values.push(value)}`;
          const page = endedPage(asked, place);
          const after = cursor === null ? [] : [`(w.finished_at, w.id) < (${place(cursor[0])}::timestamptz, ${place(cursor[1])}::uuid)`];
          const rows = selectRows(source, { columns: 'w.id, w.finished_at', filters, also: after }, place);
          const [same] = await database.query<{ pages: string[]; rows: string[] }[]>(
            `SELECT ARRAY(SELECT request_id FROM (${page}) AS page) AS pages, ARRAY(SELECT id FROM (${rows} ORDER BY w.finished_at DESC, w.id DESC LIMIT ${limit}) AS rows) AS rows
               WHERE $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL`,
            values,
          );
          expect([filters, same?.pages]).toEqual([filters, same?.rows]);
        }
  });

  it.each(sources)('search the nearest rows by their keys, and all of them by the words’: %s', async (source) => {
    const words = searchWords('0123456 差旅', 'CNY');
    const near = nearStatement(question(source, {}), words);
    const far = keyStatement(question(source, {}), words);
    const found = foundStatement(question(source, {}), [{ requestId: reader.personId }]);
    for (const { text, values } of [near, found, ...(far ? [far] : [])]) {
      const { nodes } = await planShape(database, text, values);
      expect([source, nodes.filter((node) => /^Seq Scan (request|task|participant|standing|copy|request_text)$/.test(node))]).toEqual([
        source,
        [],
      ]);
    }
    // The few that nobody can move are looked through themselves, as are those at one step where they are few.
    const few = { stuck: 'Index Only Scan standing_stuck', atStep: 'Index Only Scan standing_step' } as Partial<Record<RowSource, string>>;
    const by = [...(source === 'stuck' ? [] : ['Bitmap Index Scan request_text_grams']), ...(few[source] ? [few[source]] : [])];
    if (far) expect((await planShape(database, far.text, far.values)).nodes.filter((node) => by.includes(node))).toHaveLength(1);
  });

  it('count what is tracked, each step of a process and what waits for one person without reading a table through', async () => {
    const area = ASKED.area;
    const asked = [
      trackCounts(reader, {}),
      trackCounts(reader, { definition: ASKED.definition, unit: ASKED.unit, area }),
      trackedProcesses(reader, { area }),
      stepCounts(reader, { definition: ASKED.definition, area }),
      { text: PERSON_LOAD, values: [reader.personId, area] },
      peopleLoad(reader, { filters: { area, unit: ASKED.unit }, sort: 'overdue', after: [null, null], most: 50 }),
    ];
    for (const { text, values } of asked) {
      const { nodes } = await planShape(database, text, values);
      // What is under way is all that `standing` holds: to count most of it, it is read through. People are told one by one.
      const small = [...SMALL, 'standing', 'person', 'away'];
      expect([text, nodes.filter((node) => /^Seq Scan/.test(node) && !small.includes(node.split(' ')[2] ?? ''))]).toEqual([text, []]);
    }
  });

  it('count from indexes alone', async () => {
    const saved: RowFilters[] = [{ amountMin: '1000000' }, { resubmitted: true }, { overPlan: true }];
    const { text, values } = countsStatement(reader, saved);
    const { nodes } = await planShape(database, text, values);
    expect(nodes.filter((node) => /Seq Scan|Bitmap/.test(node) && !SMALL.some((table) => node.endsWith(` ${table}`)))).toEqual([]);
  });
});
