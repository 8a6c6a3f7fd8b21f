import { setTimeout as pause } from 'node:timers/promises';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import type { Caller } from '../../../../../test/support/caller';

interface Absence {
  id: string;
  state: string;
  person: { id: string };
  standIn: { id: string };
  enteredBy: { id: string } | null;
  processes: { zh: string }[];
  code?: string;
  errors?: { field: string; code: string }[];
}
interface Outlook {
  limits: {
    matter: string;
    plan: string;
    title: { zh: string; en: string };
    own: { amount: string } | null;
    granted: boolean;
    theirs: { amount: string } | null;
    above: { id: string } | null;
  }[];
  moving: number;
  waiting: number;
}

const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
const SOON = { from: hours(24), to: hours(72), reason: 'trip' };
const NOW = { from: hours(-1), to: hours(24), reason: 'leave' };

describe('absences', () => {
  let api: ApiUnderTest;
  let zhou: Caller;
  let sun: Caller;
  let admin: Caller;
  beforeAll(async () => {
    api = await startApi();
    zhou = await api.as('zhou-yan');
    sun = await api.as('sun-qian');
    admin = await api.as('lu-ning');
  });
  afterAll(() => api.stop());

  const ask = (body: object, who = zhou) => who.post<Absence>('/absences', body);
  const away = async (): Promise<string[]> =>
    (await api.database.query<{ id: string }[]>('SELECT person_id AS id FROM away')).map(({ id }) => id);
  const notices = async (who: Caller): Promise<string[]> =>
    (await who.get<{ items: { notice: string }[] }>('/notifications')).body.items.map(({ notice }) => notice);

  it('hold once the stand-in has accepted, begin at once where their time has come, and end when they are ended', async () => {
    const { status, body } = await ask({ ...NOW, standIn: sun.personId });
    expect([status, body.state, await away()]).toEqual([201, 'asked', []]);
    expect(await notices(sun)).toContain('absence-asked');
    expect((await zhou.post(`/absences/${body.id}/answer`, { accept: true })).status).toBe(404);
    expect((await sun.post<Absence>(`/absences/${body.id}/answer`, { accept: true })).body.state).toBe('running');
    expect(await away()).toEqual([zhou.personId]);
    expect(await notices(zhou)).toContain('absence-accepted');
    expect((await sun.post<Absence>(`/absences/${body.id}/answer`, { accept: false })).body.code).toBe('absence-settled');
    expect((await admin.get<{ own: Absence[] }>(`/absences?person=${zhou.personId}`)).body.own[0]).toMatchObject({ id: body.id });
    expect((await zhou.post<Absence>(`/absences/${body.id}/end`, {})).body.state).toBe('over');
    expect(await away()).toEqual([]);
    expect((await zhou.post<Absence>(`/absences/${body.id}/end`, {})).body.code).toBe('absence-settled');
  });

  it('never begin where the stand-in declines, or where they are cancelled before', async () => {
    const declined = (await ask({ ...SOON, standIn: sun.personId })).body;
    expect((await sun.post<Absence>(`/absences/${declined.id}/answer`, { accept: false })).body.state).toBe('declined');
    const cancelled = (await ask({ ...SOON, standIn: sun.personId })).body;
    expect((await sun.post<Absence>(`/absences/${cancelled.id}/answer`, { accept: true })).body.state).toBe('accepted');
    expect((await zhou.post<Absence>(`/absences/${cancelled.id}/end`, {})).body.state).toBe('cancelled');
    expect(await away()).toEqual([]);
  });

  it.each<[string, (people: { zhou: Caller; sun: Caller }) => object, string[]]>([
    ['oneself', ({ zhou: { personId } }) => ({ ...SOON, standIn: personId }), ['standIn oneself']],
    ['nobody of the company', () => ({ ...SOON, standIn: crypto.randomUUID() }), ['standIn unknown']],
    ['a time turned round', ({ sun: { personId } }) => ({ ...SOON, to: SOON.from, standIn: personId }), ['to turned-round']],
    ['what is past', ({ sun: { personId } }) => ({ ...SOON, from: hours(-9), to: hours(-8), standIn: personId }), ['to past']],
    ['years', ({ sun: { personId } }) => ({ ...SOON, to: hours(24 * 400), standIn: personId }), ['to too-long']],
    [
      'no such process',
      ({ sun: { personId } }) => ({ ...SOON, standIn: personId, processes: ['moon-landing'] }),
      ['processes unknown-process'],
    ],
  ])('refuse %s, naming the field', async (_, body, errors) => {
    const answer = await ask(body({ zhou, sun }));
    expect([answer.status, answer.body.code]).toEqual([422, 'absence-invalid']);
    expect(answer.body.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
    expect((await zhou.post('/absences/outlook', body({ zhou, sun }))).status).toBe(422);
  });

  it('refuse two at once, and say so', async () => {
    const first = (await ask({ ...SOON, standIn: sun.personId })).body;
    expect((await ask({ ...SOON, standIn: admin.personId })).body.errors).toMatchObject([{ field: 'from', code: 'overlapping' }]);
    expect((await zhou.post<Absence>(`/absences/${first.id}/end`, {})).body.state).toBe('cancelled');
  });

  it('are one where the same is asked for many times at once, and not told to anybody for ever', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => ask({ ...SOON, standIn: sun.personId })));
    expect(asked.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(422)]);
    const { id } = asked.find(({ status }) => status === 201)!.body;
    expect((await zhou.post<Absence>(`/absences/${id}/end`, {})).body.state).toBe('cancelled');
    await api.database.query(
      `INSERT INTO absence (id, company_id, person_id, stand_in_id, from_at, to_at, reason, state, entered_by)
         SELECT gen_random_uuid(), company_id, person_id, stand_in_id, from_at, to_at, reason, 'cancelled', person_id FROM absence, generate_series(1, 30) WHERE id = $1`,
      [id],
    );
    expect((await ask({ ...SOON, standIn: sun.personId })).body.errors).toMatchObject([{ field: 'from', code: 'too-many-lately' }]);
    await api.database.query(`UPDATE absence SET entered_at = entered_at - interval '2 days' WHERE state = 'cancelled'`);
  });

  it('hand over every process where none is named', async () => {
    const { body } = await ask({ ...SOON, standIn: sun.personId, processes: [] });
    const [row] = await api.database.query<{ processes: string[] | null }[]>('SELECT processes FROM absence WHERE id = $1', [body.id]);
    expect([body.processes, row?.processes]).toEqual([[], null]);
    await zhou.post(`/absences/${body.id}/end`, {});
  });

  it('compare what comes to somebody, and promise no stand-in whose authority is for other stores only', async () => {
    const [zhang, zhao] = [await api.as('zhang-wei'), await api.as('zhao-yue')];
    const { body } = await zhang.post<Outlook>('/absences/outlook', { ...SOON, standIn: zhao.personId });
    const titles = body.limits.map(({ title }) => title.zh).join();
    expect(titles).toContain('请假申请');
    expect(titles).not.toMatch(/核对年假余额|第二人清点/);
    const row = body.limits.find(({ matter }) => matter === 'expense-reimbursement');
    expect(row).toMatchObject({ granted: false, elsewhere: true, above: { id: sun.personId } });
  });

  it('are entered for somebody who cannot by whoever looks after the directory, and by nobody else', async () => {
    expect((await ask({ ...SOON, person: zhou.personId, standIn: sun.personId }, sun)).body.code).toBe('right-missing');
    expect((await ask({ ...SOON, person: zhou.personId, standIn: admin.personId }, admin)).body.errors).toMatchObject([
      { code: 'entering' },
    ]);
    const { body } = await ask({ ...SOON, person: zhou.personId, standIn: sun.personId }, admin);
    expect(body).toMatchObject({ state: 'asked', person: { id: zhou.personId }, enteredBy: { id: admin.personId } });
    expect((await (await api.as('li-na')).post(`/absences/${body.id}/end`, {})).status).toBe(404);
    expect((await admin.post<Absence>(`/absences/${body.id}/end`, {})).body.state).toBe('cancelled');
  });

  it('are worked out beforehand without keeping others waiting, however often somebody asks and whatever holds the directory', async () => {
    const directoryImport = api.database.createQueryRunner();
    await directoryImport.startTransaction();
    await directoryImport.query('SELECT 1 FROM company FOR UPDATE');
    const asked = Array.from({ length: 12 }, () => zhou.post('/absences/outlook', { ...SOON, standIn: sun.personId }));
    await pause(300);
    const other = await Promise.race([sun.get('/me').then(({ status }) => status), pause(10_000).then(() => 'still waiting')]);
    await directoryImport.rollbackTransaction();
    await directoryImport.release();
    const answers = (await Promise.all(asked)).map(({ status }) => status);
    expect(other).toBe(200);
    expect([...new Set(answers)].sort()).toEqual([200, 429]);
  });

  it('tell beforehand whose limit is the smaller and who is asked above it, and keep nothing', async () => {
    const { status, body } = await zhou.post<Outlook>('/absences/outlook', { ...SOON, standIn: sun.personId });
    expect([status, body.moving, body.waiting]).toEqual([200, 0, 0]);
    const row = body.limits.find(({ matter }) => matter === 'expense-reimbursement');
    expect(row).toMatchObject({ own: { amount: '20000.00' }, granted: true, theirs: { amount: '5000.00' } });
    expect(row?.above).not.toBeNull();
    expect(body.limits.filter(({ title, matter }) => !/[\u4e00-\u9fff]/.test(title.zh) || title.en === matter)).toEqual([]);
    const told = body.limits.map(({ matter: _, ...shown }) => JSON.stringify(shown));
    expect(told).toEqual([...new Set(told)]);
    const processes = body.limits.map(({ title }) => title.en.split('; ').map((part) => part.split(': ')[0]));
    expect(processes.filter((names) => new Set(names).size < names.length)).toEqual([]);
    const tried = async (amount: string) =>
      (
        await zhou.post<{ person: { id: string } | null; beyond: boolean }>('/absences/case', {
          ...{ standIn: sun.personId, matter: 'expense-reimbursement', kind: 'approve-within-limit', plan: 'in' },
          amount,
        })
      ).body;
    expect(await tried('5000')).toMatchObject({ person: { id: sun.personId }, beyond: false });
    expect(await tried('6480')).toMatchObject({ person: { id: row?.above?.id }, beyond: false });
    expect((await tried('20000.01')).beyond).toBe(true);
    expect((await zhou.get<{ own: Absence[] }>('/absences')).body.own.filter(({ state }) => state === 'running')).toEqual([]);
    expect(await away()).toEqual([]);
  });
});
