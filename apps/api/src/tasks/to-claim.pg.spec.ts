import { compile, parseDefinition } from '@countersign/domain';
import { randomUUID } from 'node:crypto';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import { Desks } from './desks.fixture';
import type { InboxPage, TaskCounts } from './dto/task.view';

const words = { zh: '领料', en: 'Stock' };
/** The fixture's tasks are those of this step. */
const STEP = 'superior-review';

function pooled() {
  const parsed = parseDefinition({
    key: 'pooled',
    version: 1,
    title: words,
    area: 'merchandise',
    numberPrefix: 'LL',
    start: { everyone: true },
    form: { fields: [] },
    sentence: words,
    rowTitle: words,
    flow: [
      {
        kind: 'branch',
        id: 'which',
        title: words,
        cases: [
          {
            title: words,
            when: { requesterHasRole: 'store-manager' },
            steps: [{ kind: 'review', id: STEP, title: words, claim: true, assignee: { by: 'role', role: 'gm', scope: 'company' } }],
          },
        ],
        otherwise: [{ kind: 'approve', id: 'else', title: words, assignee: { by: 'role', role: 'gm', scope: 'company' } }],
      },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.definition;
}

describe('what is to be claimed', () => {
  let api: ApiUnderTest;
  let desks: Desks;

  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
    const definition = pooled();
    await api.database.query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) SELECT $1, id, 'pooled', 1, 'published', $2, $3, 'import' FROM company`,
      [randomUUID(), compile(definition).hash, definition],
    );
  });
  afterAll(() => api.stop());

  const POOL = [{ person: 'zhang-wei' }, { person: 'sun-qian' }];
  /** Who sits on the step, as the state has it. */
  const seated = async (id: string, pool?: string[]): Promise<void> => {
    const people = await Promise.all(POOL.map(({ person }) => desks.person(person)));
    const seats = people.slice(0, pool ? 1 : 2).map((person, at) => [String(at), { person, generation: 1, ...(pool ? { pool } : {}) }]);
    await api.database.query(`UPDATE request SET state = jsonb_set(state, '{context,steps}', $2) WHERE id = $1`, [
      id,
      { [STEP]: { status: 'open', generation: 1, seats: Object.fromEntries(seats) } },
    ]);
  };

  it('is a list of its own with its count, each row with the task to claim, as long as nobody has', async () => {
    const open = await desks.request({ definition: 'pooled', tasks: POOL });
    await seated(open);
    // One who is asked alone has nothing to claim; nor has anybody where somebody has claimed and only asks a colleague.
    const alone = await desks.request({ definition: 'pooled', tasks: [{ person: 'zhang-wei' }] });
    const claimed = await desks.request({ definition: 'pooled', tasks: POOL });
    await seated(claimed, ['zhang-wei', 'sun-qian']);
    // Several who are asked by a step that nobody claims.
    const plain = await desks.request({ tasks: POOL });
    const zhang = await api.as('zhang-wei');
    const list = async (query: string) => (await zhang.get<InboxPage>(`/tasks?${query}`)).body.items;
    for (const sort of ['due', 'waiting', 'amount', 'newest'])
      expect((await list(`tab=pool&sort=${sort}`)).map(({ requestId }) => requestId)).toEqual([open]);
    const [row] = await list('tab=pool');
    expect(row?.toClaim).toBe(true);
    const [task] = await api.database.query<{ id: string }[]>('SELECT id FROM task WHERE request_id = $1 AND person_id = $2', [
      open,
      await desks.person('zhang-wei'),
    ]);
    expect(row?.taskId).toBe(task?.id);
    expect((await zhang.get<TaskCounts>('/tasks/counts')).body).toMatchObject({ pool: 1, todo: 4 });
    const todo = await list('tab=todo');
    expect(todo.map(({ requestId }) => requestId).sort()).toEqual([open, alone, claimed, plain].sort());
    expect(todo.filter(({ toClaim }) => toClaim).map(({ requestId }) => requestId)).toEqual([open]);
    expect((await (await api.as('li-na')).get<TaskCounts>('/tasks/counts')).body.pool).toBe(0);
  });
});
