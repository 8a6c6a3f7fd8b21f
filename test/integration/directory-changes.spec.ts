import { DEMO_DIRECTORY } from '@countersign/definitions';
import { DatabaseClient } from '../../libs/database/src';
import { DemoPerson, type View } from '../e2e/world/demo-person';
import { expenseOf } from '../e2e/world/forms';
import { administrator } from '../support/administrator';
import type { Caller } from '../support/caller';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

interface Moved {
  request: string;
  number: string;
  step: { zh: string };
  from: { name: { zh: string } }[];
  to: { name: { zh: string } }[];
  blocked: boolean;
}
interface Imported {
  openTasks: { items: Moved[]; moved: number; blocked: number; complete: boolean } | null;
}

const { company } = DEMO_DIRECTORY;
const zhang = DEMO_DIRECTORY.people.find(({ key }) => key === 'zhang-wei')!;
const posts = DEMO_DIRECTORY.positions.filter(({ person }) => person === zhang.key);
const successor = { key: 'he-jun', name: { zh: '何军', en: 'He Jun' }, login: 'he.jun' };

/** Zhang Wei has left, and He Jun holds his posts. */
const handedOver = {
  company,
  people: [{ ...zhang, active: false }, successor],
  positions: posts.map((post) => ({ ...post, person: successor.key })),
};

const label = { zh: '零星支出', en: 'Petty spending' };
/** Approved by whoever's limit reaches it, from the superior upward. */
const WITHIN_LIMIT = {
  key: 'petty-spending',
  version: 1,
  title: label,
  area: 'finance',
  numberPrefix: 'PS',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'amount', type: 'money', label: { zh: '金额', en: 'Amount' }, required: true },
      { key: 'inPlan', type: 'yes-no', label: { zh: '计划内', en: 'In plan' } },
    ],
  },
  amount: 'amount',
  sentence: label,
  rowTitle: label,
  flow: [
    {
      kind: 'approve',
      id: 'approval',
      title: { zh: '批准', en: 'Approval' },
      assignee: { by: 'climb' },
      authority: {
        kind: 'approve-within-limit',
        matter: 'expense-reimbursement',
        amount: 'amount',
        inPlan: { eq: [{ field: 'inPlan' }, { value: true }] },
      },
    },
  ],
};

describe('a directory that changes under open tasks', () => {
  let stack: Stack;
  let admin: Caller;
  let nina: DemoPerson;

  beforeAll(async () => {
    stack = await startStack();
    admin = await administrator(stack);
    nina = await DemoPerson.signIn(stack.url, '李娜');
  });
  afterAll(() => stack?.stop());

  const submitted = async (amount: string): Promise<View> => nina.submit('expense-reimbursement', await expenseOf(nina, amount));
  const trial = async (document: object): Promise<NonNullable<Imported['openTasks']>> => {
    const { status, body } = await admin.post<Imported>('/directory/import?trial=true', document);
    expect(status).toBe(200);
    return body.openTasks!;
  };
  const names = (people: { name: { zh: string } }[]): string[] => people.map(({ name }) => name.zh);
  const told = (items: Moved[]) => items.map(({ number, from, to, blocked }) => ({ number, from: names(from), to: names(to), blocked }));

  it('names on a trial which tasks would move and which would be blocked, and moves none', async () => {
    const request = await submitted('450.00');
    expect(names(request.current[0]!.people)).toEqual(['张伟']);
    const moves = await trial(handedOver);
    expect(told(moves.items)).toEqual([{ number: request.number, from: ['张伟'], to: ['何军'], blocked: false }]);
    expect([moves.moved, moves.blocked, moves.complete]).toEqual([1, 0, true]);
    expect((await trial({ company })).items).toEqual([]);
    expect(names((await nina.read(request.id)).current[0]!.people)).toEqual(['张伟']);
  });

  it('names on a trial what is with its requester, and would have nobody to change it', async () => {
    const request = await submitted('430.00');
    await (await DemoPerson.signIn(stack.url, '张伟')).decide(request.id, 'return', { to: 'requester', comment: '请补充' });
    const liNa = DEMO_DIRECTORY.people.find(({ key }) => key === 'li-na')!;
    const { items } = await trial({ company, people: [{ ...liNa, active: false }] });
    expect(told(items)).toEqual([{ number: request.number, from: ['李娜'], to: ['蒋明'], blocked: true }]);
    await nina.call('POST', `/requests/${request.id}/withdraw`, { body: {} });
  });

  it('blocks, on a trial, what nobody would be left for, and says who looks after it', async () => {
    const everybodyAbove = DEMO_DIRECTORY.people.filter(({ key }) => !['li-na', 'lu-ning', 'gao-yang', 'jiang-ming'].includes(key));
    const { items, blocked } = await trial({ company, people: everybodyAbove.map((person) => ({ ...person, active: false })) });
    expect(blocked).toBe(items.length);
    expect(items[0]).toMatchObject({ blocked: true, from: [{ name: { zh: '张伟' } }] });
    expect(items[0]!.to.length).toBeGreaterThan(0);
  });

  describe('for good', () => {
    const people = async (id: string): Promise<string[]> => names((await nina.read(id)).current.flatMap((step) => step.people));
    const until = async (look: () => Promise<boolean>): Promise<void> => {
      for (const end = Date.now() + 90_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200)))
        if (await look()) return;
      throw new Error('Expected the open task to follow the directory, but it did not');
    };
    const asks = (id: string, ...who: string[]): Promise<void> => until(async () => (await people(id)).join() === who.join());
    const imported = async (document: object): Promise<void> => {
      // Imports of one directory follow one another; whoever comes meanwhile is told to come again.
      const send = () => admin.post<{ code?: string; errors?: unknown }>('/directory/import', document);
      let answer = await send();
      for (let tries = 0; answer.body.code === 'import-running' && tries < 50; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        answer = await send();
      }
      const { status, body } = answer;
      expect([status, body.errors]).toEqual([200, undefined]);
    };
    const lines = async (id: string): Promise<string[]> => {
      const { body } = await nina.call<{ items: { text: { zh: string } }[] }>('GET', `/requests/${id}/timeline`);
      return body.items.map(({ text }) => text?.zh ?? '');
    };
    const query = async (sql: string, values: unknown[] = []): Promise<void> => {
      const client = new DatabaseClient({ connectionString: stack.databaseUrl });
      await client.connect();
      await client.query(sql, values);
      await client.end();
    };

    /** Every change so far has been looked through: what comes next is told by itself. */
    const lookedThrough = (): Promise<void> =>
      until(async () => {
        const client = new DatabaseClient({ connectionString: stack.databaseUrl });
        await client.connect();
        const { rows } = await client.query(
          'SELECT 1 FROM company c LEFT JOIN directory_review v ON v.company_id = c.id WHERE v.version IS DISTINCT FROM c.directory_version',
        );
        await client.end();
        return rows.length === 0;
      });

    afterEach(async () => {
      await imported(DEMO_DIRECTORY);
      await lookedThrough();
      // Whoever had left and is back signs in anew.
      nina = await DemoPerson.signIn(stack.url, '李娜');
    });

    it('moves the task of somebody who left to whoever holds the post now, with the reason in the timeline', async () => {
      const request = await submitted('450.00');
      const before = await DemoPerson.signIn(stack.url, '张伟');
      await imported(handedOver);
      await asks(request.id, '何军');
      expect((await before.call('GET', `/requests/${request.id}`)).status).toBe(401);
      expect((await lines(request.id)).join('\n')).toMatch(/组织|目录/);
      await imported(DEMO_DIRECTORY);
      await asks(request.id, '张伟');
      await (await DemoPerson.signIn(stack.url, '张伟')).decide(request.id, 'approve');
    });

    it('refuses whoever no longer holds the post, from the first moment on', async () => {
      const request = await submitted('450.00');
      const before = await DemoPerson.signIn(stack.url, '张伟');
      const view = await before.read(request.id);
      const vacant = { company, people: [successor], positions: posts.map((post) => ({ ...post, person: successor.key })) };
      const [, answer] = await Promise.all([
        imported(vacant),
        imported(vacant).then(() => before.call('POST', `/tasks/${view.task?.id}/approve`, { body: {}, shown: view.contentHash })),
      ]);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      await asks(request.id, '何军');
    });

    it('takes the task of somebody whose limit was lowered upward, and says that it was a grant that changed', async () => {
      await admin.post('/definitions', WITHIN_LIMIT);
      expect((await publish(admin, WITHIN_LIMIT)).status).toBe(200);
      const request = await nina.submit(WITHIN_LIMIT.key, { amount: { amount: '450.00', currency: 'CNY' }, inPlan: true });
      const before = await DemoPerson.signIn(stack.url, '张伟');
      expect(await people(request.id)).toEqual(['张伟']);
      const limit = (amount: string | null): Promise<void> => {
        const grant = DEMO_DIRECTORY.grants.find(({ key }) => key === 'expense-area-manager')!;
        return imported({ company, grants: [{ ...grant, limit: amount === null ? null : { amount, currency: 'CNY' } }] });
      };
      const view = await before.read(request.id);
      const approve = (): Promise<{ status: number }> =>
        before.call('POST', `/tasks/${view.task?.id}/approve`, { body: {}, shown: view.contentHash });
      for (const amount of ['449.99', null]) {
        await lookedThrough();
        await limit(amount);
        expect((await approve()).status).toBeGreaterThanOrEqual(400);
        await until(async () => !(await people(request.id)).includes('张伟'));
        expect((await people(request.id)).length).toBe(1);
        expect((await nina.read(request.id)).status).toBe('running');
        expect((await lines(request.id)).join('\n')).toMatch(/审批授权有变动，「[^」]+」由张伟改为/);
        await limit('450.00');
        await asks(request.id, '张伟');
      }
    });

    it('says of people who left that it was that', async () => {
      const request = await submitted('450.00');
      await lookedThrough();
      await imported({ company, people: [{ ...zhang, active: false }] });
      await until(async () => !(await people(request.id)).includes('张伟'));
      expect((await lines(request.id)).join('\n')).toMatch(/有人员停用或恢复，「[^」]+」由张伟改为/);
      await imported({ company, people: [zhang] });
      await asks(request.id, '张伟');
    });

    it('blocks what nobody is left for, with an owner, and asks again as soon as somebody is there', async () => {
      const request = await submitted('450.00');
      const kept = ['li-na', 'lu-ning', 'gao-yang', 'jiang-ming'];
      const gone = DEMO_DIRECTORY.people.filter(({ key }) => !kept.includes(key)).map((person) => ({ ...person, active: false }));
      await imported({ company, people: gone });
      await until(async () => (await nina.read(request.id)).status === 'blocked');
      expect((await people(request.id)).length).toBeGreaterThan(0);
      await imported(DEMO_DIRECTORY);
      await asks(request.id, '张伟');
    });

    /** Li Na is there, or she has left. */
    const ninaIs = (active: boolean): Promise<void> =>
      imported({ company, people: [{ ...DEMO_DIRECTORY.people.find(({ key }) => key === 'li-na')!, active }] });
    const namesOn = async (reader: DemoPerson, id: string): Promise<string[]> =>
      names((await reader.read(id)).current.flatMap((step) => step.people));

    it('blocks what was returned to somebody who has left, with owners who correct, hand over or end it, and gives it back', async () => {
      const [first, second] = [await submitted('450.00'), await submitted('460.00')];
      const zhangWei = await DemoPerson.signIn(stack.url, '张伟');
      await zhangWei.decide(first.id, 'return', { to: 'requester', comment: '请补充用途' });
      await ninaIs(false);
      const operator = await DemoPerson.signIn(stack.url, '蒋明');
      await until(async () => (await operator.read(first.id)).status === 'blocked');
      await zhangWei.decide(second.id, 'return', { to: 'requester', comment: '请补充用途' });
      const stuck = await operator.call<{ blocked: { owners: { name: { zh: string } }[]; reason: { zh: string } } }>(
        'GET',
        `/requests/${second.id}`,
      );
      expect(stuck.body.blocked).toMatchObject({
        owners: [{ name: { zh: '蒋明' } }],
        reason: { zh: expect.stringMatching(/申请人已停用/) },
      });
      const { body: timeline } = await operator.call<{ items: { text: { zh: string } }[] }>('GET', `/requests/${first.id}/timeline`);
      expect(timeline.items.map(({ text }) => text?.zh).join()).toMatch(/申请人已停用/);
      const { body: inbox } = await operator.call<{ items: { requestId: string; step: { zh: string } }[] }>('GET', '/tasks');
      expect(inbox.items.filter(({ requestId }) => [first.id, second.id].includes(requestId)).map(({ step }) => step.zh)).toEqual([
        '代已停用的申请人处理',
        '代已停用的申请人处理',
      ]);

      const form = { ...(await expenseOf(operator, '400.00')) };
      const others = await zhangWei.call('POST', `/requests/${first.id}/correct`, { body: { comment: 'x' } });
      expect(others.body).toMatchObject({ status: 403, code: 'not-owner' });
      const corrected = await operator.call('POST', `/requests/${first.id}/correct`, { body: { form, comment: '代为补充' } });
      expect([corrected.status, corrected.body]).toEqual([200, expect.objectContaining({ status: 'done' })]);
      expect((await operator.read(first.id)).current).toMatchObject([{ people: [{ name: { zh: '张伟' } }] }]);
      await zhangWei.decide(first.id, 'approve');

      await ninaIs(true);
      await until(async () => (await operator.read(second.id)).status === 'returned');
      await ninaIs(false);
      await until(async () => (await operator.read(second.id)).status === 'blocked');
      const ended = await operator.call('POST', `/requests/${second.id}/terminate`, { body: { comment: '申请人已离职' } });
      expect(ended.status).toBe(200);
      expect((await operator.read(second.id)).outcome).toBe('terminated');
      expect(await stack.cli('verify-journal')).toMatch(/everything agrees/);
    });

    it('hands a returned request to somebody who is named, wherever they stand in the company, and leaves it with them', async () => {
      const request = await submitted('470.00');
      await (await DemoPerson.signIn(stack.url, '张伟')).decide(request.id, 'return', { to: 'requester', comment: '请补充' });
      await ninaIs(false);
      const operator = await DemoPerson.signIn(stack.url, '蒋明');
      await until(async () => (await operator.read(request.id)).status === 'blocked');
      await query(
        `INSERT INTO person_right (company_id, person_id, right_name) SELECT company_id, id, 'requests.assign' FROM person WHERE key = 'jiang-ming' ON CONFLICT DO NOTHING`,
      );
      const stranger = await DemoPerson.signIn(stack.url, '吴迪');
      const named = await operator.call('POST', `/requests/${request.id}/assign`, {
        body: { step: 'returned', person: stranger.id, comment: '请代为修改' },
      });
      expect([named.status, named.body]).toEqual([200, expect.objectContaining({ status: 'done' })]);
      expect(await namesOn(stranger, request.id)).toEqual(['吴迪']);
      await imported({ company, people: [{ key: 'nobody-special', name: { zh: '某', en: 'Someone' } }] });
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      expect(await namesOn(stranger, request.id)).toEqual(['吴迪']);
      const form = await expenseOf(stranger, '400.00');
      const sent = await stranger.call('POST', `/requests/${request.id}/correct`, { body: { form, comment: '补充用途' } });
      expect([sent.status, sent.body]).toEqual([200, expect.objectContaining({ status: 'done' })]);
      expect(await namesOn(stranger, request.id)).toEqual(['张伟']);
    });

    it('follows a post that ends by its date, when the day comes', async () => {
      const request = await submitted('450.00');
      await stack.worker.stop();
      await query(
        `UPDATE position SET valid_to = (SELECT company_day(time_zone) FROM company) WHERE person_id = (SELECT id FROM person WHERE key = 'zhang-wei')`,
      );
      await query(
        `UPDATE directory_review v SET version = c.directory_version, day = company_day(c.time_zone) - 1 FROM company c WHERE c.id = v.company_id`,
      );
      await stack.worker.start();
      await until(async () => !(await people(request.id)).includes('张伟'));
      expect((await people(request.id)).length).toBeGreaterThan(0);
      await query(`UPDATE position SET valid_to = NULL WHERE person_id = (SELECT id FROM person WHERE key = 'zhang-wei')`);
    });

    it('leaves alone what asks the same people as before, and writes nothing into it', async () => {
      const request = await submitted('450.00');
      const before = (await lines(request.id)).length;
      await imported({ company, people: [{ key: 'nobody-special', name: { zh: '某', en: 'Someone' } }] });
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      expect((await lines(request.id)).length).toBe(before);
      expect(await people(request.id)).toEqual(['张伟']);
    });
  });
});
