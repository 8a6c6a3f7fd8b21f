import { agreedTerm } from './agreed-term';
import type { LeaseTerm } from './lease-term';
import { MOST_LEASE_ROWS, readLeases } from './read-leases';

const HEAD = ['门店', '合同编号', '商场与铺位', '起租日', '到期日', '月租', '扣点', '押金'];
const STORES = [
  { id: 'u1', key: 'store-a', name: { zh: '甲店', en: 'Shop A' } },
  { id: 'u2', key: 'store-b', name: { zh: '乙店', en: 'Shop B' } },
  { id: 'u3', key: 'store-c', name: { zh: '乙店', en: 'Shop C' } },
];
const ROW = ['甲店', 'ZL-1', '广场 1F', '2024-02-21', '2027-02-20', '33,600', '18%', '100800'];
const term = (more: Partial<LeaseTerm> = {}): LeaseTerm => ({
  ...{ number: 'ZL-1', unit: 'u1', place: '广场 1F', startsOn: '2024-02-21', expiresOn: '2027-02-20' },
  ...{ rent: '3360000', commission: '18.0', deposit: '10080000' },
  ...more,
});
const read = (rows: string[][], known: LeaseTerm[] = [], head = HEAD) =>
  readLeases([head, ...rows], { stores: STORES, currency: 'CNY', known });
const wrong = (rows: string[][], known: LeaseTerm[] = [], head = HEAD): string[] => {
  const found = read(rows, known, head);
  return found.ok ? [] : found.problems.map(({ line, code }) => `${line} ${code}`);
};
const but = (changes: Record<number, string>): string[] => ROW.map((cell, at) => changes[at] ?? cell);

describe('a table of leases', () => {
  it('is read whichever language its head is in, whatever the order, with columns besides', () => {
    expect(read([ROW])).toEqual({ ok: true, terms: [term()] });
    const head = ['Days left', 'monthly RENT', 'Store', 'Contract', 'Mall and position', 'Begins', '\uFEFFExpires'];
    expect(read([['9', '¥33,600.00', 'shop a', 'ZL-1', '广场 1F', '2024/2/21', '2027年2月20日']], [], head)).toEqual({
      ok: true,
      terms: [term({ commission: null, deposit: null })],
    });
    expect(read([but({ 0: 'store-b' }), ['', ' ', '', '', '', '', '', '']])).toMatchObject({ ok: true, terms: [{ unit: 'u2' }] });
  });

  it.each(['-1F 032', '=A1', '+1', '@2', '－1F', ' -1F'])('takes off the apostrophe that an export puts before %j', (sign) => {
    const place = sign.trim();
    expect(read([but({ 1: `'${sign}`, 2: `'${sign}` })])).toMatchObject({ ok: true, terms: [{ number: place, place }] });
    expect(read([but({ 1: sign, 2: sign })])).toMatchObject({ ok: true, terms: [{ number: place, place }] });
  });

  it('keeps an apostrophe that somebody wrote', () => {
    for (const place of ["'t Hof", "Jing'an", "'1-2"]) expect(read([but({ 2: place })])).toMatchObject({ ok: true, terms: [{ place }] });
  });

  it('names every mistake at its line, and takes nothing', () => {
    expect(wrong([], [], ['门店', '门店'])).toEqual([
      ...['1 column-twice', '1 no-column', '1 no-column', '1 no-column', '1 no-column', '1 no-column'],
    ]);
    expect(wrong([])).toEqual(['2 no-rows']);
    expect(
      wrong([
        but({ 0: '丙店' }),
        but({ 0: '乙店' }),
        but({ 1: ' ' }),
        but({ 3: '2027-02-30' }),
        but({ 3: '2028-01-01' }),
        but({ 5: '-1' }),
        but({ 5: '1,23' }),
        but({ 6: '18.55' }),
        but({ 6: '101' }),
        but({ 2: 'x'.repeat(201) }),
        but({ 2: 'a\u0000b' }),
        but({ 4: '0001-01-01' }),
      ]),
    ).toEqual([
      ...['2 unknown-store', '3 two-stores', '4 blank', '5 not-a-day', '6 reversed', '7 not-an-amount', '8 not-an-amount'],
      ...['9 not-a-share', '10 not-a-share', '11 too-long', '12 unreadable', '13 not-a-day'],
    ]);
    const many = Array.from({ length: MOST_LEASE_ROWS + 1 }, () => ROW);
    expect(wrong(many)).toEqual(['1 too-many-rows']);
    expect(wrong(Array.from({ length: 300 }, () => but({ 5: 'x' })))).toHaveLength(50);
  });

  it('looks at each store once, however many rows there are', () => {
    let looked = 0;
    const stores = Array.from({ length: 1_000 }, (_, at) => ({
      ...{ id: `u${at}`, key: `store-${at}` },
      get name() {
        looked += 1;
        return { zh: `第${at}店`, en: `Shop ${at}` };
      },
    }));
    const rows = Array.from({ length: 1_000 }, (_, at) =>
      but({ 0: ['店', `shop ${at}`, `store-${at}`, `第${at}店`][at % 4]!, 1: `ZL-${at}` }),
    );
    const found = readLeases([HEAD, ...rows], { stores, currency: 'CNY', known: [] });
    expect(found).toMatchObject({ ok: false, problems: Array.from({ length: 50 }, () => ({ code: 'unknown-store' })) });
    expect(looked).toBeLessThanOrEqual(1_000);
  });

  it('keeps the terms of one contract apart, in the table and beside the register', () => {
    const next = but({ 3: '2027-02-21', 4: '2030-02-20' });
    expect(wrong([ROW, next])).toEqual([]);
    expect(wrong([next], [term()])).toEqual([]);
    expect(wrong([ROW, ROW])).toEqual(['3 twice']);
    expect(wrong([ROW, but({ 3: '2027-02-20', 4: '2030-02-20' })])).toEqual(['3 overlap']);
    expect(wrong([but({ 3: '2027-01-01', 4: '2030-02-20' })], [term()])).toEqual(['2 overlap']);
    expect(wrong([ROW, but({ 0: 'store-b', 3: '2027-02-21', 4: '2030-02-20' })])).toEqual(['3 other-store']);
    // One place of a store has one contract at a time.
    expect(wrong([ROW, but({ 1: 'ZL-2' })])).toEqual(['3 overlap']);
    expect(wrong([but({ 1: 'ZL-2', 2: '广场　1f' })], [term()])).toEqual(['2 overlap']);
    expect(wrong([but({ 1: 'ZL-2', 2: '广场 2F' })], [term()])).toEqual([]);
    expect(wrong([but({ 1: 'ZL-2', 3: '2027-02-21', 4: '2030-02-20' })], [term()])).toEqual([]);
    expect(wrong([but({ 4: '2026-01-01' }), but({ 1: 'ZL-2', 3: '2026-01-02' })], [term()])).toEqual([]);
    // The same contract and first day is a correction: it may say another last day.
    expect(wrong([but({ 4: '2028-02-20' })], [term()])).toEqual([]);
  });
});

describe('a contract that is written otherwise', () => {
  it.each(['zl-1', 'ＺＬ－１', 'ZL - 1', ' Zl-1', 'ZL\u200b-1', 'ZL–1'])('is the one that is known: %j', (number) => {
    expect(read([but({ 1: number, 5: '34000' })], [term()])).toMatchObject({ ok: true, terms: [{ number: 'ZL-1', rent: '3400000' }] });
    expect(wrong([ROW, but({ 1: number })])).toEqual(['3 twice']);
  });

  it('is none where nobody sees anything of it, and is one in letters that look the same', () => {
    expect(wrong([but({ 1: '\u200b' })])).toEqual(['2 unreadable']);
    expect(wrong([but({ 1: 'ZL-A1' }), but({ 1: 'ZL-\u04101' })])).toEqual(['3 twice']);
  });

  it('stays apart where the register has both already', () => {
    const both = [term(), term({ number: 'zl-1', place: '广场 2F' })];
    expect(read([but({ 1: 'zl-1', 2: '广场 2F' })], both)).toMatchObject({ ok: true, terms: [{ number: 'zl-1' }] });
  });
});

describe('what a renewal has agreed on', () => {
  const money = (minor: string) => ({ minor, currency: 'CNY' });
  const form = {
    ...{ store: 'u1', mall: '广场 1F', expiresOn: '2027-02-20', proposal: 'renew', signedOn: '2026-12-20', rent: money('3360000') },
    ...{ newTerm: { from: '2027-02-21', to: '2030-02-20' }, newRent: money('3500000'), newCommission: 18, newDeposit: money('10500000') },
  };

  it('is the next term', () => {
    expect(agreedTerm(form, 'CNY')).toEqual({
      ...{ unit: 'u1', place: '广场 1F', before: '2027-02-20', startsOn: '2027-02-21', expiresOn: '2030-02-20' },
      ...{ rent: '3500000', commission: '18.0', deposit: '10500000' },
    });
  });

  it.each(['2026-12-01', '2027-02-20'])('may begin before the other has ended: %s', (from) => {
    expect(agreedTerm({ ...form, newTerm: { from, to: '2030-02-20' } }, 'CNY')).toMatchObject({ before: '2027-02-20', startsOn: from });
  });

  it.each([
    ['went to an exit', { proposal: 'exit' }],
    ['was not signed', { signedOn: '' }],
    ['has no term', { newTerm: 'three years' }],
    ['ends before it begins', { newTerm: { from: '2027-02-21', to: '2027-02-20' } }],
    ['is over before the other has ended', { newTerm: { from: '2026-02-21', to: '2027-02-20' } }],
    ['has another currency', { newRent: { minor: '1', currency: 'USD' } }],
    ['has no store', { store: null }],
  ])('is nothing where it %s', (_, change) => {
    expect(agreedTerm({ ...form, ...change }, 'CNY')).toBeNull();
  });
});
