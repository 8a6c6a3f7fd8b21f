import { DEMO_DIRECTORY } from '@countersign/definitions';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';

interface Imported {
  openTasks: { items: object[]; moved: number; blocked: number; complete: boolean };
}

/** More than any page, and than what is named. */
const MANY = 5_000;

describe('a trial over very many open requests', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
    await api.database.query(
      `INSERT INTO request (id, company_id, definition_id, definition_key, requester_id, number, status, n, hash, state, form, choices, round, listed_at)
       SELECT gen_random_uuid(), d.company_id, d.id, d.key, p.id, 'T-' || i, 'returned', 1, 'x', jsonb_build_object('key', d.key, 'version', d.version, 'value', 'returned',
         'context', jsonb_build_object('requester', jsonb_build_object('id', p.id, 'roles', '[]'::jsonb, 'unitId', NULL), 'steps', '{}'::jsonb, 'choices', '{}'::jsonb, 'poisoned', NULL, 'undo', '[]'::jsonb)),
         '{}', '{}', 1, now() - make_interval(secs => i)
       FROM definition d JOIN person p ON p.company_id = d.company_id AND p.key = 'li-na' CROSS JOIN generate_series(1, ${MANY}) AS i
       WHERE d.key = 'expense-reimbursement' AND d.status = 'published'`,
    );
  });
  afterAll(() => api.stop());

  const trial = async (document: object): Promise<Imported['openTasks']> => {
    const admin = await api.as('lu-ning');
    const { status, body } = await admin.post<Imported>('/directory/import?trial=true', document);
    expect(status).toBe(200);
    return body.openTasks;
  };
  const { company } = DEMO_DIRECTORY;
  const liNa = DEMO_DIRECTORY.people.find(({ key }) => key === 'li-na')!;

  it('counts every one, names the first hundred, and lets others be served meanwhile', async () => {
    let served = 0;
    let worst = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      worst = Math.max(worst, performance.now() - last);
      last = performance.now();
      served += 1;
    }, 5);
    const { items, moved, blocked, complete } = await trial({ company, people: [{ ...liNa, active: false }] });
    clearInterval(beat);
    expect({ named: items.length, moved, blocked, complete }).toEqual({ named: 100, moved: 0, blocked: MANY, complete: true });
    expect(served).toBeGreaterThan(10);
    process.stdout.write(`trial over ${MANY} open requests: longest pause ${Math.round(worst)} ms\n`);
  });

  it('looks at none where the document changes nothing', async () => {
    expect(await trial({ company, people: [liNa] })).toEqual({ items: [], moved: 0, blocked: 0, complete: true });
  });
});
