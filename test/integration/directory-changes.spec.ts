import { DEMO_DIRECTORY } from '@countersign/definitions';
import { DatabaseClient } from '../../libs/database/src';
import { DemoPerson, type View } from '../e2e/world/demo-person';
import { expenseOf } from '../e2e/world/forms';
import { administrator } from '../support/administrator';
import type { Caller } from '../support/caller';
import { type Stack, startStack } from '../support/stack';

jest.setTimeout(240_000);

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
      for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200)))
        if (await look()) return;
      throw new Error('Expected the open task to follow the directory, but it did not');
    };
    const asks = (id: string, ...who: string[]): Promise<void> => until(async () => (await people(id)).join() === who.join());
    const imported = async (document: object): Promise<void> => {
      const { status, body } = await admin.post('/directory/import', document);
      expect([status, (body as { errors?: unknown }).errors]).toEqual([200, undefined]);
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

    afterEach(async () => {
      await imported(DEMO_DIRECTORY);
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
