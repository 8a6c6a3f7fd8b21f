import { untilEnough } from '../tables/table-problem';
import { readPlan } from './read-plan';

const named = (key: string, zh: string, en: string) => ({ id: `id-${key}`, key, name: { zh, en } });
const AROUND = {
  units: [
    named('store-xuhui', '徐汇店', 'Xuhui store'),
    named('east-1', '华东一区', 'East 1'),
    named('store-a', '同名店', 'Same'),
    named('store-b', '同名店', 'Other'),
  ],
  categories: [named('display', '陈列', 'Display'), named('travel', '差旅', 'Travel')],
  people: [named('zhang-wei', '张伟', 'Zhang Wei')],
  currency: 'CNY',
};
const HEAD = ['组织', '类别', '起', '止', '金额', '超出时', '容差', '负责人'];
const GOOD = ['徐汇店', '陈列', '2026-11-01', '2026/11/30', '¥45,000.00', '停', '2.5%', '张伟'];

const codes = (...rows: string[][]): string[] => {
  const read = readPlan([HEAD, ...rows], AROUND);
  return read.ok ? [] : read.problems.map(({ line, code }) => `${line} ${code}`);
};
const instead = (place: number, cell: string): string[] => GOOD.map((each, index) => (index === place ? cell : each));

describe('a table of plan lines', () => {
  it('is read in the words of either language, by key or by name', () => {
    const line = { unit: 'id-store-xuhui', category: 'id-display', from: '2026-11-01', to: '2026-11-30', planned: '4500000' };
    expect(readPlan([HEAD, GOOD], AROUND)).toEqual({
      ok: true,
      lines: [{ at: 2, ...line, control: 'stop', tolerance: 25, owner: 'id-zhang-wei' }],
    });
    const english = [
      ['Unit', 'From', 'To', 'Amount'],
      ['store-xuhui', '2026.11.1', '2026年11月30日', '4.5万'],
    ];
    expect(readPlan(english, AROUND)).toEqual({
      ok: true,
      lines: [{ at: 2, ...line, category: null, control: 'over-plan', tolerance: 0, owner: null }],
    });
  });

  it.each([
    [instead(0, ''), '2 blank'],
    [instead(0, '没有店'), '2 unknown-unit'],
    [instead(0, '同名店'), '2 two-units'],
    [instead(1, '餐饮'), '2 unknown-category'],
    [instead(2, '2026-02-30'), '2 not-a-day'],
    [instead(3, '2026-10-31'), '2 reversed'],
    [instead(4, '-1'), '2 not-an-amount'],
    [instead(4, 'x'), '2 not-an-amount'],
    [instead(4, '10,000,000,000,000.01'), '2 too-large'],
    [instead(5, '随便'), '2 not-a-control'],
    [instead(6, '101'), '2 not-a-tolerance'],
    [instead(6, '0.25'), '2 not-a-tolerance'],
    [instead(7, '李四'), '2 unknown-person'],
  ])('%j: %s', (row, code) => {
    expect(codes(row)).toEqual([code]);
  });

  it('is read no further than is told of it', () => {
    const lines = Array.from({ length: 20_000 }, (_, line) => line);
    expect(untilEnough(lines, (line) => ({ problems: line % 2 === 0 ? [] : ['wrong'] }))).toHaveLength(100);
    expect(untilEnough(lines, () => ({ problems: [] }))).toHaveLength(20_000);
  });

  it('has no line twice, and tells each mistake with its line', () => {
    expect(codes(GOOD, [], instead(4, '1'), instead(0, '没有店'))).toEqual(['4 twice', '5 unknown-unit']);
  });

  it('has something in it, and the columns that it needs', () => {
    expect(codes()).toEqual(['2 no-rows']);
    const read = readPlan([['组织'], ['徐汇店']], AROUND);
    expect(read.ok ? [] : read.problems.map(({ code, params }) => `${code} ${params['zh']}`)).toEqual([
      'no-column 起',
      'no-column 止',
      'no-column 金额',
    ]);
  });
});
