import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fitting } from '../load/replay-log/mapping/alternatives';
import { chosenCases, childrenOf, ordered, type Choice } from '../load/replay-log/log/cases';
import { mappingProblems, readMapping, requireTellable } from '../load/replay-log/mapping/mapping';
import { mappingSchema, type Activity, type Mapping } from '../load/replay-log/mapping/mapping.schema';
import { readOptions } from '../load/replay-log/options';
import { findDefinition, findMapping } from '../load/replay-log/prepare';
import type { View } from '../load/replay-log/request-client';
import { uncheckedBy } from '../load/replay-log/mapping/unchecked';
import { readCases, type LogCase } from '../load/replay-log/log/xes';

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-choice-'));
const definition = findDefinition('domestic-declaration');
const sample = readMapping(findMapping(definition), definition);
const ALL: Choice = { where: {}, sample: null, seed: '1' };

const mapping = (change: object = {}, log: object = {}): Mapping =>
  mappingSchema.parse({ definition: 'd', people: { all: ['a'] }, requester: { pool: 'all' }, activities: {}, end: {}, log, ...change });
const one = (name: string, attributes: Record<string, string> = {}, events: Record<string, string>[] = []): LogCase => ({
  attributes: { 'concept:name': name, ...attributes },
  events,
});
async function* cases(...all: LogCase[]): AsyncGenerator<LogCase> {
  yield* all;
}
async function names(log: AsyncIterable<LogCase>, of: Mapping, choice: Choice): Promise<string[]> {
  const found: string[] = [];
  for await (const { attributes } of chosenCases(log, of, choice)) found.push(attributes['concept:name'] ?? '');
  return found;
}

describe('the encoding of a log', () => {
  const log = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><log><trace><string key="concept:name" value="Überprüfung"/></trace></log>`;
  const read = async (name: string, bytes: Buffer): Promise<string | undefined> => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    for await (const { attributes } of readCases(file)) return attributes['concept:name'];
    return undefined;
  };

  it.each([
    ['ISO-8859-1', Buffer.from(log('ISO-8859-1'), 'latin1')],
    ['windows-1252', Buffer.from(log('windows-1252'), 'latin1')],
    ['UTF-8', Buffer.from(log('UTF-8'))],
    ['UTF-16', Buffer.from(`\ufeff${log('UTF-16')}`, 'utf16le')],
    ['utf-8 with a mark', Buffer.from(`\ufeff${log('utf-8')}`)],
  ])('is honoured: %s, zipped too', async (name, bytes) => {
    expect(await read(`${name}.xes`, bytes)).toBe('Überprüfung');
    expect(await read(`${name}.xes.gz`, gzipSync(bytes))).toBe('Überprüfung');
  });

  it('is named where it is not kept or not known', async () => {
    await expect(read('wrong.xes', Buffer.from(log('UTF-8'), 'latin1'))).rejects.toThrow(/wrong\.xes.*no utf-8.*ISO-8859-1/);
    await expect(read('odd.xes', Buffer.from(log('klingon')))).rejects.toThrow(/“klingon”, an encoding that is not known/);
  });
});

describe('the cases of a replay', () => {
  const log = () =>
    cases(one('1', { kind: 'a', year: '2017' }), one('2', { kind: 'b', year: '2017' }), one('3', { kind: 'a', year: '2018' }));

  it('are filtered by the mapping and by the command line, both', async () => {
    expect(await names(log(), mapping(), ALL)).toEqual(['1', '2', '3']);
    expect(await names(log(), mapping({}, { where: { kind: ['a'] } }), ALL)).toEqual(['1', '3']);
    expect(await names(log(), mapping({}, { where: { kind: ['a'] } }), { ...ALL, where: { year: ['2018', '2019'] } })).toEqual(['3']);
    expect(
      readOptions(['l', '--definition', 'd', '--where', 'kind=a', '--where', 'kind=b=c', '--sample', '5', '--seed', 'x']),
    ).toMatchObject({
      where: { kind: ['a', 'b=c'] },
      sample: 5,
      seed: 'x',
    });
    expect(() => readOptions(['l', '--definition', 'd', '--where', 'kind'])).toThrow('--where attribute=value');
    expect(() => readOptions(['l', '--definition', 'd', '--sample', '0'])).toThrow('--sample');
  });

  it('are a sample that a seed settles, in the order of the log', async () => {
    const many = () => cases(...Array.from({ length: 500 }, (_, index) => one(String(index).padStart(3, '0'))));
    const [first, again, other] = [
      await names(many(), mapping(), { ...ALL, sample: 20 }),
      await names(many(), mapping(), { ...ALL, sample: 20 }),
      await names(many(), mapping(), { ...ALL, sample: 20, seed: '2' }),
    ];
    expect(first).toHaveLength(20);
    expect(again).toEqual(first);
    expect(first.toSorted()).toEqual(first);
    expect(other).not.toEqual(first);
    expect(await names(cases(one('1')), mapping(), { ...ALL, sample: 20 })).toEqual(['1']);
  });

  it('are the children of a trace where the mapping tells them apart', () => {
    const trace = one('permit', {}, [
      { 'concept:name': 'Start' },
      { 'concept:name': 'A', child: 'x' },
      { 'concept:name': 'B', child: 'y' },
    ]);
    const told = (shared: string) =>
      childrenOf(trace, mapping({}, { children: { attribute: 'child', shared } })).map(({ attributes, events }) => [
        attributes['concept:name'],
        events.map((event) => event['concept:name']),
      ]);
    expect(told('none')).toEqual([
      ['permit / x', ['A']],
      ['permit / y', ['B']],
    ]);
    expect(told('each')).toEqual([
      ['permit / x', ['Start', 'A']],
      ['permit / y', ['Start', 'B']],
    ]);
    expect(childrenOf(trace, mapping())).toEqual([trace]);
  });

  it('have their events by time, those of one time as the mapping breaks the tie, others as the file has them', () => {
    const event = (name: string, time: string) => ({ 'concept:name': name, time });
    const events = [
      event('later', '2017-01-02'),
      event('z', '2017-01-01'),
      event('pay', '2017-01-01'),
      event('approve', '2017-01-01'),
      event('a', '2017-01-01'),
    ];
    const order = (log: object) => ordered(events, mapping({}, log)).map((each) => each['concept:name']);
    expect(order({})).toEqual(['later', 'z', 'pay', 'approve', 'a']);
    expect(order({ time: 'time' })).toEqual(['z', 'pay', 'approve', 'a', 'later']);
    expect(order({ time: 'time', ties: ['approve', 'pay'] })).toEqual(['approve', 'pay', 'z', 'a', 'later']);
    expect(() => order({ time: 'nowhere' })).toThrow(/time in “nowhere”/);
  });
});

describe('an activity with alternatives', () => {
  const activity = (change: object): Activity =>
    mappingSchema.shape.activities.parse({ x: { command: 'submit', ...change } })['x'] as Activity;
  const at = (step: string | null, status = 'running'): View =>
    ({
      ...{ id: 'r', status, outcome: null, contentHash: null, current: step ? [{ step, people: [] }] : [] },
      ...{ suspended: null, task: null, otherTasks: [], lists: [], allowed: [], children: [], definition: { key: 'd' } },
    }) as View;
  const alternatives = [
    activity({}),
    activity({ command: 'approve', step: 'head' }),
    activity({ command: 'ignore', standing: 'withdrawn' }),
  ];

  it('is told as the first that fits where the request stands', () => {
    expect(fitting('x', alternatives, null).command).toBe('submit');
    expect(fitting('x', alternatives, at(null, 'returned')).command).toBe('submit');
    expect(fitting('x', alternatives, at('head')).command).toBe('approve');
    expect(fitting('x', alternatives, { ...at(null), status: 'closed', outcome: 'withdrawn' }).command).toBe('ignore');
  });

  it('is refused with all of them and with the state', () => {
    expect(() => fitting('x', alternatives, at('director'))).toThrow(
      '“x” is “submit”, or “approve” at head, or “ignore” while it stands at withdrawn, but the request stands at director',
    );
  });

  it('leaves a single one to the product, which knows best what is wrong', () => {
    expect(fitting('x', [activity({})], at('director')).command).toBe('submit');
    expect(() => fitting('x', [activity({ standing: 'nothing' })], at('director'))).toThrow('stands at director');
    expect(() => fitting('x', [], at('director'))).toThrow('the mapping says nothing about “x”');
  });

  it('names nobody and no place that does not exist', () => {
    const [name = ''] = Object.keys(sample.activities);
    const broken = {
      ...sample,
      activities: { ...sample.activities, [name]: [activity({ actor: 'system' }), activity({ standing: ['moon'] })] },
    };
    const problems = mappingProblems(broken, definition).join('\n');
    expect(problems).toContain('names nobody as "system"');
    expect(problems).toContain('“moon” is neither a step');
  });
});

describe('what a look ahead takes away', () => {
  it('is every step that comes or not by its field, branches included', () => {
    expect(uncheckedBy(sample, definition)).toEqual([
      { definition: 'domestic-declaration', field: 'desk', steps: ['administration', 'budget-owner', 'pre-approver'] },
      { definition: 'domestic-declaration', field: 'budgetOwnerAsked', steps: ['budget-owner'] },
    ]);
    expect(uncheckedBy({ ...sample, form: {}, activities: {} }, definition)).toEqual([]);
  });
});

describe('requests of a case that only their activities tell apart', () => {
  const naming = (...activities: string[]): Mapping =>
    mapping({ activities: Object.fromEntries(activities.map((name) => [name, { command: 'ignore' }])) });

  it('are told by mappings that name no activity twice', () => {
    const child = { attribute: null, mapping: naming('declare', 'pay') };
    expect(() => requireTellable(naming('submit'), [child])).not.toThrow();
    expect(() => requireTellable(naming('submit', 'pay'), [child])).toThrow('“pay” is an activity of several');
    expect(() => requireTellable(naming('submit'), [child, { attribute: 'payment', mapping: naming('pay') }])).toThrow('“pay”');
    expect(() => requireTellable(naming('submit', 'pay'), [{ ...child, attribute: 'declaration' }])).not.toThrow();
  });
});
