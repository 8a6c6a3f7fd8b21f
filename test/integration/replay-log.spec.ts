import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { firstAdministrator } from '../load/replay-log/throw-away';
import { startStack, type Stack } from '../support/stack';
import { DECLARATION_LOG } from './replay-log/declarations';
import { DECLARATION, DECLARATION_MAPPING, ONE_EACH_LOG, PERMIT, PERMIT_MAPPING, TRAVEL_LOG } from './replay-log/travel';
import { INCIDENT, INCIDENT_DIRECTORY, INCIDENT_LOG, INCIDENT_MAPPING } from './replay-log/incident';
import { LEAVE_DEFINITION, LEAVE_DIRECTORY, LEAVE_LOG, LEAVE_MAPPING, OWN_MAPPING } from './replay-log/leave';

const root = path.resolve(__dirname, '..', '..');

describe('npm run replay:log on a log, a definition and a mapping that nobody here wrote', () => {
  let stack: Stack;
  let token: string;
  let output: string;
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-replay-'));
  const file = (name: string): string => path.join(folder, name);

  const run = (...args: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const script = [path.join(root, 'test/support/run-ts.js'), path.join(root, 'test/load/replay-log.ts'), ...args];
      execFile(process.execPath, script, { cwd: root }, (error, stdout, stderr) => (error ? reject(new Error(stderr)) : resolve(stdout)));
    });

  beforeAll(async () => {
    stack = await startStack({ demo: false });
    token = await firstAdministrator(stack.url, await stack.cli('first-admin-link'));
    writeFileSync(file('leave.json'), JSON.stringify(LEAVE_DEFINITION));
    writeFileSync(file('leave.directory.json'), JSON.stringify(LEAVE_DIRECTORY));
    writeFileSync(file('leave.mapping.json'), JSON.stringify(LEAVE_MAPPING));
    writeFileSync(file('leave.xes'), LEAVE_LOG);
    output = await run(
      file('leave.xes'),
      '--definition',
      file('leave.json'),
      '--mapping',
      file('leave.mapping.json'),
      '--url',
      stack.url,
      '--token',
      token,
      '--json',
    );
  }, 300_000);

  afterAll(async () => {
    await stack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends with one line of figures', () => {
    const figures = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Record<string, number>;
    expect(figures).toMatchObject({ cases: 16, reached: 10, refused: 6, variants: 10 });
    expect(figures.decisionsPerSecond).toBeGreaterThan(0);
    expect(figures.p99).toBeGreaterThanOrEqual(figures.p50 ?? Number.NaN);
  });

  it.each([
    ['noted too early', 2, 'not-returned'],
    ['decided twice', 3, 'not-at-step'],
    ['asked twice', 2, 'invalid-state'],
    ['out of the blue', 1, 'not-begun'],
    ['something else', 2, 'unmapped-activity'],
    ['ends elsewhere', 4, 'unmapped-end'],
  ])('names what is wrong with “%s”: event %d, %s', (name, event, code) => {
    expect(output).toMatch(new RegExp(`${name}  event ${event} .*${code}: .+`));
  });

  it('says where each refused case stood, what it was asked for, and what a look ahead took away', () => {
    expect(output).toMatch(/1 × not-at-step · “head ok\|complete” · at approved/);
    expect(output).toMatch(/asked twice {2}event 2 .*\(stands at head, was asked for “submit”\)/);
    expect(output).toContain(
      '“director” of leave is what later events of the case say: whether these come at all is not checked: director',
    );
  });

  it('counts the cases that needed a look ahead', () => {
    expect(output).toContain('Lookahead   3 cases');
  });

  it('runs again on the same product: directory and definition are there already', async () => {
    const again = await run(
      file('leave.xes'),
      '--definition',
      file('leave.json'),
      '--mapping',
      file('leave.mapping.json'),
      '--url',
      stack.url,
      '--token',
      token,
      '--limit',
      '3',
      '--json',
    );
    expect(JSON.parse(again.trim().split('\n').at(-1) ?? '')).toMatchObject({ cases: 3, reached: 3 });
  });

  it('replays the log that the product itself exports, every case of it', async () => {
    const response = await fetch(`${stack.url}/api/v1/exports`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ list: 'event-log', format: 'xes', filters: { definition: 'leave' } }),
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
    const log = await response.text();
    writeFileSync(file('own.xes'), log);
    writeFileSync(file('own.mapping.json'), JSON.stringify(OWN_MAPPING));
    const printed = await run(
      file('own.xes'),
      '--definition',
      file('leave.json'),
      '--mapping',
      file('own.mapping.json'),
      '--url',
      stack.url,
      '--token',
      token,
      '--json',
    );
    const cases = log.split('<trace>').length - 1;
    expect(cases).toBeGreaterThan(12);
    expect(JSON.parse(printed.trim().split('\n').at(-1) ?? '')).toMatchObject({ cases, reached: cases, refused: 0 });
  });

  it('revokes the tokens that it issued', async () => {
    const response = await fetch(`${stack.url}/api/v1/tokens`, { headers: { Authorization: `Bearer ${token}` } });
    const { items } = (await response.json()) as { items: unknown[] };
    expect(items).toHaveLength(1);
  });

  it('replays declarations by the sample that ships, and refuses what the process does not allow', async () => {
    writeFileSync(file('declarations.xes'), DECLARATION_LOG);
    const printed = await run(
      file('declarations.xes'),
      '--definition',
      'domestic-declaration',
      '--url',
      stack.url,
      '--token',
      token,
      '--json',
    );
    expect(JSON.parse(printed.trim().split('\n').at(-1) ?? '')).toMatchObject({ cases: 10, reached: 7, refused: 3, variants: 7 });
    expect(printed).toMatch(/paid without approval {2}event 2 “Request Payment” {2}not-at-step: .* stands at draft/);
    expect(printed).toMatch(/paid without a request {2}event 3 “Payment Handled” {2}not-at-step: .* stands at request-payment/);
    expect(printed).toMatch(/noted too late {2}event 4 .* {2}not-returned: .* stands at administration/);
    expect(printed).toContain('Lookahead   6 cases');
  });

  it('tells of a request and of all that were started from it: several at once, round after round, revoked with them', async () => {
    const files = {
      permit: PERMIT,
      declaration: DECLARATION,
      'permit.mapping': PERMIT_MAPPING,
      'declaration.mapping': DECLARATION_MAPPING,
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(file(`${name}.json`), JSON.stringify(content));
    writeFileSync(file('travel.xes'), TRAVEL_LOG);
    const at = ['--definition', file('permit.json'), '--mapping', file('permit.mapping.json'), '--url', stack.url, '--token', token];
    const printed = await run(file('travel.xes'), ...at, '--json');
    expect(printed).toMatch(/"cases":8,"reached":5,"refused":3/);
    expect(printed).toMatch(
      /revoked before it was approved {2}event 2 “Permit REVOKED” {2}not-taken-up|revoked before it was approved {2}event 2 .*invalid-state/,
    );
    expect(printed).toMatch(/paid unseen {2}event 4 “Payment HANDLED” {2}not-at-step: .* stands at complete/);
    expect(printed).toMatch(/declared out of the blue {2}event 1 .*not-begun: it is started from a request/);
  });

  it('tells a request and the one that was started from it apart by their activities, and begins that by itself where the log has no other', async () => {
    const children = PERMIT_MAPPING.children.map(({ definition, mapping }) => ({ definition, mapping, alone: true }));
    writeFileSync(file('one-each.mapping.json'), JSON.stringify({ ...PERMIT_MAPPING, children }));
    writeFileSync(file('one-each.xes'), ONE_EACH_LOG);
    const at = ['--definition', file('permit.json'), '--mapping', file('one-each.mapping.json'), '--url', stack.url, '--token', token];
    const printed = await run(file('one-each.xes'), ...at, '--json');
    expect(printed).toMatch(/"cases":4,"reached":2,"refused":2/);
    expect(printed).toMatch(/paid unseen {2}event 3 “Payment HANDLED” {2}not-at-step: .* stands at complete/);
    expect(printed).toMatch(/declared first {2}event 1 .*not-begun: it is started from a request/);
  });

  it('tells incidents: claimed, given from group to group, waiting for the user, resumed, solved, and every other operation', async () => {
    const files = { incident: INCIDENT, 'incident.directory': INCIDENT_DIRECTORY, 'incident.mapping': INCIDENT_MAPPING };
    for (const [name, content] of Object.entries(files)) writeFileSync(file(`${name}.json`), JSON.stringify(content));
    writeFileSync(file('incident.xes'), INCIDENT_LOG);
    const at = ['--definition', file('incident.json'), '--mapping', file('incident.mapping.json'), '--url', stack.url, '--token', token];
    const printed = await run(file('incident.xes'), ...at, '--json');
    expect(printed).toMatch(/"cases":11,"reached":8,"refused":3/);
    expect(printed).toMatch(/solved while it waits {2}event 5 “Resolved” {2}suspended: .*stands at suspended/);
    expect(printed).toMatch(/taken by two {2}event 3 “Put back” {2}not-claimed: .*stands at solve/);
    expect(printed).toMatch(/sent nowhere {2}event 3 “In progress” {2}unmapped-pool: the log names no pool here/);
  });
});
