import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { hashOf } from '../load/replay-log/log/cases';
import { mappingProblems, readMapping } from '../load/replay-log/mapping/mapping';
import { findDefinition, findMapping, requireLog } from '../load/replay-log/prepare';
import { readOptions } from '../load/replay-log/options';
import { Tally } from '../load/replay-log/report';
import { decidedBy, roundDecimal, takeValues } from '../load/replay-log/log/values';
import { readCases, type LogCase } from '../load/replay-log/log/xes';

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-xes-'));

function file(name: string, content: string | Buffer): string {
  const full = path.join(folder, name);
  writeFileSync(full, content);
  return full;
}

async function all(log: string): Promise<LogCase[]> {
  const cases: LogCase[] = [];
  for await (const one of readCases(log)) cases.push(one);
  return cases;
}

const LOG = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org">
  <global scope="event"><string key="concept:name" value="name"/></global>
  <string key="creator" value="nobody"/>
  <trace>
    <string key="concept:name" value="案 1 &amp; more"/>
    <event>
      <string key="concept:name" value="Register"/>
      <float key="amount" value="12.5"><string key="unit" value="EUR"/></float>
      <list key="notes"><values><string key="note" value="first"/></values></list>
    </event>
    <event><string key="concept:name" value="Decide"/><boolean key="ok" value="true"/></event>
  </trace>
  <trace><string key="concept:name" value="empty"/></trace>
</log>`;

describe('reading an XES log', () => {
  const expected = [
    {
      attributes: { 'concept:name': '案 1 & more' },
      events: [
        { 'concept:name': 'Register', amount: '12.5' },
        { 'concept:name': 'Decide', ok: 'true' },
      ],
    },
    { attributes: { 'concept:name': 'empty' }, events: [] },
  ];

  it('gives cases and events in the order of the file, without nested attributes', async () => {
    expect(await all(file('plain.xes', LOG))).toEqual(expected);
  });

  it('tells gzip by its first bytes, whatever the name', async () => {
    expect(await all(file('zipped.xes', gzipSync(LOG)))).toEqual(expected);
  });

  it('reads elements with a namespace prefix', async () => {
    const prefixed = LOG.replace(/<(\/?)(log|trace|event|string|float|boolean)\b/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
    expect(await all(file('prefixed.xes', prefixed))).toEqual(expected);
  });

  it('says which file is broken', async () => {
    await expect(all(file('broken.xes', LOG.slice(0, 500)))).rejects.toThrow(/broken\.xes to be an XES log/);
    await expect(all(file('other.xes', '<pnml/>'))).rejects.toThrow('<pnml>, not <log>');
    await expect(all(file('cut.xes', gzipSync(LOG).subarray(0, 100)))).rejects.toThrow('cut.xes');
    await expect(all(path.join(folder, 'absent.xes'))).rejects.toThrow('absent.xes');
  });
});

describe('rounding an amount of the log', () => {
  it.each([
    ['26.85120450862128', '26.85'],
    ['26.855', '26.86'],
    ['-26.855', '-26.86'],
    ['0.004999999999999999', '0.00'],
    ['-0.001', '0.00'],
    ['3292.5369912547108', '3292.54'],
    ['1e3', '1000.00'],
    ['1.5E-2', '0.02'],
    ['7', '7.00'],
    ['.5', '0.50'],
  ])('makes %s into %s', (text, rounded) => {
    expect(roundDecimal(text, 2)).toBe(rounded);
  });

  it('rounds to whole units where the currency has no decimals', () => {
    expect(roundDecimal('99.5', 0)).toBe('100');
  });

  it.each(['', 'twelve', '1,5', '.', '1.2.3'])('refuses “%s”', (text) => {
    expect(() => roundDecimal(text, 2)).toThrow('Expected a number');
  });
});

describe('looking ahead', () => {
  const lookahead = { values: { 'to owner': true, straight: false }, until: ['again'], otherwise: false };

  it('lets the first telling later event decide', () => {
    expect(decidedBy(lookahead, ['nothing', 'to owner', 'straight'])).toBe(true);
  });

  it('stops where the case starts over', () => {
    expect(decidedBy(lookahead, ['nothing', 'again', 'to owner'])).toBeUndefined();
  });

  it('counts a case only where the later event changed what is written', () => {
    const definition = findDefinition('domestic-declaration');
    const sources = { budgetOwnerAsked: { lookahead } };
    const around = (later: string[]) => ({ event: {}, trace: {}, later, idOf: () => '' });
    expect(takeValues(sources, definition, around(['to owner']))).toEqual({ values: { budgetOwnerAsked: true }, lookedAhead: true });
    expect(takeValues(sources, definition, around(['straight']))).toEqual({ values: { budgetOwnerAsked: false }, lookedAhead: false });
    expect(takeValues(sources, definition, around([]))).toEqual({ values: { budgetOwnerAsked: false }, lookedAhead: false });
  });
});

describe('a mapping', () => {
  const definition = findDefinition('domestic-declaration');
  const mapping = readMapping(findMapping(definition), definition);

  it('of the sample fits its definition', () => {
    expect(mappingProblems(mapping, definition)).toEqual([]);
  });

  it('takes different people for each role', () => {
    const everybody = Object.values(mapping.people).flat();
    expect(new Set(everybody).size).toBe(everybody.length);
  });

  it('is refused with every name that does not exist', () => {
    const [name = ''] = Object.keys(mapping.activities);
    const broken = {
      ...mapping,
      form: { ...mapping.form, colour: { value: 'red' } },
      end: { ...mapping.end, Nowhere: 'moon' },
      activities: {
        ...mapping.activities,
        [name]: {
          ...mapping.activities[name]!,
          command: 'return' as const,
          step: 'attic',
          actor: { pool: 'ghosts', pick: 'assignee' as const },
        },
      },
    };
    const problems = mappingProblems(broken, definition).join('\n');
    for (const part of ['colour', 'attic', 'ghosts', 'a return says where to', 'end.Nowhere', 'moon']) expect(problems).toContain(part);
  });

  it('is refused with the place of each mistake in its form', () => {
    const bad = file('bad.json', JSON.stringify({ ...mapping, requester: { pool: 1 }, speed: 3 }));
    expect(() => readMapping(bad, definition)).toThrow(/requester\.pool[\s\S]*speed|speed[\s\S]*requester\.pool/);
  });

  it('is refused at the innermost place that can be told', () => {
    const bad = file('misspelt.json', JSON.stringify({ ...mapping, form: { amount: { atribute: 'amount' } } }));
    expect(() => readMapping(bad, definition)).toThrow(/form\.amount: .*atribute/);
  });

  it('gives a case always the same people', () => {
    expect(hashOf('declaration86791')).toBe(hashOf('declaration86791'));
    expect(new Set(Array.from({ length: 200 }, (_, index) => hashOf(`case ${index}`) % 30)).size).toBeGreaterThan(20);
  });
});

describe('the report', () => {
  it('ends in exactly the agreed figures', () => {
    const tally = new Tally();
    tally.add({ name: 'a', activities: ['x', 'y'], refusal: null, lookedAhead: true });
    tally.add({
      name: 'b',
      activities: ['x'],
      refusal: { event: 1, activity: 'x', code: 'not-at-step', reason: 'no', place: 'head' },
      lookedAhead: false,
    });
    for (const ms of [10, 20, 30]) tally.decision(ms);
    tally.finish();
    const summary = tally.summary();
    const figures = ['cases', 'reached', 'refused', 'variants', 'decisionsPerSecond', 'p50', 'p99'];
    expect(Object.keys(summary)).toEqual([...figures, 'variantList', 'refusals', 'unchecked', 'warnings']);
    expect(summary).toMatchObject({ cases: 2, reached: 1, refused: 1, variants: 1, p50: 20, p99: 30 });
    expect(tally.text()).toContain('b  event 1 “x”  not-at-step: no');
    expect(summary.variantList).toEqual([
      { activities: ['x', 'y'], cases: 1, reached: 1 },
      { activities: ['x'], cases: 1, reached: 0 },
    ]);
  });
});

describe('refusals of a report', () => {
  it('are grouped by code, activity and place, the most frequent first, with one example each', () => {
    const tally = new Tally({
      unchecked: [{ definition: 'd', field: 'desk', steps: ['administration'] }],
      findings: [
        {
          definition: 'd',
          severity: 'warning',
          code: 'never-written',
          path: 'form.fields.1',
          message: { zh: '中', en: 'Nobody writes it.' },
        },
      ],
    });
    const refused = (name: string, place: string): void =>
      tally.add({
        name,
        activities: ['Pay'],
        refusal: { event: 1, activity: 'Pay', code: 'not-at-step', reason: `stands at ${place}, was asked for “approve” at pay`, place },
        lookedAhead: false,
      });
    refused('a', 'returned');
    for (let index = 0; index < 3; index += 1) refused(`b${index}`, 'head');
    expect(tally.summary().refusals).toEqual([
      {
        code: 'not-at-step',
        activity: 'Pay',
        place: 'head',
        count: 3,
        example: expect.objectContaining({ case: 'b0', event: 1 }) as object,
      },
      { code: 'not-at-step', activity: 'Pay', place: 'returned', count: 1, example: expect.objectContaining({ case: 'a' }) as object },
    ]);
    const text = tally.text();
    expect(text).toContain('3 × not-at-step · “Pay” · at head');
    expect(text).not.toContain('b1');
    expect(text).toContain('“desk” of d is what later events of the case say: whether these come at all is not checked: administration');
    expect(text).toContain('Definition  d: never-written form.fields.1: Nobody writes it.');
  });
});

describe('the command line', () => {
  it('looks for the log before anything is started', () => {
    expect(() => requireLog('/nowhere/log.xes')).toThrow(/event log/);
  });

  it('takes the log, the definition and the mapping', () => {
    const options = readOptions(['log.xes', '--definition', 'd', '--mapping', 'm.json', '--limit', '5', '--json']);
    expect(options).toMatchObject({ log: 'log.xes', definition: 'd', mapping: 'm.json', limit: 5, json: true, url: null });
  });

  it.each([
    [['--definition', 'd']],
    [['log.xes']],
    [['log.xes', '--definition', 'd', '--limit', '0']],
    [['log.xes', '--definition', 'd', '--url', 'http://x']],
  ])('refuses %j', (args) => {
    expect(() => readOptions(args)).toThrow();
  });
});
