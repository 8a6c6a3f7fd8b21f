import { DEMO_DIRECTORY } from '@countersign/definitions';
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
});
