import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { readCases, type LogCase } from '../load/replay-log/log/xes';
import type { LoggedEvent } from '../../apps/api/src/analytics/dto/event-log.view';
import { EXPORTED_LISTS } from '../../apps/api/src/exports/lists';
import { xesSheet } from '../../apps/api/src/exports/sheets/xes.sheet';

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-xes-sheet-'));
const list = EXPORTED_LISTS['event-log'];

/** As our own replay tool reads what was written. */
async function readBack(events: LoggedEvent[]): Promise<LogCase[]> {
  const out = new PassThrough();
  const whole = text(out);
  const sheet = xesSheet(out, list.columns);
  for (const event of events) sheet.add(list.columns.map(({ cell }) => cell(event as never, (words) => words?.en ?? null)));
  await sheet.end();
  const file = path.join(folder, `${Math.random()}.xes`);
  writeFileSync(file, await whole);
  const cases: LogCase[] = [];
  for await (const one of readCases(file)) cases.push(one);
  return cases;
}

const event = (request: string, more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  ...{
    request,
    definition: 'leave',
    version: 2,
    status: 'approved',
    amount: null,
    unit: 'shop',
    step: null,
    stepTitle: null,
    to: null,
    toTitle: null,
    undone: false,
  },
  ...{
    operation: 'submit',
    past: { zh: '已提交', en: 'Submitted' },
    at: '2026-03-02T02:00:00.000Z',
    person: 'ann',
    personName: { zh: '安', en: 'Ann' },
  },
  ...more,
});

describe('an XES log', () => {
  it('is read back with every trace, event and attribute, in order', async () => {
    const decided = {
      step: 'head',
      stepTitle: { zh: '主管', en: 'Head' },
      operation: 'return',
      past: { zh: '已退回', en: 'Returned' },
      to: 'requester',
      person: 'bo',
    };
    const cases = await readBack([
      event('A-1', { amount: { amount: '12.50', currency: 'CNY' } }),
      event('A-1', decided),
      event('A-2', { unit: null }),
    ]);
    expect(cases).toEqual([
      {
        attributes: {
          'concept:name': 'A-1',
          process: 'leave',
          version: '2',
          status: 'approved',
          amount: '12.50',
          'amount:currency': 'CNY',
          unit: 'shop',
        },
        events: [
          expect.objectContaining({
            'concept:name': 'Submitted',
            operation: 'submit',
            'time:timestamp': '2026-03-02T02:00:00.000Z',
            'lifecycle:transition': 'complete',
          }),
          expect.objectContaining({
            'concept:name': 'Head · Returned',
            step: 'head',
            to: 'requester',
            'org:resource': 'bo',
            person: 'Ann',
          }),
        ],
      },
      {
        attributes: { 'concept:name': 'A-2', process: 'leave', version: '2', status: 'approved' },
        events: [expect.objectContaining({ operation: 'submit' })],
      },
    ]);
  });

  it('is sound without an event, and whatever names hold', async () => {
    expect(await readBack([])).toEqual([]);
    const names = ['<&>"\'', 'line\nbreak\ttab', 'bell\u0007', 'half \ud83d', '😀 中文', ']]>'];
    const cases = await readBack(names.map((name, at) => event(`A-${at}`, { personName: { zh: name, en: name } })));
    expect(cases.map(({ events }) => events[0]?.['person'])).toEqual([
      '<&>"\'',
      'line\nbreak\ttab',
      'bell\ufffd',
      'half \ufffd',
      '😀 中文',
      ']]>',
    ]);
  });
});
