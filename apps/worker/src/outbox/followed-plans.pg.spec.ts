import { randomUUID } from 'node:crypto';
import { ApprovedPlans, openDatabase, runMigrations } from '@countersign/database';
import { parseDefinition, uuidv5, type Definition } from '@countersign/domain';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { insertSmallCompany } from '../../../../test/support/small-company';

const words = { zh: '推广计划', en: 'Promotion plan' };
const cny = (minor: string) => ({ minor, currency: 'CNY' });

function planning(): Definition {
  const parsed = parseDefinition({
    key: 'planning',
    version: 1,
    title: words,
    area: 'marketing',
    numberPrefix: 'PL',
    start: { everyone: true },
    form: {
      fields: [
        { key: 'shop', type: 'unit', label: words, required: true },
        {
          key: 'rows',
          type: 'table',
          label: words,
          required: true,
          columns: [
            { key: 'from', type: 'date', label: words, required: true },
            { key: 'to', type: 'date', label: words, required: true },
            { key: 'amount', type: 'money', label: words, required: true },
          ],
        },
      ],
    },
    becomesPlan: { table: 'rows', amount: 'amount', from: 'from', to: 'to', category: { value: 'promotion' }, unit: 'shop' },
    sentence: words,
    rowTitle: words,
    flow: [{ kind: 'approve', id: 'yes', title: words, assignee: { by: 'requester' } }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.definition;
}

describe('a plan that was approved', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let plans: ApprovedPlans;
  const company = randomUUID();
  const person = randomUUID();
  const definitionId = randomUUID();
  const shop = uuidv5('shop', company);
  let made = 0;

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 4 });
    await insertSmallCompany(dataSource, { id: company, people: [person], definitions: [{ id: definitionId, body: planning() }] });
    plans = new ApprovedPlans(dataSource);
  });

  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  /** One that has come to its end with a yes; each in a year of its own. */
  async function approved(rows: { month: string; minor: string }[]): Promise<{ id: string; year: number }> {
    const [id, year] = [randomUUID(), 2030 + made++];
    const form = {
      shop,
      rows: rows.map(({ month, minor }) => ({ from: `${year}-${month}-01`, to: `${year}-${month}-28`, amount: cny(minor) })),
    };
    await dataSource.query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices, number, row_title, status, outcome, closed_at)
       VALUES ($1, $2, $3, $4, $5, '{}', $6, $7, 'approved', 'approved', now())`,
      [id, company, definitionId, person, JSON.stringify(form), `PL-${year}`, words],
    );
    return { id, year };
  }
  const follow = (requestId: string, n: number) => plans.follow({ requestId, companyId: company, n });
  const lines = (year: number) =>
    dataSource.query<{ month: string; planned: string; plan: string; owner: string }[]>(
      `SELECT extract(month FROM l.from_day)::int AS month, l.planned::text, p.key AS plan, l.owner_id AS owner FROM budget_line l JOIN budget_plan p ON p.id = l.plan_id
       WHERE extract(year FROM l.from_day) = $1 ORDER BY l.from_day`,
      [year],
    );
  const movements = (request: string) =>
    dataSource.query<{ n: number; kind: string; planned: string }[]>(
      'SELECT n, kind, planned::text FROM budget_movement WHERE request_id = $1 ORDER BY id',
      [request],
    );
  const isNoMore = (id: string) => dataSource.query(`UPDATE request SET status = 'revoked', outcome = 'revoked' WHERE id = $1`, [id]);

  it('becomes lines under its number, each made by the request, once however often it is told', async () => {
    const { id, year } = await approved([
      { month: '01', minor: '10000' },
      { month: '02', minor: '500' },
      { month: '01', minor: '1' },
    ]);
    await Promise.all([follow(id, 4), follow(id, 4), follow(id, 4)]);
    expect(await lines(year)).toEqual([
      { month: 1, planned: '10001', plan: `PL-${year}`, owner: person },
      { month: 2, planned: '500', plan: `PL-${year}`, owner: person },
    ]);
    expect((await movements(id)).map(({ n, kind, planned }) => `${n} ${kind} ${planned}`).sort()).toEqual(['4 plan 10001', '4 plan 500']);
  });

  it('adds to the line that is there already', async () => {
    const { id, year } = await approved([{ month: '03', minor: '2000' }]);
    const [plan, line] = [randomUUID(), randomUUID()];
    await dataSource.query(
      `INSERT INTO budget_plan (id, company_id, key, title, version, effective_at) VALUES ($1, $2, $3, '{}', 1, now())`,
      [plan, company, `annual-${year}`],
    );
    await dataSource.query(
      `INSERT INTO budget_line (id, company_id, plan_id, unit_id, category, from_day, to_day, currency) VALUES ($1, $2, $3, $4, 'promotion', $5, $6, 'CNY')`,
      [line, company, plan, shop, `${year}-03-01`, `${year}-03-28`],
    );
    await dataSource.query('SELECT post_movements($1, $2, now(), NULL, NULL)', [
      JSON.stringify([{ line, place: 0, kind: 'plan', planned: 7 }]),
      company,
    ]);
    await follow(id, 3);
    expect(await lines(year)).toMatchObject([{ planned: '2007', plan: `annual-${year}` }]);
  });

  it('takes back what nobody holds once its approval is no more, and nothing before it is closed', async () => {
    const { id, year } = await approved([{ month: '05', minor: '9000' }]);
    await dataSource.query('UPDATE request SET closed_at = NULL WHERE id = $1', [id]);
    await follow(id, 2);
    expect(await lines(year)).toEqual([]);
    await dataSource.query('UPDATE request SET closed_at = now() WHERE id = $1', [id]);
    await follow(id, 3);
    const [{ id: line } = { id: '' }] = await dataSource.query<{ id: string }[]>(
      'SELECT id FROM budget_line WHERE extract(year FROM from_day) = $1',
      [year],
    );
    await dataSource.query('SELECT post_movements($1, $2, now(), NULL, NULL)', [
      JSON.stringify([{ line, place: 0, kind: 'reserve', reserved: 2500 }]),
      company,
    ]);
    await isNoMore(id);
    await follow(id, 6);
    expect(await lines(year)).toMatchObject([{ planned: '2500' }]);
    expect((await movements(id)).map(({ n, planned }) => `${n} ${planned}`)).toEqual(['3 9000', '6 -6500']);
  });

  it('comes to what the request says, in whatever order it is told', async () => {
    const { id, year } = await approved([{ month: '06', minor: '40' }]);
    await isNoMore(id);
    await follow(id, 6);
    await follow(id, 3);
    expect(await lines(year)).toEqual([]);
  });
});
