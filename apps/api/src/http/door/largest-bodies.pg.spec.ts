import { LIMITS, MOST_LEASE_ROWS, type DirectoryImportInput } from '@countersign/domain';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import type { Caller } from '../../../../../test/support/caller';
import { longestHold } from '../../../../../test/support/event-loop';
import { HEAD } from '../../stores/leases.fixture';
import { BODY_LIMITS } from './limits';

jest.setTimeout(300_000);

const HOLD_MS = 250;
const name = (zh: string) => ({ zh, en: zh });
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const SMALL = {
  ...{
    version: 1,
    title: name('大'),
    area: 'finance',
    numberPrefix: 'DA',
    start: { everyone: true },
    sentence: name('大'),
    rowTitle: name('大'),
  },
  form: { fields: [{ key: 'what', type: 'text', label: name('事项') }] },
};

/** As many posts as a body takes, below one another and side by side. */
function manyPosts({ company }: Pick<DirectoryImportInput, 'company'>): object {
  const [units, people] = [200, 1_500];
  const document = {
    company,
    units: times(units, (at) => ({
      key: `u${at}`,
      kind: at === 0 ? 'company' : 'store',
      name: name(`店${at}`),
      parent: at === 0 ? null : `u${at >> 3}`,
    })),
    roles: [{ key: 'clerk', title: name('店员') }],
    people: times(people, (at) => ({ key: `p${at}`, name: name(`人${at}`) })),
    positions: [] as object[],
  };
  const post = (at: number) => ({
    key: `o${at}`,
    person: `p${at % people}`,
    role: 'clerk',
    grade: 'staff',
    unit: `u${at % units}`,
    superior: at < 9 ? null : `o${at >> 3}`,
  });
  const room = BODY_LIMITS.directory.bytes - JSON.stringify(document).length;
  const values = BODY_LIMITS.directory.values - units * 8 - people * 6 - 50;
  const longest = JSON.stringify(post(19_999)).length + 1;
  document.positions = times(Math.min(Math.floor(room / longest), Math.floor(values / 7)), post);
  return document;
}

/** Units below one another, each with as many exceptions as one may have. */
const manyExceptions = () => ({
  exceptions: times(1_000, (at) => {
    const day = new Date(Date.UTC(2026, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
    return { from: day, to: day, clock: 'office', hours: [['09:00', '12:00']], reason: name('盘点') };
  }),
});

describe('the largest that is right', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('lu-ning');
  });
  afterAll(() => api.stop());

  const held = async (what: string, press: () => Promise<{ status: number; body: object }>): Promise<void> => {
    let answered = 0;
    let body = {};
    const hold = await longestHold(async () => {
      ({ status: answered, body } = await press());
    });
    expect([what, answered < 300 ? null : JSON.stringify(body).slice(0, 600), hold < HOLD_MS, hold]).toEqual([what, null, true, hold]);
  };

  it('directory holds nobody up, tried out, taken in, and told again as it is', async () => {
    const { body: exported } = await admin.get<DirectoryImportInput>('/directory/export');
    const document = manyPosts(exported);
    await held('trial', () => admin.post('/directory/import?trial=true', document));
    expect((await admin.post('/directory/import', document)).status).toBe(200);
    await held('the same again', () => admin.post('/directory/import?trial=true', document));
    await held('export', () => admin.get('/directory/export'));
  });

  it('set of calendars holds nobody up, and whoever counts by them neither', async () => {
    const { body: exported } = await admin.get<DirectoryImportInput>('/directory/export');
    const { company } = exported;
    const [top] = exported.units ?? [];
    const units = times(14, (at) => ({
      ...{ key: `c${at}`, kind: 'store', name: name(`层${at}`), parent: at === 0 ? (top?.key ?? null) : `c${at - 1}` },
      calendar: manyExceptions(),
    }));
    const people = [{ key: 'deep', name: name('深处'), login: 'deep' }];
    const positions = [{ key: 'o-deep', person: 'deep', role: 'clerk', grade: 'staff', unit: 'c13', superior: null, primary: true }];
    const roles = [{ key: 'clerk', title: name('店员') }];
    await held('calendars', () => admin.post('/directory/import', { company, roles, units: units.slice(0, 7) }));
    await held('more of them', () => admin.post('/directory/import', { company, units: units.slice(7), people, positions }));
    const { body: page } = await admin.get<{ items: { id: string }[] }>('/people?q=深处');
    const due = { working: { hours: 900 } };
    const flow = times(6, (at) => ({
      kind: 'approve',
      id: `s${at}`,
      title: name(`步${at}`),
      assignee: { by: 'role', role: 'general-manager', scope: 'company' },
      due,
    }));
    const slow = { ...SMALL, key: 'slow', flow };
    expect(await admin.post('/definitions', slow)).toMatchObject({ status: 201 });
    const preview = { definition: 'slow', version: 1, form: { what: 'x' }, requesterId: page.items[0]?.id };
    await held('preview by calendars', () => admin.post('/requests/preview', preview));
  });

  it('definition holds nobody up, taken in, told and tried', async () => {
    const fields = times(LIMITS.fields, (at) => ({ key: `f${at}`, type: 'number', label: name(`栏${at}`), material: true }));
    const when = (at: number) => ({
      any: times(9, (part) => ({ gt: [{ field: `f${1 + ((at + part) % (LIMITS.fields - 1))}` }, { value: part }] })),
    });
    const step = (at: number) => ({
      kind: 'review',
      id: `s${at}`,
      title: name(`步${at}`),
      assignee: { by: 'superior' },
      when: when(at),
      whenNobody: 'skip',
    });
    const large = { ...SMALL, key: 'large', form: { fields: [...fields.slice(1), SMALL.form.fields[0]] }, flow: times(LIMITS.steps, step) };
    await held('taken in', () => admin.post('/definitions', large));
    await held('told', () => admin.get('/definitions/large/versions/1'));
    const form = Object.fromEntries(times(LIMITS.fields - 1, (at) => [`f${at + 1}`, String(at)]));
    await held('tried', () => admin.post('/requests/preview', { definition: 'large', version: 1, form: { ...form, what: 'x' } }));
  });

  it('table of leases holds nobody up', async () => {
    const keeper = await api.as('he-fang');
    const row = (at: number): string => `徐汇店,N-${at},商场 ${at} 层,2025-01-01,2027-12-31,33600,18.0,100800`;
    const csv = [HEAD, ...times(MOST_LEASE_ROWS, row)].join('\r\n');
    await held('trial', () => keeper.post('/leases/import?trial=true', { csv }));
    await held('taken in', () => keeper.post('/leases/import', { csv }));
    await held('spreadsheet', () => keeper.post('/exports', { list: 'leases', format: 'xlsx' }));
  });
});
