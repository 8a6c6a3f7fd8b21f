import { definitionSchema, type Definition } from '../../definition/definition.schema';
import { companyFindings, type CompanyStaffing } from './company-rules';

const label = { zh: '项', en: 'Thing' };
const definition = (start: object, ...flow: object[]): Definition =>
  definitionSchema.parse({
    key: 'note',
    version: 1,
    title: label,
    area: 'service',
    numberPrefix: 'N',
    start,
    form: { fields: [{ key: 'amount', type: 'money', label }] },
    sentence: label,
    rowTitle: label,
    flow,
  });
const step = (id: string, assignee: object, more: object = {}): object => ({ kind: 'approve', id, title: label, assignee, ...more });
const COMPANY: CompanyStaffing = {
  roles: ['manager'],
  roleTitles: { cashier: { zh: '出纳', en: 'Cashier' } },
  people: ['ann'],
  grants: [{ kind: 'approve', matter: 'expense' }],
  parameters: [],
  crowded: ['manager'],
  units: ['hq'],
  processes: [],
  time: { now: '2026-11-29T02:00:00.000Z', timeZone: 'Asia/Shanghai', calendar: null },
};
const found = (subject: Definition): string[] =>
  companyFindings(subject, COMPANY).map(({ severity, code, path }) => `${severity} ${code} ${path}`);

describe('what a company has of what a definition names', () => {
  it('tells of a name, a prefix or a number that would be mistaken for another', () => {
    const own = definition({ roles: ['manager'] }, step('a', { by: 'person', person: 'ann' }));
    const codes = (...processes: CompanyStaffing['processes']) => companyFindings(own, { ...COMPANY, processes }).map(({ code }) => code);
    const other = { key: 'other', version: 3, title: { zh: '另外', en: 'Other' }, numberPrefix: 'OT' };
    expect(codes(other, { ...other, key: 'note', title: label, numberPrefix: 'N' })).toEqual([]);
    expect(codes({ ...other, numberPrefix: 'Ｎ' })).toEqual(['prefix-shared']);
    expect(codes({ ...other, title: { zh: '另外', en: 'thing' } })).toEqual(['title-shared']);
    const late = { ...own, version: 1_000 };
    expect(companyFindings(late, { ...COMPANY, processes: [{ ...other, key: 'note', version: 899 }] }).map(({ code }) => code)).toEqual([
      'version-jump',
    ]);
    expect(companyFindings(late, { ...COMPANY, processes: [{ ...other, key: 'note', version: 900 }] })).toEqual([]);
  });

  it('is nothing to speak of where everybody is there', () => {
    const authority = { kind: 'approve', matter: 'expense' };
    const flow = [
      step('a', { by: 'role', role: 'manager' }, { authority }),
      step('b', { by: 'person', person: 'ann' }),
      step('c', { by: 'choice', roles: ['cashier', 'manager'] }),
      step('d', { by: 'superior' }),
    ];
    expect(found(definition({ roles: ['manager', 'ghost'] }, ...flow))).toEqual([]);
  });

  it('is looked at for roles that are named beside the steps, each by itself', () => {
    const late = {
      ladder: [
        { after: { days: 1 }, to: { by: 'role', role: 'ghost' } },
        { after: { days: 1 }, to: 'superior' },
      ],
      working: { days: 1 },
    };
    const told = {
      ...definition({ everyone: true }, step('a', { by: 'person', person: 'ann' }, { due: late })),
      schedule: { starter: 'ghost' },
      reopen: { by: ['requester', { role: 'ghost' }, { role: 'manager' }] },
      revoke: { by: [{ role: 'cashier' }] },
      children: [{ by: ['asked'] }, { by: [{ role: 'ghost' }] }],
      entrances: { field: 'way', each: [{ roles: ['ghost', 'manager'] }, { roles: ['ghost', 'cashier'] }, {}] },
    } as unknown as Definition;
    expect(found(told)).toEqual([
      'warning role-unheld schedule.starter',
      'warning role-unheld reopen.by',
      'warning role-unheld revoke.by',
      'warning role-unheld children.1.by',
      'warning role-unheld entrances.each.1.roles',
      'warning role-unheld flow.0.due.ladder',
    ]);
    expect(companyFindings(told, COMPANY)[4]?.message.zh).toBe('目前没有人担任「ghost」或「出纳」，没有人能由此发起。');
  });

  it('is looked at for parameters that were set for another version', () => {
    const parameters = [
      { key: 'least', title: label, default: 5 },
      { key: 'asked', title: label, default: true },
    ];
    const subject = { ...definition({ everyone: true }, step('a', { by: 'superior' })), parameters };
    const set = (key: string, value: string | number | boolean, of = 'note') => ({ definition: of, key, value });
    const company = { ...COMPANY, parameters: [set('least', '5'), set('asked', false), set('gone', 1), set('gone', 1, 'other')] };
    expect(companyFindings(subject, company).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'parameter-other-kind parameters.0',
      'parameter-gone parameters',
    ]);
  });

  it('is warned of where a time reaches into a year whose holidays nobody knows', () => {
    const years = (now: string, more: object, calendar: CompanyStaffing['time']['calendar'] = null, flow: object[] = []) =>
      companyFindings(definition({ everyone: true }, step('a', { by: 'superior' }, more), ...flow), {
        ...COMPANY,
        time: { ...COMPANY.time, now, calendar },
      })
        .filter(({ code }) => code === 'year-without-data')
        .map(({ path, severity, message }) => `${severity} ${path} ${/20\d\d/.exec(message.en)?.[0] ?? ''}`);
    const due = (days: number, more: object = {}) => ({ due: { working: { days }, ladder: [], ...more } });
    // 24 working days are left of 2026 after 29 November.
    expect(years('2026-11-29T02:00:00.000Z', due(20))).toEqual([]);
    expect(years('2026-11-29T02:00:00.000Z', due(40))).toEqual(['warning flow.0 2027']);
    expect(years('2026-11-29T02:00:00.000Z', due(400))).toEqual(['warning flow.0 2027']);
    // The last rung of the ladder counts as well.
    expect(years('2026-12-28T02:00:00.000Z', due(1))).toEqual([]);
    expect(years('2026-12-28T02:00:00.000Z', due(1, { ladder: [{ after: { days: 4 }, to: 'superior' }] }))).toEqual([
      'warning flow.0 2027',
    ]);
    // Days off and days that make up for them have been entered; stores keep no holidays.
    expect(years('2026-11-29T02:00:00.000Z', due(40), { exceptions: [], years: [2027] })).toEqual([]);
    expect(years('2026-11-29T02:00:00.000Z', due(400), { exceptions: [], years: [2027] })).toEqual(['warning flow.0 2028']);
    expect(years('2026-11-29T02:00:00.000Z', due(40, { clock: 'store' }))).toEqual([]);
    const wait = { id: 'w', kind: 'delay', title: label, until: { working: { days: 60 } } };
    expect(years('2026-11-29T02:00:00.000Z', {}, null, [wait])).toEqual(['warning flow.1 2027']);
  });

  it('is too much where more people hold a role than can be asked at once', () => {
    const asked = (scope: string) => found(definition({ everyone: true }, step('a', { by: 'role', role: 'manager', scope })));
    expect(asked('company')).toEqual(['warning role-crowded flow.0.assignee']);
    expect(asked('requester')).toEqual([]);
  });

  it('is missed at its place: roles, people, authorities, and whoever could start it', () => {
    const flow = [
      step('a', { by: 'role', role: 'cashier' }),
      step('b', { by: 'person', person: 'bo' }),
      step('c', { by: 'superior' }, { authority: { kind: 'approve', matter: 'lease' }, fallback: [{ by: 'role', role: 'nobody' }] }),
      { kind: 'cc', id: 'd', title: label, to: [{ by: 'role', role: 'ghost' }] },
      step('e', { by: 'unit-head', of: { unit: 'nowhere' } }, { fallback: [{ by: 'members', of: { unit: 'hq' }, roles: ['cashier'] }] }),
    ];
    // No new definition may name it so; an old one is still looked up by what the company has, not by what every object has.
    const old = JSON.parse(JSON.stringify(definition({ roles: ['ghost'] }, ...flow)).replace('"nobody"', '"constructor"')) as Definition;
    expect(found(old)).toEqual([
      'warning start-unheld start.roles',
      'warning role-unheld flow.0.assignee',
      'warning person-absent flow.1.assignee',
      'warning role-unheld flow.2.fallback.0',
      'warning matter-ungranted flow.2.authority',
      'warning role-unheld flow.3.to.0',
      'warning unit-absent flow.4.assignee',
      'warning role-unheld flow.4.fallback.0',
    ]);
  });

  it('is called as the company calls it', () => {
    const [finding] = companyFindings(definition({ everyone: true }, step('a', { by: 'role', role: 'cashier' })), COMPANY);
    expect(finding?.message).toEqual({
      zh: '目前没有人担任「出纳」，申请走到这里会停下来。',
      en: 'Nobody has the role “Cashier” at present; a request that gets here would stop.',
    });
  });
});
