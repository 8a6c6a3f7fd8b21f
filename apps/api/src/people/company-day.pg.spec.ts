import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { DEMO_DIRECTORY } from '@countersign/definitions';

interface Person {
  id: string;
  name: { zh: string };
  title: { zh: string } | null;
}

/** At any moment at least one of these has another date than UTC: fourteen hours ahead, twelve behind. */
const FAR_ZONES = ['Pacific/Kiritimati', 'Etc/GMT+12'];

describe('the day of the company', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  let nina: string;

  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('lu-ning');
    const [person] = await api.database.query<{ id: string }[]>(`SELECT id FROM person WHERE name->>'zh' = '李娜'`);
    nina = person!.id;
  });
  afterAll(() => api.stop());

  const dayIn = (timeZone: string, offset = 0): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(Date.now() + offset * 86_400_000));

  const post = (validFrom: string | null, validTo: string | null): Promise<unknown> =>
    api.database.query('UPDATE position SET valid_from = $2, valid_to = $3 WHERE person_id = $1', [nina, validFrom, validTo]);

  it.each(FAR_ZONES)('in %s decides which posts somebody holds', async (timeZone) => {
    await api.database.query('UPDATE company SET time_zone = $1', [timeZone]);
    expect((await admin.get('/me')).body).toMatchObject({ timeZone });
    const role = (await api.database.query<{ role: string }[]>('SELECT role FROM position WHERE person_id = $1', [nina]))[0]!.role;
    const seen = async (): Promise<boolean[]> => {
      const { body: list } = await admin.get<{ items: Person[] }>(`/people?role=${role}&limit=100`);
      const { body: one } = await admin.get<Person & { posts: object[] }>(`/people/${nina}`);
      return [list.items.some(({ id }) => id === nina), one.posts.length > 0, one.title !== null];
    };
    await post(dayIn(timeZone), null);
    expect(await seen()).toEqual([true, true, true]);
    await post(dayIn(timeZone, 1), null);
    expect(await seen()).toEqual([false, false, false]);
    await post(null, dayIn(timeZone));
    expect(await seen()).toEqual([false, false, false]);
    await post(null, dayIn(timeZone, 1));
    expect(await seen()).toEqual([true, true, true]);
  });

  it('has no other source: nothing asks PostgreSQL for its own date', async () => {
    const bodies = await api.database.query<{ body: string }[]>(
      `SELECT prosrc AS body FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosrc ~* '(current_date|now\\(\\)::date)'`,
    );
    expect(bodies).toEqual([]);
  });

  it('is in a time zone that there is: an import of another one names the row, on a trial too, and PostgreSQL takes none', async () => {
    const company = { ...DEMO_DIRECTORY.company, timeZone: 'Mars/Phobos' };
    for (const path of ['/directory/import?trial=true', '/directory/import']) {
      const { status, body } = await admin.post<{ errors: { field: string; message: { zh: string; en: string } }[] }>(path, { company });
      expect([status, body.errors.map(({ field }) => field)]).toEqual([422, ['company.timeZone']]);
      expect(body.errors[0]?.message.zh).toContain('Mars/Phobos');
    }
    expect((await admin.get('/me')).status).toBe(200);
    await expect(api.database.query(`UPDATE company SET time_zone = 'Mars/Phobos'`)).rejects.toMatchObject({ code: '23514' });
    await expect(api.database.query(`UPDATE company SET currency = 'yuan'`)).rejects.toMatchObject({ code: '23514' });
  });

  it('says of a stored time zone that PostgreSQL knows and this program does not, that another is used', async () => {
    await api.database.query(`UPDATE company SET time_zone = 'Factory'`);
    const { status, body } = await api.stranger.get<{ status: string; parts: Record<string, string> }>('/health/ready');
    expect([status, body.status, body.parts['settings']]).toEqual([200, 'up', expect.stringMatching(/Factory.*UTC is used/)]);
    expect((await api.stranger.get<string>('/metrics')).body).toMatch(/countersign_settings_invalid\{setting="time-zone"[^}]*\} 1/);
    expect((await admin.get('/me')).status).toBe(200);
    await api.database.query(`UPDATE company SET time_zone = 'Asia/Shanghai'`);
    expect((await api.stranger.get<{ parts: object }>('/health/ready')).body.parts).toMatchObject({ settings: 'up' });
  });
});
