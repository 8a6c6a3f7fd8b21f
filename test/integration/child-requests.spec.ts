import { DEMO_DIRECTORY } from '@countersign/definitions';
import { DemoPerson, type View } from '../e2e/world/demo-person';
import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

jest.setTimeout(300_000);

const label = (zh: string, en: string) => ({ zh, en });
const unit = DEMO_DIRECTORY.units.find(({ parent }) => parent === null)!.key;
const COMPANY = {
  company: DEMO_DIRECTORY.company,
  roles: ['job-one', 'errand-one'].map((key) => ({ key, title: label(key, key) })),
  positions: Object.entries({ 'job-one': 'zhang-wei', 'errand-one': 'song-lan' }).map(([role, person]) => ({
    ...{ key: `child-${role}`, person, role, unit, grade: 'staff', superior: null, primary: false },
  })),
};
const step = (id: string, role: string) => ({
  ...{ kind: 'approve', id, title: label(id, id), assignee: { by: 'role', role, scope: 'company' }, mayReject: true },
});
const process = (key: string, fields: object[], flow: object[]) => ({
  ...{
    key,
    version: 1,
    title: label(key, key),
    area: 'service',
    numberPrefix: key.at(0)!.toUpperCase() + key.at(-1)!.toUpperCase(),
    start: { everyone: true },
  },
  ...{ form: { fields }, sentence: label(key, key), rowTitle: label(`${key} {what}`, `${key} {what}`), graceSeconds: 0, flow },
});
const WHAT = { key: 'what', type: 'text', label: label('内容', 'What') };
const LINES = {
  ...{ key: 'lines', type: 'table', label: label('明细', 'Lines'), minRows: 0 },
  columns: [{ key: 'item', type: 'text', label: label('品名', 'Item') }],
};
const ERRAND = {
  ...process('errand', [{ ...WHAT, required: true }], [step('errand-one', 'errand-one')]),
  start: { roles: ['nobody-holds-it'] },
};
const starts = (more: object) => ({
  ...{ kind: 'subprocess', id: 'errands', title: label('跑腿', 'Errands'), definition: 'errand', shows: ['what'], ...more },
});
const job = (key: string, more: object, last = 'job-one') =>
  process(key, [WHAT, LINES], [step('first', 'job-one'), starts(more), step('last', last)]);
const ONE = job('job', { map: { what: { field: 'what' } } });
const EACH = job('job-each', { each: 'lines', map: { what: { column: 'item' } } });
const FOR_ANOTHER = job('job-another', {
  requester: [{ by: 'role', role: 'job-one', scope: 'company' }],
  map: { what: { field: 'what' } },
});
// Whoever has just decided is not asked the same again: its last step is somebody else's.
const LOOSE = job('job-loose', { wait: 'none', bound: false, begins: 'draft' }, 'errand-one');

const HAND = {
  ...process('job-hand', [WHAT], [step('first', 'job-one')]),
  children: [{ definition: 'errand', title: label('临时跑腿', 'Extra errand'), map: { what: { field: 'what' } }, shows: ['what'], max: 2 }],
};

const ONLY = { ...process('only-one', [WHAT, { ...WHAT, key: 'month' }], [step('first', 'job-one')]), oneInForce: ['what', 'month'] };

const PERMIT = { ...process('permit', [WHAT], [step('first', 'job-one')]), revoke: { by: ['operator'] } };
const TRIP = process(
  'trip',
  [
    WHAT,
    { key: 'permit', type: 'request', label: label('许可', 'Permit'), definition: 'permit', must: 'in-force', same: [['what', 'what']] },
  ],
  [step('first', 'job-one'), step('second', 'errand-one')],
);

interface Child {
  id: string;
  status: string;
  number: string | null;
  readable: boolean;
  rowTitle: { zh: string } | null;
  people: { name: { zh: string } }[];
}
type Family = View & {
  children: Child[];
  parent: { id: string; readable: boolean; facts: { value: { zh: string } }[] } | null;
  blocked: object | null;
};

/** Until something holds, however slow the machine is just now. */
async function until<T>(read: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (const end = Date.now() + 90_000; ; await new Promise((resolve) => setTimeout(resolve, 150))) {
    const found = await read();
    if (holds(found)) return found;
    if (Date.now() > end) throw new Error(`Expected it to come to that, but it stands at ${JSON.stringify(found).slice(0, 800)}`);
  }
}

describe('requests that a request starts', () => {
  let stack: Stack;
  let nina: DemoPerson;
  let boss: DemoPerson;
  let runner: DemoPerson;
  let operator: DemoPerson;

  beforeAll(async () => {
    stack = await startStack();
    const admin = await administrator(stack);
    expect((await admin.post('/directory/import', COMPANY)).status).toBe(200);
    for (const each of [ERRAND, ONE, EACH, FOR_ANOTHER, LOOSE, HAND, ONLY, PERMIT, TRIP]) {
      expect([200, 201]).toContain((await admin.post('/definitions', each)).status);
      expect((await publish(admin, each)).status).toBe(200);
    }
    nina = await DemoPerson.signIn(stack.url, '李娜');
    boss = await DemoPerson.signIn(stack.url, '张伟');
    runner = await DemoPerson.signIn(stack.url, '宋岚');
    operator = await DemoPerson.signIn(stack.url, '蒋明');
  });
  afterAll(() => stack?.stop());

  const family = async (id: string, by = nina): Promise<Family> => (await by.read(id)) as Family;
  const begun = (id: string, count = 1, by = nina) =>
    until(
      () => family(id, by),
      ({ children }) => children.length === count && children.every(({ number }) => number !== null),
    );
  const at = (id: string, where: string, by = nina) =>
    until(
      () => family(id, by),
      ({ current }) => current.some((each) => each.step === where),
    );

  it('lets nobody decide what their own request has started in the name of somebody else, whichever way it comes to them', async () => {
    const { id } = await runner.submit('job-another', { what: 'for me' });
    await boss.decide(id, 'approve');
    const [child] = (await begun(id, 1, runner)).children;
    await until(
      () => family(child!.id, boss),
      ({ blocked }) => blocked !== null,
    );
    const naming = (person: DemoPerson) => ({ person: person.id, comment: 'It is stuck.' });
    const assign = (person: DemoPerson) =>
      operator.call('POST', `/requests/${child!.id}/assign`, { body: { step: 'errand-one', ...naming(person) } });
    expect(await assign(runner)).toMatchObject({
      status: 422,
      body: { code: 'not-assignable', params: { removed: { code: 'asks-above' } } },
    });
    expect((await assign(nina)).status).toBe(200);
    const { task, contentHash: shown } = await family(child!.id);
    const transfer = await nina.call('POST', `/tasks/${task!.id}/transfer`, { body: naming(runner), shown });
    expect(transfer).toMatchObject({ status: 403, body: { code: 'own-matter-of' } });
    await nina.decide(child!.id, 'approve');
    await at(id, 'last', runner);
  });

  it('starts one with what it holds, waits for it, and goes on when it is approved', async () => {
    const { id } = await nina.submit('job', { what: 'shelves' });
    await boss.decide(id, 'approve');
    const { children, current } = await begun(id);
    expect(current).toMatchObject([{ step: 'errands', people: [{ name: { zh: '宋岚' } }] }]);
    expect(children).toMatchObject([{ status: 'running', readable: true, rowTitle: { zh: 'errand shelves' }, awaited: true }]);
    // Whoever decides on the child sees of its parent what the process shows, and does not read it; the parent's people see where it stands.
    const seen = await family(children[0]!.id, runner);
    expect(seen.parent).toMatchObject({ id, readable: false, rowTitle: null, facts: [{ value: { zh: 'shelves' } }] });
    expect((await runner.call('GET', `/requests/${id}`)).status).toBe(403);
    expect((await family(id, boss)).children).toMatchObject([{ readable: false, rowTitle: null, people: [{ name: { zh: '宋岚' } }] }]);
    await runner.decide(children[0]!.id, 'approve');
    await at(id, 'last');
    expect((await boss.decide(id, 'approve')).outcome).toBe('approved');
  });

  it('starts one for each row, is stuck with an owner where one is refused, and starts that one anew', async () => {
    const { id } = await nina.submit('job-each', { lines: [{ item: 'nails' }, { item: 'glue' }] });
    await boss.decide(id, 'approve');
    const { children } = await begun(id, 2);
    expect(children.map(({ rowTitle }) => rowTitle?.zh).sort()).toEqual(['errand glue', 'errand nails']);
    await runner.decide(children[0]!.id, 'reject', { comment: 'no' });
    await until(
      () => family(id),
      ({ status }) => status === 'blocked',
    );
    expect((await operator.call('POST', `/requests/${id}/resolve-again`, { body: {} })).status).toBe(200);
    const anew = await until(
      () => family(id),
      ({ children: now }) => now.length === 3 && now.every(({ number }) => number !== null),
    );
    for (const child of anew.children.filter(({ status }) => status === 'running')) await runner.decide(child.id, 'approve');
    await at(id, 'last');
  });

  it('leaves a draft to whoever has to fill in the rest, and does not wait for it', async () => {
    const { id } = await nina.submit('job-loose', { what: 'paint' });
    await boss.decide(id, 'approve');
    const { children } = await until(
      () => family(id),
      (view) => view.children.some(({ status }) => status === 'draft'),
    );
    expect((await family(id)).current).toMatchObject([{ step: 'last' }]);
    const child = children[0]!;
    expect((await nina.call('DELETE', `/requests/${child.id}`)).body).toMatchObject({ code: 'started-by-other' });
    const sent = await nina.call('POST', `/requests/${child.id}/submit`, { body: { form: { what: 'paint' } } });
    expect(sent.status).toBe(200);
    expect((await family(child.id)).parent).toMatchObject({ id });
  });

  it('loses none and doubles none where the worker is killed between what the parent decides and what comes of it', async () => {
    const jobs = await Promise.all(Array.from({ length: 3 }, (_, index) => nina.submit('job', { what: `job ${index}` })));
    await Promise.all(jobs.map(({ id }) => boss.decide(id, 'approve')));
    await stack.worker.kill();
    await stack.worker.start();
    const families = await Promise.all(jobs.map(({ id }) => begun(id)));
    await Promise.all(families.map(({ children }) => runner.decide(children[0]!.id, 'approve')));
    await stack.worker.kill();
    await stack.worker.start();
    for (const { id } of jobs) {
      const { children } = await at(id, 'last');
      expect(children).toHaveLength(1);
    }
    expect(await stack.cli('verify-journal')).toContain('everything agrees');
  });

  it('is started by hand while it is under way and after, hears how each ends, and forgets a draft that is thrown away', async () => {
    const { id } = await nina.submit('job-hand', { what: 'lamp' });
    const start = (by: DemoPerson) => by.call('POST', `/requests/${id}/start-child`, { body: { to: 'errand' } });
    expect((await start(boss)).body).toMatchObject({ code: 'child-not-yours' });
    expect((await nina.call('POST', `/requests/${id}/start-child`, { body: { to: 'job' } })).body).toMatchObject({
      code: 'child-not-offered',
    });
    expect((await start(nina)).status).toBe(200);
    const drafts = (count: number) =>
      until(
        () => family(id),
        ({ children }) => children.filter(({ status }) => status === 'draft').length === count,
      );
    const [child] = (await drafts(1)).children;
    const draft = (await nina.read(child!.id)) as Family & { form: { values: object } };
    expect([draft.parent, draft.form.values]).toMatchObject([{ id, facts: [{ value: { zh: 'lamp' } }] }, { what: 'lamp' }]);
    await operator.call('POST', `/requests/${id}/suspend`, { body: { comment: 'wait' } });
    expect((await nina.call('POST', `/requests/${child!.id}/submit`, { body: { form: { what: 'lamp' } } })).status).toBe(200);
    expect((await family(child!.id)).parent).toMatchObject({ suspended: true });
    await operator.call('POST', `/requests/${id}/resume`, { body: { comment: 'on' } });
    await boss.decide(id, 'approve');
    await runner.decide(child!.id, 'approve');
    const told = () => nina.call('GET', `/requests/${id}/timeline`);
    await until(told, ({ body }) => JSON.stringify(body).includes('child.ended'));
    expect((await start(nina)).status).toBe(200);
    const second = (await drafts(1)).children.find(({ status }) => status === 'draft')!;
    expect((await start(nina)).body).toMatchObject({ code: 'children-enough' });
    expect((await nina.call('DELETE', `/requests/${second.id}`)).status).toBe(204);
    await until(
      () => family(id),
      ({ children }) => children.length === 1,
    );
    expect((await start(nina)).status).toBe(200);
    await drafts(1);
    expect(await stack.cli('verify-journal', '--request', id)).toContain('everything agrees');
  });

  it('lets one of many that are about the same through, whoever presses at the same moment, and the next once that one has come to nothing', async () => {
    const form = { what: 'plan', month: '2026-12' };
    const press = () =>
      nina.call<{ code?: string; view?: View }>('POST', '/requests?submit=true', { body: { definition: 'only-one', form } });
    const answers = await Promise.all(Array.from({ length: 6 }, press));
    const through = answers.filter(({ status }) => status === 200);
    expect(through).toHaveLength(1);
    const { id, number } = through[0]!.body.view!;
    for (const { status, body } of answers.filter((each) => each !== through[0]))
      expect({ status, body }).toMatchObject({ status: 422, body: { code: expect.stringMatching(/^(one-in-force|value-taken)$/) } });
    expect(JSON.stringify((await press()).body)).toContain(number);
    expect((await nina.call('POST', `/requests/${id}/withdraw`, { body: {} })).status).toBe(200);
    expect((await press()).status).toBe(200);
  });

  it('lets a request lean on another that is approved and in force, and tells it when that is so no more', async () => {
    const permit = await nina.submit('permit', { what: 'Suzhou' });
    const press = (what: string) =>
      nina.call<{ view?: View; code?: string }>('POST', '/requests?submit=true', {
        body: { definition: 'trip', form: { what, permit: permit.id } },
      });
    expect(await press('Suzhou')).toMatchObject({ status: 422 });
    await boss.decide(permit.id, 'approve');
    const differs = await press('Hangzhou');
    expect([differs.status, JSON.stringify(differs.body)]).toEqual([422, expect.stringContaining('linked-differs')]);
    const sent = await press('suzhou');
    expect(sent.status).toBe(200);
    const { id } = sent.body.view!;
    await boss.decide(id, 'approve');
    expect((await operator.call('POST', `/requests/${permit.id}/revoke`, { body: { comment: 'no more' } })).status).toBe(200);
    const { task, allowed } = await runner.read(id);
    expect(allowed.find(({ command }) => command === 'approve')).toMatchObject({ enabled: false, reason: { code: 'linked-not-approved' } });
    expect(
      (await runner.call('POST', `/tasks/${task!.id}/approve`, { body: {}, shown: (await runner.read(id)).contentHash })).body,
    ).toMatchObject({
      code: 'linked-not-approved',
    });
    for (const person of [nina, runner])
      await until(
        () => person.call('GET', '/notifications'),
        ({ body }) => JSON.stringify(body).includes('linked-revoked'),
      );
  });

  it('withdraws what it has started when it is ended by an operator', async () => {
    const { id } = await nina.submit('job', { what: 'rugs' });
    await boss.decide(id, 'approve');
    const { children } = await begun(id);
    const ended = await operator.call('POST', `/requests/${id}/terminate`, { body: { comment: 'no more' } });
    expect(ended.status).toBe(200);
    const child = await until(
      () => family(children[0]!.id),
      ({ outcome }) => outcome !== null,
    );
    expect(child.outcome).toBe('withdrawn');
  });
});
