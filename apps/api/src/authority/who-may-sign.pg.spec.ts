import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import type { SigningStepView, WhoMaySignView } from './dto/who-may-sign.view';

describe('who may sign', () => {
  let api: ApiUnderTest;
  let gu: Caller;
  let unit: (key: string) => string;
  beforeAll(async () => {
    api = await startApi();
    gu = await api.as('gu-ming');
    const units = await api.database.query<{ id: string; key: string }[]>('SELECT id, key FROM unit');
    unit = (key) => units.find((each) => each.key === key)!.id;
  });
  afterAll(() => api.stop());

  const path = (more: object): string =>
    `/authority/who-may-sign?${new URLSearchParams({ process: 'expense-reimbursement', step: 'approval', ...more }).toString()}`;
  const ask = async (more: object): Promise<WhoMaySignView> => (await gu.get<WhoMaySignView>(path(more))).body;
  const names = ({ may }: SigningStepView | { may: SigningStepView['may'] }): string[] => may.map(({ person }) => person!.name.zh);
  const asked = async (more: object): Promise<string[]> => names((await ask(more)).steps[0]!);

  it('is told to those with the right to it, by names, with what gives them the authority and why others may not', async () => {
    expect((await (await api.as('li-na')).send('GET', path({ unit: unit('store-xuhui') }))).status).toBe(403);
    const answer = await ask({ unit: unit('store-xuhui'), amount: '12300' });
    expect(answer).toMatchObject({ requester: { name: { zh: '李娜' } }, assumed: true, plan: 'in', knownAt: null });
    const [step] = answer.steps as [SigningStepView];
    expect(names(step)).toEqual(['周岩', '郑国华', '沈思远']);
    expect(step.may[0]).toMatchObject({ turn: 'asked', limit: { amount: '20000.00' }, given: { plan: 'in', role: { zh: '运营总监' } } });
    expect(step.may[0]!.passed.map(({ person }) => person?.name.zh)).toEqual(['张伟', '孙倩']);
    expect(step.mayNot.find(({ person }) => person?.name.zh === '孙倩')?.removed?.zh).toBe('额度 ¥5,000 不够');
    expect(step.ladder.map(({ reaches }) => reaches)).toEqual([false, false, true, true, true]);
  });

  it('refuses what it cannot answer', async () => {
    for (const [more, status] of [
      [{}, 400],
      [{ unit: unit('store-xuhui'), step: 'nowhere' }, 400],
      [{ unit: unit('store-xuhui'), amount: '1.001' }, 400],
      [{ unit: '00000000-0000-7000-8000-000000000000' }, 404],
      [{ unit: unit('store-xuhui'), process: 'nothing' }, 404],
    ] as const)
      expect([more, (await gu.send('GET', path(more))).status]).toEqual([more, status]);
  });

  it('goes by the limits of the day that is asked about', async () => {
    const at = (date: string) => asked({ unit: unit('store-xuhui'), amount: '4000', date });
    expect((await at('2026-01-01'))[0]).toBe('孙倩');
    expect(await at('2025-12-31')).toEqual([]);
  });

  it('answers as it was known at another time: grants, posts and absences that were put in later are left out', async () => {
    const case_ = { unit: unit('store-xuhui'), amount: '12300' };
    await api.database.query(`ALTER TABLE directory_record DISABLE TRIGGER record_stays`);
    await api.database.query(`UPDATE directory_record SET recorded_at = '2026-01-01T00:00:00Z'`);
    await api.database.query(`ALTER TABLE directory_record ENABLE TRIGGER record_stays`);
    const grant = (set: string) => api.database.query(`UPDATE authority_grant SET ${set} WHERE key = 'expense-ops-manager'`);
    await grant(`limit_value = '{"minor":"2000000","currency":"CNY"}'`);
    const then = { date: '2026-05-03', known: '2026-05-03' };
    expect((await asked({ ...case_, date: '2026-05-03' }))[0]).toBe('孙倩');
    expect((await asked({ ...case_, ...then }))[0]).toBe('周岩');
    await grant(`limit_value = '{"minor":"500000","currency":"CNY"}'`);

    // An absence that was agreed on is known from then on, for its days.
    await api.database.query(
      `INSERT INTO absence (id, company_id, person_id, stand_in_id, from_at, to_at, reason, state, entered_by)
        SELECT gen_random_uuid(), p.company_id, p.id, s.id, '2026-05-01T00:00:00+08', '2026-05-06T00:00:00+08', 'leave', 'over', p.id
        FROM person p, person s WHERE p.key = 'zhou-yan' AND s.key = 'zheng-guohua'`,
    );
    const [step] = (await ask({ ...case_, date: '2026-05-03' })).steps as [SigningStepView];
    expect(step.may[0]).toMatchObject({ turn: 'stands-in', person: { name: { zh: '郑国华' } }, actingFor: { name: { zh: '周岩' } } });
    expect((await asked({ ...case_, ...then }))[0]).toBe('周岩');
    expect((await asked({ ...case_, date: '2026-05-07' }))[0]).toBe('周岩');
  });

  it('never writes over what was known', async () => {
    await expect(api.database.query('DELETE FROM directory_record')).rejects.toThrow('stay');
    await expect(api.database.query(`UPDATE directory_record SET row = NULL`)).rejects.toThrow('stay');
  });

  it('is of now what decisions read: the record says the same as the directory', async () => {
    const now = await ask({ unit: unit('store-jingan'), amount: '900' });
    const recorded = await ask({ unit: unit('store-jingan'), amount: '900', date: now.date });
    expect(recorded.steps).toEqual(now.steps);
  });
});
