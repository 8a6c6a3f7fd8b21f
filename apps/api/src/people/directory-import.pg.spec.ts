import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { DEMO_DIRECTORY } from '@countersign/definitions';

type Counts = Record<string, { created: number; updated: number; unchanged: number }> & {
  rights: { given: number; taken: number };
  openTasks: unknown;
};

describe('the directory import', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('lu-ning');
  });
  afterAll(() => api.stop());

  it('changes nothing when it comes twice', async () => {
    const { status, body } = await admin.post<Counts>('/directory/import', DEMO_DIRECTORY);
    expect(status).toBe(200);
    const { rights, openTasks, ...rows } = body;
    expect(Object.entries(rows).filter(([, { created, updated }]) => created + updated > 0)).toEqual([]);
    expect([rights.given, rights.taken, openTasks]).toEqual([0, 0, null]);
    expect(body['people']?.unchanged).toBeGreaterThan(50);
  });

  it('writes the company anew and leaves the version of its directory to the database', async () => {
    const version = (): Promise<unknown> => api.database.query('SELECT directory_version FROM company');
    const before = await version();
    const company = { ...DEMO_DIRECTORY.company, name: { zh: '新名', en: 'New Name' } };
    const { body } = await admin.post<Counts>('/directory/import', { ...DEMO_DIRECTORY, company });
    expect(body['company']).toMatchObject({ updated: 1 });
    expect(await version()).toEqual(before);
    await admin.post('/directory/import', DEMO_DIRECTORY);
  });

  it('names every wrong row in both languages and imports none', async () => {
    const person = { key: 'new-person', name: { zh: '新人', en: 'New Person' } };
    const { company } = DEMO_DIRECTORY;
    const post = { key: 'p1', person: 'new-person', role: 'no-such-role', unit: 'no-such-unit', grade: 'staff', superior: null };
    const { status, body } = await admin.post<{ code: string; errors: { field: string; message: { zh: string; en: string } }[] }>(
      '/directory/import',
      {
        company,
        people: [person],
        positions: [post],
      },
    );
    expect([status, body.code]).toEqual([422, 'directory-invalid']);
    expect(body.errors.map(({ field }) => field).sort()).toEqual(['positions.0.role', 'positions.0.unit']);
    expect(body.errors.every(({ message }) => message.zh.length > 0 && message.en.length > 0)).toBe(true);
    expect(await api.database.query(`SELECT 1 FROM person WHERE key = 'new-person'`)).toEqual([]);
  });

  it('counts what would change on a trial run and writes nothing', async () => {
    const { company } = DEMO_DIRECTORY;
    const document = {
      company: { ...company, currency: 'EUR' },
      people: [{ key: 'tried-only', name: { zh: '试', en: 'Trial' }, login: 'tried' }],
    };
    const { status, body } = await admin.post<Counts>('/directory/import?trial=true', document);
    const one = { created: 1, updated: 0, unchanged: 0 };
    expect([status, body['people'], body['accounts']]).toEqual([200, one, one]);
    expect(body['company']).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(body['roles']).toEqual({ created: 0, updated: 0, unchanged: 0 });
    expect(
      await api.database.query(`SELECT 1 FROM person WHERE key = 'tried-only' UNION ALL SELECT 1 FROM account WHERE login = 'tried'`),
    ).toEqual([]);
    expect(await api.database.query('SELECT currency FROM company')).toEqual([{ currency: 'CNY' }]);
    expect((await admin.post('/directory/import?trial=yes', document)).body).toMatchObject({ status: 422, code: 'invalid-body' });
  });

  it('takes a part of a directory that refers to what is there, and moves a unit with its subtree', async () => {
    const { company, units } = DEMO_DIRECTORY;
    const area = units.find(({ key }) => key === 'area-xuhui');
    const { status, body } = await admin.post<Counts>('/directory/import', { company, units: [{ ...area, parent: 'finance' }] });
    expect([status, (body['units']?.updated ?? 0) > 1]).toEqual([200, true]);
    const [store] = await api.database.query<{ path: string[] }[]>(
      `SELECT ARRAY(SELECT u.key FROM unnest(s.path) WITH ORDINALITY AS p(id, at) JOIN unit u ON u.id = p.id ORDER BY p.at) AS path FROM unit s WHERE s.key = 'store-xuhui'`,
    );
    expect(store?.path.slice(-3)).toEqual(['finance', 'area-xuhui', 'store-xuhui']);
  });

  it('makes accounts without a password, and sets the rights of everybody it names', async () => {
    const { company } = DEMO_DIRECTORY;
    const person = { key: 'he-xin', name: { zh: '何欣', en: 'He Xin' }, login: 'He.Xin' };
    await admin.post('/directory/import', { company, people: [{ ...person, rights: ['journal.verify'] }] });
    const { body } = await admin.post<Counts>('/directory/import', { company, people: [{ ...person, rights: ['requests.operate'] }] });
    expect([body.rights, body['accounts']?.unchanged]).toEqual([{ given: 1, taken: 1, unchanged: 0, unheld: [] }, 1]);
    const rows = await api.database.query(
      `SELECT a.login, a.password_hash, array_agg(h.right_name) AS rights FROM person p JOIN account a ON a.person_id = p.id
         JOIN person_right h ON h.person_id = p.id WHERE p.key = 'he-xin' GROUP BY 1, 2`,
    );
    expect(rows).toEqual([{ login: 'he.xin', password_hash: null, rights: ['requests.operate'] }]);
  });

  describe('refuses before anything is written, on a trial too,', () => {
    const { company } = DEMO_DIRECTORY;
    const named = async (document: object): Promise<string[]> => {
      const answers = [await admin.post('/directory/import?trial=true', document), await admin.post('/directory/import', document)];
      const told = answers.map(({ status, body }) => {
        const { errors } = body as { errors?: { field: string; code: string; message: { zh: string; en: string } }[] };
        expect([status, (errors ?? []).every(({ message }) => message.zh !== '' && message.en !== '')]).toEqual([422, true]);
        return (errors ?? []).map(({ field, code }) => `${field} ${code}`);
      });
      expect(told[0]).toEqual(told[1]);
      return told[0] ?? [];
    };

    it.each(['US/Pacific-New', 'SystemV/EST5', 'Mars/Phobos', '+08:00'])(
      'the time zone %s, which the runtime or PostgreSQL does not know',
      async (timeZone) => {
        expect(await named({ company: { ...company, timeZone } })).toEqual(['company.timeZone unknown-time-zone']);
      },
    );

    it('the directory of another company', async () => {
      expect(await named({ company: { ...company, key: 'other' } })).toEqual(['company.key other-company']);
      expect(await api.database.query('SELECT key FROM company')).toEqual([{ key: company.key }]);
    });

    it('parameters of another kind, and those that no process has', async () => {
      const set = (value: unknown, key = 'financeOpinionMonthly', definition = 'research-plan-approval') => ({ definition, key, value });
      const { definition, key } = set(0);
      const rows = [set('true'), set(true, 'financeopinionmonthly'), set(true, key, 'research-plan'), set(true, 'constructor')];
      expect(await named({ company, parameters: rows })).toEqual([
        'parameters.0.value parameter-yes-no',
        'parameters.1.key unknown-parameter',
        'parameters.2.definition unknown-definition',
        'parameters.3.key unknown-parameter',
      ]);
      for (const value of [1, 'yes', ''])
        expect(await named({ company, parameters: [set(value)] })).toEqual(['parameters.0.value parameter-yes-no']);
      const sound = { company, parameters: [{ definition, key, value: true }] };
      expect((await admin.post('/directory/import?trial=true', sound)).status).toBe(200);
    });
  });

  it('shows people with title and unit, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 20; pages += 1) {
      const { body }: { body: { items: { id: string }[]; nextCursor: string | null } } = await admin.get(
        `/people?limit=20&cursor=${cursor}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(80);
    const { body } = await admin.get<{ items: object[] }>('/people?q=李娜');
    expect(body.items).toEqual([
      expect.objectContaining({ title: { zh: '店长', en: 'Store manager' }, unit: { zh: '徐汇店', en: 'Xuhui store' } }),
    ]);
  });

  it.each(['zhengguohua', 'ZhengGuo', 'zg', 'zheng-guo', '郑国'])('finds a person by %s', async (q) => {
    const { body } = await admin.get<{ items: { name: { zh: string } }[] }>(`/people?q=${q}`);
    expect(body.items.map(({ name }) => name.zh)).toContain('郑国华');
    expect(body.items.length).toBeLessThan(5);
  });

  it('names the holders of a right', async () => {
    const { body } = await (await api.as('wu-di')).get<{ items: { name: { zh: string } }[] }>('/people?right=accounts.reset');
    expect(body.items.map(({ name }) => name.zh)).toEqual(['卢宁']);
  });

  it('refuses a cursor that is none', async () => {
    expect((await admin.get('/people?cursor=nonsense')).body).toMatchObject({ status: 400, code: 'invalid-parameter' });
  });
});

describe('imports that meet one another, or themselves', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  const { company } = DEMO_DIRECTORY;
  const person = (key: string, login?: string) => ({ key, name: { zh: key, en: key }, ...(login === undefined ? {} : { login }) });
  const logins = async (): Promise<Record<string, string>> => {
    const rows = await api.database.query<{ key: string; login: string }[]>(
      `SELECT p.key, a.login FROM account a JOIN person p ON p.id = a.person_id WHERE p.key LIKE 'swap-%'`,
    );
    return Object.fromEntries(rows.map(({ key, login }) => [key, login]));
  };

  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('lu-ning');
    await admin.post('/directory/import', { company, people: [person('swap-a', 'aa'), person('swap-b', 'bb'), person('swap-c', 'cc')] });
  });
  afterAll(() => api.stop());

  it('let people swap their sign-in names, two or three in a ring', async () => {
    const swap = { company, people: [person('swap-a', 'bb'), person('swap-b', 'aa')] };
    expect((await admin.post('/directory/import?trial=true', swap)).status).toBe(200);
    expect((await admin.post('/directory/import', swap)).status).toBe(200);
    expect(await logins()).toEqual({ 'swap-a': 'bb', 'swap-b': 'aa', 'swap-c': 'cc' });
    const ring = { company, people: [person('swap-a', 'aa'), person('swap-b', 'cc'), person('swap-c', 'bb')] };
    expect((await admin.post('/directory/import', ring)).status).toBe(200);
    expect(await logins()).toEqual({ 'swap-a': 'aa', 'swap-b': 'cc', 'swap-c': 'bb' });
  });

  it('leave a name to whoever is named without one', async () => {
    const { status, body } = await admin.post<{ errors: { field: string; code: string }[] }>('/directory/import', {
      company,
      people: [person('swap-b', 'ＡＡ'), person('swap-a')],
    });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field: 'people.0.login', code: 'duplicate-login' })]]);
  });

  it('never fail by each other: of many at once that want one name, one gets it and the others are told', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => admin.post('/directory/import', { company, people: [person(`swap-n${index}`, 'the-one')] })),
    );
    const told = (all: typeof answers) => all.map(({ status, body }) => (status === 200 ? 'imported' : body['code']));
    expect(told(answers).filter((code) => code === 'imported')).toHaveLength(1);
    // Either the name was taken by then, or the import that takes it was still running.
    expect(['directory-invalid', 'import-running']).toEqual(expect.arrayContaining(told(answers).filter((code) => code !== 'imported')));
    const same = await Promise.all(Array.from({ length: 6 }, () => admin.post('/directory/import', DEMO_DIRECTORY)));
    expect(['imported', 'import-running']).toEqual(expect.arrayContaining(told(same)));
    expect(told(same)).toContain('imported');
  });

  it('judge units and posts by what they are afterwards', async () => {
    const unit = (key: string, parent: string) => ({ key, kind: 'department', name: { zh: key, en: key }, parent });
    const root = DEMO_DIRECTORY.units.find(({ kind }) => kind === 'company')!.key;
    const made = { company, units: [unit('turn-b', 'turn-a'), unit('turn-a', root)] };
    expect((await admin.post('/directory/import', made)).status).toBe(200);
    const turned = { company, units: [unit('turn-a', 'turn-b'), unit('turn-b', root)] };
    expect((await admin.post('/directory/import', turned)).status).toBe(200);
    const half = { company, units: [unit('turn-b', 'turn-a')] };
    expect((await admin.post('/directory/import', half)).status).toBe(422);
    const rows = await api.database.query<{ key: string; levels: number }[]>(
      `SELECT key, cardinality(path) AS levels FROM unit WHERE key LIKE 'turn-%' ORDER BY key`,
    );
    expect(rows.map(({ levels }) => levels)).toEqual([3, 2]);
  });

  it('keep the primary post that a person has when another post comes along', async () => {
    const [own] = await api.database.query<{ key: string; role: string }[]>(
      `SELECT o.key, o.role FROM position o JOIN person p ON p.id = o.person_id WHERE p.name->>'zh' = '李娜'`,
    );
    const [{ key: personKey } = { key: '' }] = await api.database.query<{ key: string }[]>(
      `SELECT key FROM person WHERE name->>'zh' = '李娜'`,
    );
    const post = { key: 'second-post', person: personKey, role: own!.role, unit: 'finance', grade: 'staff', superior: null };
    expect((await admin.post('/directory/import', { company, positions: [post] })).status).toBe(200);
    const rows = await api.database.query<{ key: string }[]>(
      `SELECT o.key FROM position o JOIN person p ON p.id = o.person_id WHERE p.key = $1 AND o.is_primary`,
      [personKey],
    );
    expect(rows).toEqual([{ key: own!.key }]);
  });

  it('let nobody back in who has left by putting their name right; who comes back begins without a password', async () => {
    const leaver = (more: object) => ({ company, people: [{ key: 'leaver', name: { zh: '离任', en: 'Leaver' }, ...more }] });
    expect((await admin.post('/directory/import', leaver({ login: 'leaver', rights: ['journal.verify'] }))).status).toBe(200);
    const kept = async () =>
      api.database.query<{ active: boolean; rights: number; password: string | null }[]>(
        `SELECT p.active, (SELECT count(*)::int FROM person_right WHERE person_id = p.id) AS rights, a.password_hash AS password
          FROM person p JOIN account a ON a.person_id = p.id WHERE p.key = 'leaver'`,
      );
    await api.database.query(`UPDATE account SET password_hash = 'some' WHERE login = 'leaver'`);
    expect((await admin.post('/directory/import', leaver({ active: false }))).status).toBe(200);
    expect(await kept()).toEqual([{ active: false, rights: 1, password: null }]);
    expect((await admin.post('/directory/import', leaver({ name: { zh: '离任者', en: 'A leaver' } }))).status).toBe(200);
    expect(await kept()).toEqual([{ active: false, rights: 1, password: null }]);
    expect((await admin.post('/directory/import', leaver({ active: true }))).status).toBe(200);
    expect(await kept()).toEqual([{ active: true, rights: 1, password: null }]);
  });

  it('give nobody who imports them more to sign or more rights, unless nobody else could import them', async () => {
    const withRights = (key: string, more: string[]) => {
      const known = DEMO_DIRECTORY.people.find((each) => each.key === key)!;
      return { ...known, rights: [...(known.rights ?? []), ...more] };
    };
    const own = {
      ...{ company, people: [withRights('lu-ning', ['requests.read-all'])] },
      grants: [{ key: 'own-one', kind: 'approve-within-limit', matter: 'expense-reimbursement', person: 'lu-ning', limit: 'no-limit' }],
    };
    const trial = () => admin.post<{ errors?: { field: string; code: string }[] }>('/directory/import?trial=true', own);
    expect((await trial()).status).toBe(200);
    const second = { company, people: [withRights('li-na', ['directory.import'])] };
    expect((await admin.post('/directory/import', second)).status).toBe(200);
    const { status, body } = await trial();
    expect([status, body.errors?.map(({ field, code }) => `${field} ${code}`)]).toEqual([
      422,
      ['people.0.rights own-authority', 'grants.0 own-authority'],
    ]);
    expect((await (await api.as('li-na')).post('/directory/import?trial=true', own)).status).toBe(200);
    expect((await admin.post('/directory/import', { company, people: [withRights('li-na', [])] })).status).toBe(200);
  });

  it('refuse to leave nobody who could import the next one', async () => {
    const people = DEMO_DIRECTORY.people.map((each) => ({ ...each, rights: [] }));
    const { status, body } = await admin.post<{ errors: { code: string }[] }>('/directory/import', { company, people });
    expect([status, body.errors.map(({ code }) => code)]).toEqual([422, ['last-administrator']]);
    expect((await admin.post('/directory/import?trial=true', { company })).status).toBe(200);
  });

  it('refuse to leave only administrators who cannot sign in, and say which rights nobody has any more', async () => {
    const rights = (key: string, change: (rights: string[]) => string[]) => {
      const person = DEMO_DIRECTORY.people.find((each) => each.key === key);
      return { ...person, rights: change([...(person?.rights ?? [])]) };
    };
    const holders = DEMO_DIRECTORY.people.filter((each) => each.rights?.includes('directory.import')).map(({ key }) => key);
    const ghost = { key: 'zz-ghost', name: { zh: '未登录', en: 'Never in' }, login: 'zz-ghost', rights: ['directory.import'] };
    const people = [ghost, ...holders.map((key) => rights(key, () => []))];
    const doing = (document: object) =>
      admin.post<{ errors?: { code: string }[]; rights: { unheld: { en: string }[] } }>('/directory/import?trial=true', document);
    const refused = await doing({ company, people });
    expect([refused.status, refused.body.errors?.map(({ code }) => code)]).toEqual([422, ['last-administrator']]);
    // With a password, or with a link that waits for them, they are one.
    expect((await admin.post('/directory/import', { company, people: [ghost] })).status).toBe(200);
    await api.database.query(`UPDATE account SET password_hash = 'some' WHERE login = 'zz-ghost'`);
    const taken = await doing({ company, people });
    expect(taken.status).toBe(200);
    expect(taken.body.rights.unheld.map(({ en }) => en)).toContain('Publish processes');
    expect(taken.body.rights.unheld.map(({ en }) => en)).not.toContain('Import the directory');
    await api.database.query(`UPDATE account SET password_hash = NULL WHERE login = 'zz-ghost'`);
    expect((await doing({ company, people })).status).toBe(422);
    const { id } = (await admin.get<{ items: { id: string }[] }>('/people?q=zz-ghost')).body.items[0] ?? {};
    const [found] = await api.database.query<{ id: string }[]>(`SELECT id FROM person WHERE key = 'zz-ghost'`);
    expect((await admin.post(`/people/${found?.id ?? id}/password-link`)).status).toBe(201);
    expect((await doing({ company, people })).status).toBe(200);
  });

  it('refuse what is too deep with its row, quickly', async () => {
    const units = Array.from({ length: 4_000 }, (_, index) => ({
      ...{ key: `deep-${index}`, kind: 'department', name: { zh: '深', en: 'Deep' } },
      parent: index === 0 ? DEMO_DIRECTORY.units.find(({ kind }) => kind === 'company')!.key : `deep-${index - 1}`,
    }));
    const begun = Date.now();
    const { status, body } = await admin.post<{ errors: { field: string; code: string }[] }>('/directory/import?trial=true', {
      company,
      units,
    });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field: 'units.31.parent', code: 'too-deep' })]]);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });
});
