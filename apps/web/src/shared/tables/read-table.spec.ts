import { tableText } from './read-table';

const bytes = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;

describe('the text of a table', () => {
  it('is read as UTF-8, and as GBK where it is none', () => {
    expect(tableText(new TextEncoder().encode('门店,Store').buffer as ArrayBuffer)).toBe('门店,Store');
    expect(tableText(bytes(0xc3, 0xc5, 0xb5, 0xea))).toBe('门店');
    expect(tableText(bytes(0xff, 0xff, 0x00))).toBeNull();
  });
});
