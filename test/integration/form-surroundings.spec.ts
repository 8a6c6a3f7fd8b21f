import { DEMO_DIRECTORY } from '@countersign/definitions';
import { administrator } from '../support/administrator';
import { type Caller, demoCaller } from '../support/caller';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

interface View {
  id: string;
  status: string;
  contentHash: string;
  task: { id: string; fields: { key: string }[]; required: string[] } | null;
  form: { values: Record<string, unknown>; fields: { key: string }[]; surroundings: object | null };
}
interface Answer {
  code?: string;
  params?: { fields?: string[] };
  view: View;
}

const label = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const whileOn = { eq: [{ param: 'projects' }, { value: true }] };
const KEY = 'market-visit';
/** A field that is required of area managers only, and fields that are there only while the company counts by projects. */
const VISIT = {
  key: KEY,
  version: 1,
  title: label('走访', 'Market visit'),
  area: 'service',
  numberPrefix: 'ZF',
  start: { everyone: true },
  parameters: [{ key: 'projects', title: label('按项目核算', 'Count by projects'), default: false }],
  form: {
    fields: [
      { key: 'reason', type: 'text', label: label('事由', 'Reason'), required: true },
      { key: 'stores', type: 'text', label: label('门店', 'Stores'), required: { requesterHasRole: 'area-manager' } },
      { key: 'project', type: 'text', label: label('项目', 'Project'), required: true, visible: whileOn },
      { key: 'stage', type: 'text', label: label('阶段', 'Stage'), filledAt: 'step', visible: whileOn },
    ],
  },
  sentence: label('{requester}走访：{reason}', '{requester} visits: {reason}'),
  rowTitle: label('走访 · {reason}', 'Visit · {reason}'),
  flow: [
    {
      kind: 'review',
      id: 'look',
      title: label('上级', 'Superior'),
      assignee: { by: 'superior' },
      fields: { write: ['stage'], required: ['stage'] },
    },
  ],
};

describe('a form that asks who the requester is and what the company has set', () => {
  let stack: Stack;
  let admin: Caller;
  let li: Caller;
  let zhang: Caller;

  beforeAll(async () => {
    stack = await startStack();
    admin = await administrator(stack);
    [li, zhang] = [await demoCaller(stack.url, '李娜'), await demoCaller(stack.url, '张伟')];
    expect((await admin.post('/definitions', VISIT)).body).toMatchObject({ findings: [] });
    expect((await publish(admin, VISIT)).status).toBe(200);
  });
  afterAll(() => stack?.stop());

  const set = async (value: boolean): Promise<void> => {
    const { company } = DEMO_DIRECTORY;
    const { status } = await admin.post('/directory/import', { company, parameters: [{ definition: KEY, key: 'projects', value }] });
    expect(status).toBe(200);
  };
  const around = async (by: Caller) => (await by.get<{ surroundings: object }>(`/definitions/${KEY}`)).body.surroundings;
  const draft = async (by: Caller, form: object) => (await by.post<View>('/requests', { definition: KEY, form })).body;
  const submit = (by: Caller, id: string, body: object = {}) => by.press<Answer>(`/requests/${id}/submit`, body);
  const look = async (by: Caller, id: string) => (await by.get<View>(`/requests/${id}`)).body;
  const keys = ({ form }: View): string[] => form.fields.map(({ key }) => key);

  it('is checked by the role of whoever submits, and the browser is told so beforehand', async () => {
    expect(await around(zhang)).toEqual({ requesterRoles: ['area-manager'], params: { projects: false } });
    expect(await around(li)).toEqual({ requesterRoles: [], params: { projects: false } });
    const [his, hers] = [await draft(zhang, { reason: '巡店' }), await draft(li, { reason: '巡店' })];
    expect(his.form.surroundings).toEqual({ requesterRoles: ['area-manager'], params: { projects: false } });
    expect((await submit(zhang, his.id)).body).toMatchObject({ code: 'required-fields', params: { fields: ['stores'] } });
    expect((await submit(zhang, his.id, { form: { reason: '巡店', stores: '徐汇' } })).status).toBe(200);
    expect((await submit(li, hers.id)).status).toBe(200);
  });

  it('shows, keeps and demands a field as the parameter stands, from the first submit on as it stood then', async () => {
    const form = { reason: '走访', project: 'P-1' };
    const { id } = await draft(li, form);
    expect((await look(li, id)).form.values).toEqual({ reason: '走访' });
    const without = await draft(li, form);
    const { body: unasked } = await submit(li, without.id, { form });
    expect([keys(unasked.view), unasked.view.form.values]).toEqual([['reason', 'stores'], { reason: '走访' }]);
    expect((await look(zhang, without.id)).task).toMatchObject({ fields: [], required: [] });

    await set(true);
    expect(await around(li)).toEqual({ requesterRoles: [], params: { projects: true } });
    const { body: saved } = await li.send<View>('PUT', `/requests/${id}/draft`, { form });
    expect([saved.form.values, saved.form.surroundings]).toEqual([form, { requesterRoles: [], params: { projects: true } }]);
    const { body: refused } = await submit(li, id, { form: { reason: '走访' } });
    expect(refused).toMatchObject({ code: 'required-fields', params: { fields: ['project'] } });
    expect((await submit(li, id, { form })).status).toBe(200);

    await set(false);
    const view = await look(zhang, id);
    expect([keys(view), view.form.values, view.form.surroundings]).toEqual([
      ['reason', 'stores', 'project'],
      form,
      { requesterRoles: [], params: { projects: true } },
    ]);
    expect(view.task).toMatchObject({ fields: [{ key: 'stage' }], required: ['stage'] });
    expect(keys(await look(zhang, without.id))).toEqual(['reason', 'stores']);
    const blank = await zhang.press<Answer>(`/tasks/${view.task?.id}/approve`, {}, view.contentHash);
    expect(blank.body).toMatchObject({ code: 'required-fields', params: { fields: ['stage'] } });

    const back = await zhang.press<Answer>(`/tasks/${view.task?.id}/return`, { to: 'requester', comment: '再写写' }, view.contentHash);
    expect(back.status).toBe(200);
    const returned = await look(li, id);
    expect([returned.form.values, returned.form.surroundings]).toEqual([form, { requesterRoles: [], params: { projects: true } }]);
    const again = await li.press<Answer>(`/requests/${id}/resubmit`, { form: { ...form, project: 'P-2' } });
    expect([again.status, again.body.view.form.values]).toEqual([200, { ...form, project: 'P-2' }]);
    // Under way again: a press that is refused is refused the same when it is repeated, whatever form it brings.
    const press = li.with({ 'Idempotency-Key': crypto.randomUUID() });
    for (let time = 0; time < 2; time += 1)
      expect((await press.post<Answer>(`/requests/${id}/resubmit`, { form })).body).toMatchObject({ code: 'invalid-state' });
    const task = await look(zhang, id);
    const done = await zhang.press<Answer>(`/tasks/${task.task?.id}/approve`, { fields: { stage: '一期' } }, task.contentHash);
    expect(done.status).toBe(200);
    expect((await look(li, id)).form.values).toEqual({ ...form, project: 'P-2', stage: '一期' });
    expect(await stack.cli('verify-journal')).toContain('everything agrees');
  });

  it('is judged as a whole where a step writes into it: each fault at its field, in words', async () => {
    const date = (key: string, more: object) => ({ key, type: 'date', label: label(key, key), filledAt: 'step', ...more });
    const fields = [
      { key: 'outside', type: 'yes-no', label: label('外出', 'Outside') },
      date('seen', { notAfter: 'today', visible: { eq: [{ field: 'outside' }, { value: true }] } }),
      date('left', { notAfter: 'today', visible: { requesterHasRole: 'no-such-role' } }),
    ];
    const step = { ...VISIT.flow[0], fields: { write: ['seen', 'left'] } };
    const look = {
      ...VISIT,
      key: 'seen-visit',
      form: { fields },
      sentence: label('走访', 'Visit'),
      rowTitle: label('走访', 'Visit'),
      flow: [step],
    };
    await admin.post('/definitions', look);
    expect((await publish(admin, look)).status).toBe(200);
    const asked = await li.press<Answer>('/requests?submit=true', { definition: 'seen-visit', form: { outside: true } });
    const view = (await zhang.get<View>(`/requests/${asked.body.view.id}`)).body;
    const approve = (written: object) =>
      zhang.press<{ code: string; errors: { field: string; message: { en: string } }[] }>(
        `/tasks/${view.task?.id}/approve`,
        { fields: written },
        view.contentHash,
      );
    const late = await approve({ seen: '2999-01-01' });
    expect([late.status, late.body.code, late.body.errors.map(({ field }) => field)]).toEqual([422, 'invalid-field', ['seen']]);
    expect(late.body.errors[0]?.message.en).not.toBe('');
    // Nobody is asked for what is not shown.
    expect((await approve({ seen: '2026-01-02', left: '2999-01-01' })).status).toBe(200);
  });
});
