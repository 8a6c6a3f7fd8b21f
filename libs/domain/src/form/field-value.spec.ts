import type { FormValues } from '../request/request-state';
import { fieldValue } from './field-value';
import { SAMPLE, sampleFile } from './sample-form.fixture';

const values: FormValues = {
  category: 'travel',
  dates: { from: '2026-10-28', to: '2026-11-06' },
  items: [
    { matter: 'a', invoice: 'F1', amount: { minor: '680000', currency: 'CNY' }, pieces: 0.1 },
    { matter: 'b', amount: { minor: '550000', currency: 'CNY' }, pieces: 0.2 },
    { matter: 'c', invoice: 'F3', scan: [sampleFile('x', 'b')] },
  ],
  extra: [sampleFile('y', 'c')],
};
const of = (path: string) => fieldValue(SAMPLE, values, path);

describe('a path of a form', () => {
  it('stands for a sum where it names a money or number column', () => {
    expect(of('items.amount')).toEqual({ minor: '1230000', currency: 'CNY' });
    expect(of('items.pieces')).toBe(0.3);
  });

  it('stands for the list of what is filled in where it names another column', () => {
    expect(of('items.invoice')).toEqual(['F1', 'F3']);
    expect(of('items.scan')).toEqual(['b'.repeat(64)]);
  });

  it('stands for a count with #', () => {
    expect([of('items#'), of('extra#')]).toEqual([3, 1]);
    expect(fieldValue(SAMPLE, {}, 'items#')).toBe(0);
  });

  it('stands for the ends of a range', () => {
    expect([of('dates'), of('dates.from'), of('dates.to')]).toEqual([['2026-10-28', '2026-11-06'], '2026-10-28', '2026-11-06']);
  });

  it('is blank where nothing is filled in or no such field exists', () => {
    expect(
      ['items.amount', 'items.pieces', 'items.invoice', 'category', 'dates', 'dates.from'].map((path) => fieldValue(SAMPLE, {}, path)),
    ).toEqual([null, null, null, null, null, null]);
    expect([of('nothing'), of('items.nothing'), of('category.x')]).toEqual([null, null, null]);
  });

  it('stands for the digests of files', () => {
    expect(of('extra')).toEqual(['c'.repeat(64)]);
  });
});
