import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { fc } from '../../../../test/support/seeded';
import { openDatabase, runMigrations } from '../data-source';

interface Posting {
  line: string;
  kind: string;
  planned?: number;
  moved?: number;
  reserved?: number;
  committed?: number;
  spent?: number;
  outside?: number;
  reference?: string;
}

const SUMS = ['planned', 'moved', 'extended', 'reserved', 'committed', 'spent', 'outside'] as const;

describe('the ledger', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  const [company, unit, plan] = [randomUUID(), randomUUID(), randomUUID()];

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 20 });
    await dataSource.query(`INSERT INTO company VALUES ($1, 'c', '{}', 'Asia/Shanghai', 'CNY')`, [company]);
    await dataSource.query(`INSERT INTO unit (id, company_id, key, kind, name, path) VALUES ($1, $2, 'u', 'store', '{}', $3)`, [
      unit,
      company,
      [unit],
    ]);
    await dataSource.query(
      `INSERT INTO budget_plan (id, company_id, key, title, version, effective_at) VALUES ($1, $2, 'p', '{}', 1, now())`,
      [plan, company],
    );
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  let made = 0;
  const lineOf = async (planned: number, more: { control?: string; tolerance?: number } = {}): Promise<string> => {
    const id = randomUUID();
    await dataSource.query(
      `INSERT INTO budget_line (id, company_id, plan_id, unit_id, category, from_day, to_day, currency, control, tolerance)
         VALUES ($1, $2, $3, $4, $5, '2026-11-01', '2026-11-30', 'CNY', $6, $7)`,
      [id, company, plan, unit, `c${++made}`, more.control ?? 'over-plan', more.tolerance ?? 0],
    );
    await post([{ line: id, kind: 'plan', planned }]);
    return id;
  };
  const post = async (postings: Posting[]): Promise<number> => {
    const movements = postings.map((posting, place) => ({ ...posting, place }));
    const [row] = await dataSource.query<{ posted: number }[]>('SELECT post_movements($1, $2, now(), NULL, NULL) AS posted', [
      JSON.stringify(movements),
      company,
    ]);
    return row?.posted ?? -1;
  };
  const sums = async (line: string): Promise<Record<string, number>> => {
    const [row] = await dataSource.query<Record<string, string>[]>(`SELECT ${SUMS.join(', ')} FROM budget_line WHERE id = $1`, [line]);
    return Object.fromEntries(Object.entries(row ?? {}).map(([sum, value]) => [sum, Number(value)]));
  };
  const added = async (line: string): Promise<Record<string, number>> => {
    const columns = SUMS.map((sum) => `coalesce(sum(${sum}), 0) AS ${sum}`).join(', ');
    const [row] = await dataSource.query<Record<string, string>[]>(`SELECT ${columns} FROM budget_movement WHERE line_id = $1`, [line]);
    return Object.fromEntries(Object.entries(row ?? {}).map(([sum, value]) => [sum, Number(value)]));
  };

  it('takes what a line has left to the last unit, and not one more', async () => {
    const line = await lineOf(1_000);
    await post([{ line, kind: 'reserve', reserved: 1_000 }]);
    await expect(post([{ line, kind: 'reserve', reserved: 1 }])).rejects.toMatchObject({ driverError: { code: 'CS002' } });
    expect(await sums(line)).toMatchObject({ reserved: 1_000 });
  });

  it('posts all of several movements or none', async () => {
    const [one, other] = [await lineOf(1_000), await lineOf(10)];
    await expect(
      post([
        { line: one, kind: 'transfer', moved: 500 },
        { line: other, kind: 'transfer', moved: -500 },
      ]),
    ).rejects.toMatchObject({ driverError: { code: 'CS002' } });
    expect([await sums(one), await sums(other)]).toMatchObject([{ moved: 0 }, { moved: 0 }]);
  });

  it('lets others spend what there is not, and requests take nothing of it then', async () => {
    const line = await lineOf(1_000);
    await post([{ line, kind: 'reserve', reserved: 600 }]);
    await post([{ line, kind: 'outside', spent: 900, outside: 900 }]);
    await expect(post([{ line, kind: 'reserve', reserved: 1 }])).rejects.toMatchObject({ driverError: { code: 'CS002' } });
    await post([{ line, kind: 'commit', reserved: -600, committed: 600 }]);
    await post([{ line, kind: 'release', committed: -600 }]);
    expect(await sums(line)).toMatchObject({ reserved: 0, committed: 0, spent: 900, outside: 900 });
  });

  it('takes more by its tolerance, and anything where it only warns', async () => {
    const tolerant = await lineOf(1_000, { tolerance: 50 });
    await post([{ line: tolerant, kind: 'reserve', reserved: 1_050 }]);
    await expect(post([{ line: tolerant, kind: 'reserve', reserved: 1 }])).rejects.toMatchObject({ driverError: { code: 'CS002' } });
    const warns = await lineOf(1_000, { control: 'warn' });
    await post([{ line: warns, kind: 'reserve', reserved: 5_000 }]);
    expect(await sums(warns)).toMatchObject({ reserved: 5_000 });
  });

  it('moves what is held from one line to another, whatever others hold of the tolerance', async () => {
    const [giving, receiving] = [await lineOf(1_000, { tolerance: 50 }), await lineOf(10)];
    await post([{ line: giving, kind: 'commit', committed: 500 }]);
    await post([{ line: giving, kind: 'reserve', reserved: 550 }]);
    await post([
      { line: giving, kind: 'release', committed: -500 },
      { line: giving, kind: 'transfer', moved: -500 },
      { line: receiving, kind: 'transfer', moved: 500 },
    ]);
    expect([await sums(giving), await sums(receiving)]).toMatchObject([{ moved: -500, committed: 0 }, { moved: 500 }]);
    await expect(post([{ line: giving, kind: 'reserve', reserved: 1 }])).rejects.toMatchObject({ driverError: { code: 'CS002' } });
  });

  it('speaks of the line that gives and of the one that gets, each by its own unit, category and day', async () => {
    await lineOf(1);
    await lineOf(2);
    const form = { from: unit, kind: `c${made - 1}`, on: '2026-11-01', to: unit };
    const asked = { unit: 'from', category: 'kind', date: 'on' };
    const facts = async (more: object): Promise<{ lines: { planned: string }[]; to?: { lines: { planned: string }[] } }> => {
      const [row] = await dataSource.query(`SELECT funds_facts($1, '2026-11-30', $2, $3) AS facts`, [
        company,
        JSON.stringify(form),
        JSON.stringify({ ...asked, ...more }),
      ]);
      return row.facts;
    };
    const both = await facts({ to: { unit: 'to', of: `c${made}` } });
    expect([both.lines, both.to?.lines].map((lines) => lines?.map(({ planned }) => planned))).toEqual([['1'], ['2']]);
    expect(await facts({})).not.toHaveProperty('to');
  });

  it('takes no more from a plan than nobody holds', async () => {
    const line = await lineOf(1_000);
    await post([{ line, kind: 'reserve', reserved: 700 }]);
    await expect(post([{ line, kind: 'plan', planned: -301 }])).rejects.toMatchObject({ driverError: { code: 'CS002' } });
    expect(await post([{ line, kind: 'plan', planned: -300 }])).toBe(1);
  });

  it('counts what is told twice once', async () => {
    const line = await lineOf(1_000);
    const told: Posting = { line, kind: 'outside', spent: 5, outside: 5, reference: randomUUID() };
    expect(await post([told])).toBe(1);
    expect(await post([told, { ...told, reference: randomUUID() }])).toBe(1);
    expect(await post([told])).toBe(0);
    expect(await sums(line)).toMatchObject({ spent: 10 });
  });

  it('forgets and changes nothing', async () => {
    const line = await lineOf(1_000);
    await expect(dataSource.query('UPDATE budget_movement SET planned = 5 WHERE line_id = $1', [line])).rejects.toMatchObject({
      driverError: { code: '23001' },
    });
    await expect(dataSource.query('DELETE FROM budget_movement WHERE line_id = $1', [line])).rejects.toThrow(
      'rows of budget_movement to stay',
    );
  });

  it('has its checks behind the conditional update', async () => {
    const line = await lineOf(1_000);
    for (const wrong of ['reserved = -1', 'committed = 1001', 'spent = 1001', 'outside = 1'])
      await expect(dataSource.query(`UPDATE budget_line SET ${wrong} WHERE id = $1`, [line])).rejects.toMatchObject({
        driverError: { code: '23514' },
      });
  });

  it('sells nothing twice when many ask at once', async () => {
    const line = await lineOf(10_000);
    const asked = Array.from({ length: 64 }, (_, place) => 100 + (place % 7) * 50);
    const outcomes = await Promise.allSettled(asked.map((reserved) => post([{ line, kind: 'reserve', reserved }])));
    const taken = asked.filter((_, place) => outcomes[place]?.status === 'fulfilled').reduce((sum, each) => sum + each, 0);
    expect(taken).toBeLessThanOrEqual(10_000);
    expect(taken).toBeGreaterThan(9_600);
    expect(await sums(line)).toMatchObject({ reserved: taken });
  });

  it('is the sum of its movements, whatever is posted in whatever order', async () => {
    const lines = await Promise.all([lineOf(1_000), lineOf(500), lineOf(0)]);
    const amount = fc.integer({ min: -300, max: 300 });
    const one = fc.record({ line: fc.constantFrom(...lines), kind: fc.constantFrom('reserve', 'commit', 'outside', 'transfer'), amount });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 4 }), async (postings) => {
        const words = postings.map(({ line, kind, amount: by }): Posting => {
          if (kind === 'reserve') return { line, kind, reserved: by };
          if (kind === 'commit') return { line, kind, reserved: -by, committed: by };
          return kind === 'outside' ? { line, kind, spent: Math.abs(by), outside: Math.abs(by) } : { line, kind, moved: by };
        });
        await post(words).catch(() => 0);
        for (const line of lines) {
          const now = await sums(line);
          expect(now).toEqual(await added(line));
          expect((now['planned'] ?? 0) + (now['moved'] ?? 0)).toBeGreaterThanOrEqual(
            (now['reserved'] ?? 0) + (now['committed'] ?? 0) + (now['spent'] ?? 0) - (now['outside'] ?? 0),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
