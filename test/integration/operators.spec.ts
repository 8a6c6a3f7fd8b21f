import { DEMO_DIRECTORY } from '@countersign/definitions';
import { randomUUID } from 'node:crypto';
import { DatabaseClient } from '../../libs/database/src';
import { DemoPerson, type View } from '../e2e/world/demo-person';
import { expenseOf } from '../e2e/world/forms';
import { administrator } from '../support/administrator';
import type { Caller } from '../support/caller';
import { type Stack, startStack } from '../support/stack';

interface Person {
  id: string;
  name: { zh: string };
}
interface Answered {
  action: string;
  text: { zh: string; en: string };
  comment: string | null;
  person: Person | null;
}
interface Trial {
  refusal: { code: string; text: { zh: string; en: string } } | null;
  problems: { field: string }[];
  stands: string;
  steps: { step: string; people: Person[]; current: boolean }[];
  lost: { step: string; person: Person; why: { zh: string } }[];
}
type OperatorView = View & {
  n: number;
  form: { values: Record<string, unknown>; fields: { key: string }[] };
  blocked: { kind: string; wanting: { code: string } | null } | null;
  allowed: (View['allowed'][number] & { needsComment: boolean })[];
};

const { company } = DEMO_DIRECTORY;
/** Of everybody who could decide Li Na's request nobody is left; Gao Yang and the operators are. */
const LEFT = ['li-na', 'lu-ning', 'gao-yang', 'jiang-ming'];
const gone = DEMO_DIRECTORY.people.filter(({ key }) => !LEFT.includes(key)).map((person) => ({ ...person, active: false }));

describe('operators of requests', () => {
  let stack: Stack;
  let admin: Caller;
  let database: DatabaseClient;
  let nina: DemoPerson;
  let gao: DemoPerson;
  let operator: DemoPerson;

  beforeAll(async () => {
    stack = await startStack();
    admin = await administrator(stack);
    database = new DatabaseClient({ connectionString: stack.databaseUrl });
    await database.connect();
    nina = await DemoPerson.signIn(stack.url, '李娜');
    gao = await DemoPerson.signIn(stack.url, '高扬');
    operator = await DemoPerson.signIn(stack.url, '蒋明');
  });
  afterAll(async () => {
    await database?.end();
    await stack?.stop();
  });

  const imported = async (document: object): Promise<void> => expect((await admin.post('/directory/import', document)).status).toBe(200);
  const read = async (id: string): Promise<OperatorView> => (await operator.read(id)) as OperatorView;
  const submitted = async (amount = '450.00'): Promise<View> => nina.submit('expense-reimbursement', await expenseOf(nina, amount));
  const names = (view: View): string[] => view.current.flatMap(({ people }) => people.map(({ name }) => name.zh));
  const press = (person: DemoPerson, id: string, command: string, body: object = {}) =>
    person.call('POST', `/requests/${id}/${command}`, { body });
  const trial = async (person: DemoPerson, id: string, command: string, body: object = {}) =>
    person.call<Trial>('POST', `/requests/${id}/trial`, { body: { command, body } });
  const timeline = async (id: string): Promise<Answered[]> =>
    (await nina.call<{ items: Answered[] }>('GET', `/requests/${id}/timeline`)).body.items;
  const until = async (what: string, look: () => Promise<boolean>): Promise<void> => {
    for (const end = Date.now() + 90_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200)))
      if (await look()) return;
    throw new Error(`Expected ${what}, but waited for it in vain`);
  };
  /** A request that has reached nobody. */
  const stuck = async (): Promise<string> => {
    const { id } = await submitted();
    await until('the request to be blocked', async () => (await read(id)).status === 'blocked');
    return id;
  };

  describe('where nobody is found', () => {
    beforeAll(() => imported({ company, people: gone }));
    afterAll(() => imported(DEMO_DIRECTORY));

    it('name somebody, with a reason that everybody reads for ever; who was named decides', async () => {
      const id = await stuck();
      const before = await read(id);
      const assign = before.allowed.find(({ command }) => command === 'assign');
      expect(assign).toMatchObject({ enabled: true, needsComment: true });
      const body = { step: 'superior-review', person: gao.id };

      const tried = await trial(operator, id, 'assign', body);
      expect([tried.status, tried.body.refusal, tried.body.stands]).toEqual([200, null, 'running']);
      expect(tried.body.steps[0]).toMatchObject({ step: 'superior-review', current: true, people: [{ name: { zh: '高扬' } }] });
      expect((await read(id)).n).toBe(before.n);

      const comment = '区长与上级均已离职，由业务经理代审';
      expect((await press(operator, id, 'assign', { ...body, comment })).status).toBe(200);
      expect(names(await read(id))).toEqual(['高扬']);
      expect((await timeline(id)).at(-1)).toMatchObject({
        action: 'step.assigned',
        person: { name: { zh: '蒋明' } },
        text: { zh: '指定高扬处理「上级审核」' },
        comment,
      });
      // Another import looks at the step anew: whoever was named stays named.
      await imported({ company, people: [{ key: 'nobody-special', name: { zh: '某', en: 'Someone' } }] });
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      expect(names(await read(id))).toEqual(['高扬']);
      await gao.decide(id, 'approve');
      expect((await timeline(id)).map(({ action }) => action)).toContain('task.approve');
    });

    it('are refused without the right, without a reason, for somebody who may not, and where somebody is there', async () => {
      const id = await stuck();
      const body = { step: 'superior-review', person: gao.id, comment: '请代审' };
      const code = async (person: DemoPerson, more: object = {}) => {
        const answer = await press(person, id, 'assign', { ...body, ...more });
        return [answer.status, answer.body['code']];
      };
      expect(await code(nina)).toEqual([403, 'not-owner']);
      expect(await code(gao)).toEqual([403, 'not-a-participant']);
      expect(await code(operator, { comment: ' ' })).toEqual([422, 'comment-required']);
      expect(await code(operator, { person: nina.id })).toEqual([422, 'not-assignable']);
      expect(await code(operator, { person: randomUUID() })).toEqual([422, 'not-assignable']);
      expect(await code(operator, { person: 'gao-yang' })).toEqual([422, 'invalid-body']);
      expect(await code(operator, { step: 'no-such-step' })).toEqual([409, 'not-blocked']);
      expect((await trial(operator, id, 'assign', { ...body, person: nina.id })).body).toMatchObject({
        refusal: { code: 'not-assignable', text: { zh: '李娜不能处理「上级审核」：是申请人本人' } },
        steps: [],
      });
      expect((await trial(nina, id, 'assign', body)).body).toMatchObject({ refusal: { code: 'not-owner' } });
      expect((await trial(gao, id, 'assign', body)).status).toBe(403);
      expect((await trial(operator, id, 'approve')).status).toBe(422);
      expect((await read(id)).status).toBe('blocked');
      expect((await press(operator, id, 'assign', body)).status).toBe(200);
      expect(await code(operator)).toEqual([409, 'not-blocked']);
    });

    it('are named by what they hold: whoever can only give the right is told that, and may once they have given it', async () => {
      const id = await stuck();
      const lu = await DemoPerson.signIn(stack.url, '卢宁');
      const [jiangs, lus] = ['jiang-ming', 'lu-ning'].map((key) => DEMO_DIRECTORY.people.find((person) => person.key === key)!);
      // It is not theirs to read before they are named.
      const wanting = async () => (await lu.call<Partial<OperatorView>>('GET', `/requests/${id}`)).body.blocked?.wanting ?? null;
      await imported({ company, people: [{ ...jiangs, rights: [] }] });
      await until('the request to be with whoever can give the right', async () => (await wanting()) !== null);
      expect(await wanting()).toMatchObject({ code: 'right-not-held', params: { right: 'requests.operate', gives: true } });
      for (const command of ['terminate', 'suspend'])
        expect((await press(lu, id, command, { comment: '不要了' })).body).toMatchObject({ status: 403, code: 'right-not-held' });
      expect((await trial(lu, id, 'terminate')).body.refusal?.text.zh).toBe(
        '这需要「处理受阻的申请」权限，您还没有；请先在「导入组织」中授予自己或他人',
      );
      await imported({ company, people: [{ ...lus!, rights: [...(lus!.rights ?? []), 'requests.operate'] }] });
      expect((await press(lu, id, 'terminate', { comment: '门店已关' })).status).toBe(200);
      await imported({ company, people: [jiangs, lus] });
    });

    it('end a request, with a reason; nobody else can', async () => {
      const id = await stuck();
      const lost = (await trial(operator, id, 'terminate')).body;
      expect(lost).toMatchObject({ refusal: null, stands: 'terminated', steps: [] });
      expect((await press(nina, id, 'terminate', { comment: '不要了' })).body).toMatchObject({ status: 403, code: 'not-owner' });
      expect((await press(operator, id, 'terminate')).body).toMatchObject({ status: 422, code: 'comment-required' });
      expect((await press(operator, id, 'terminate', { comment: '门店已关，不再需要' })).status).toBe(200);
      const view = await nina.read(id);
      expect([view.outcome, view.current]).toEqual(['terminated', []]);
      expect((await timeline(id)).find(({ action }) => action === 'request.finished')).toMatchObject({
        person: { name: { zh: '蒋明' } },
        comment: '门店已关，不再需要',
      });
      await until('the requester to hear of it', async () => {
        const { body } = await nina.call<{ items: { notice: string; requestId: string }[] }>('GET', '/notifications');
        return body.items.some(({ notice, requestId }) => notice === 'request-terminated' && requestId === id);
      });
      expect((await press(operator, id, 'terminate', { comment: '再来' })).body).toMatchObject({ status: 409 });
    });
  });

  describe('where a request was stopped', () => {
    const POISON = '数据库不收的话';

    beforeAll(async () => {
      // What PostgreSQL refuses to store, whatever the reason, stops the request that it belongs to.
      await database.query(`CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.comment = '${POISON}' THEN RAISE EXCEPTION 'no room for this' USING ERRCODE = '22000'; END IF; RETURN NEW; END $$`);
      await database.query('CREATE TRIGGER refuse_poison BEFORE INSERT ON transition FOR EACH ROW EXECUTE FUNCTION refuse_poison()');
    });

    const stopped = async (): Promise<OperatorView> => {
      const { id } = await submitted();
      const zhang = await DemoPerson.signIn(stack.url, '张伟');
      const { task, contentHash } = await zhang.read(id);
      const answer = await zhang.call('POST', `/tasks/${task?.id}/approve`, { body: { comment: POISON }, shown: contentHash });
      expect(answer.body).toMatchObject({ status: 409, code: 'poisoned' });
      return read(id);
    };

    it('correct the form and let it go on; who saw something else is asked anew', async () => {
      const { id, form, blocked } = await stopped();
      expect(blocked?.kind).toBe('poisoned');
      expect(form.fields.map(({ key }) => key)).toEqual(expect.arrayContaining(['items', 'costUnit', 'payee']));
      const [line] = form.values['items'] as object[];
      const items = [{ ...line, amount: { amount: '480.00', currency: 'CNY' } }];
      // A sum is computed: that of the rows before would be refused.
      const corrected = Object.fromEntries(Object.entries({ ...form.values, items }).filter(([key]) => key !== 'amount'));
      const tried = (await trial(operator, id, 'correct', { form: corrected })).body;
      expect(tried).toMatchObject({ refusal: null, problems: [], stands: 'running' });
      expect(tried.steps[0]).toMatchObject({ step: 'superior-review', current: true, people: [{ name: { zh: '张伟' } }] });
      expect((await read(id)).status).toBe('blocked');
      expect((await press(operator, id, 'correct', { form: corrected, comment: '金额抄错，按发票更正' })).status).toBe(200);
      const view = (await read(id)) as OperatorView & { amount: { amount: string } };
      expect([view.status, view.amount.amount, names(view)]).toEqual(['running', '480.00', ['张伟']]);
      expect((await timeline(id)).at(-1)).toMatchObject({
        action: 'request.corrected',
        person: { name: { zh: '蒋明' } },
        comment: '金额抄错，按发票更正',
      });
      await (await DemoPerson.signIn(stack.url, '张伟')).decide(id, 'approve');
    });

    it('are told every fault of the form at its place, and are refused without right, reason or need', async () => {
      const { id, form } = await stopped();
      const comment = '更正';
      const wrong = { ...form.values, costUnit: randomUUID(), payee: '', expenseDates: { from: '0026-11-28', to: '0026-11-28' } };
      const answer = await press(operator, id, 'correct', { form: wrong, comment });
      expect([answer.status, answer.body['code']]).toEqual([422, 'invalid-field']);
      const fields = (answer.body['errors'] as { field: string }[]).map(({ field }) => field.split('.')[0]);
      expect(fields).toEqual(expect.arrayContaining(['costUnit', 'payee', 'expenseDates']));
      const tried = (await trial(operator, id, 'correct', { form: wrong })).body;
      expect(tried.problems.map(({ field }) => field.split('.')[0])).toEqual(expect.arrayContaining(['costUnit', 'payee', 'expenseDates']));
      expect((await press(operator, id, 'correct', { form: form.values })).body).toMatchObject({ status: 422, code: 'comment-required' });
      expect((await press(nina, id, 'correct', { form: form.values, comment })).body).toMatchObject({ status: 403, code: 'not-owner' });
      expect((await press(gao, id, 'correct', { form: form.values, comment })).status).toBe(403);
      expect((await read(id)).status).toBe('blocked');
      expect((await press(operator, id, 'terminate', { comment: '重新提交即可' })).status).toBe(200);
      const sound = await read((await submitted('451.00')).id);
      expect((await press(operator, sound.id, 'correct', { form: sound.form.values, comment })).body).toMatchObject({
        status: 409,
        code: 'not-stopped',
      });
    });
  });
});
