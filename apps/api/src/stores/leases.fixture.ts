import { LeaseRegister } from '@countersign/database';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { Desks } from '../tasks/desks.fixture';
import type { LeasePage, LeaseView } from './dto/lease.view';

/** Columns of a table. */
export const HEAD = '门店,合同编号,商场与铺位,起租日,到期日,月租,扣点,押金';
export const day = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
/** A lease that began three years before it ends in so many days. */
export const line = (store: string, number: string, ends: number, rent = '33600'): string =>
  `${store},${number},正大广场 B1-207,${day(ends - 1_095)},${day(ends)},${rent},18.0,100800`;

/** The register of leases of an API, with whoever keeps it and somebody who only tracks requests of one area. */
export class RegisterUnderTest {
  private readonly desks: Desks;

  private constructor(
    readonly api: ApiUnderTest,
    readonly keeper: Caller,
    readonly tracker: Caller,
  ) {
    this.desks = new Desks(api.database);
  }

  static async start(): Promise<RegisterUnderTest> {
    const api = await startApi();
    await api.database.query(
      `INSERT INTO person_right (person_id, right_name, company_id) SELECT id, 'requests.track', company_id FROM person WHERE key = 'zhang-wei'`,
    );
    return new RegisterUnderTest(api, await api.as('he-fang'), await api.as('zhang-wei'));
  }

  /** No request and no lease. */
  async empty(): Promise<void> {
    await this.api.database.query('TRUNCATE request, lease CASCADE');
  }

  readonly take = (lines: string[], query = '', caller = this.keeper) =>
    caller.send('POST', `/leases/import${query}`, { csv: [HEAD, ...lines].join('\r\n') });

  readonly taken = async (...lines: string[]): Promise<void> => {
    const { status, body } = await this.take(lines);
    expect([status, body]).toEqual([200, { created: lines.length, updated: 0, unchanged: 0 }]);
  };

  readonly page = async (query = '', caller = this.keeper): Promise<LeasePage> => {
    const { status, body } = await caller.get<LeasePage>(`/leases?${query}`);
    expect([query, status, status === 200 ? null : body]).toEqual([query, 200, null]);
    return body;
  };

  readonly numbers = async (query = '', caller = this.keeper): Promise<string[]> =>
    (await this.page(query, caller)).items.map(({ number }) => number);

  readonly idOf = async (number: string): Promise<string> => (await this.page()).items.find((lease) => lease.number === number)?.id ?? '';

  readonly lease = async (number: string, caller = this.keeper): Promise<LeaseView> =>
    (await caller.get<LeaseView>(`/leases/${await this.idOf(number)}`)).body;

  readonly unit = async (key: string): Promise<string> =>
    (await this.api.database.query<{ id: string }[]>('SELECT id FROM unit WHERE key = $1', [key]))[0]?.id ?? '';

  /** A renewal or an exit as `record` would have left it. */
  readonly request = async (definition: string, form: object, more: { status?: string } = {}): Promise<string> => {
    const id = await this.desks.request({ definition, tasks: more.status === 'approved' ? [] : [{ person: 'he-fang' }], ...more });
    await this.api.database.query(
      `UPDATE request SET form = $2, finished_at = CASE WHEN status = 'approved' THEN now() END WHERE id = $1`,
      [id, JSON.stringify(form)],
    );
    return id;
  };

  /** As the worker does it. */
  readonly follow = async (): Promise<void> => {
    const register = new LeaseRegister(this.api.database);
    for (const news of await register.due(100)) await register.follow(news);
  };
}
