import { parseClipboardTable } from './clipboard-table';

describe('parseClipboardTable', () => {
  it('reads rows and cells as a spreadsheet copies them', () => {
    expect(parseClipboardTable('橱窗道具\t2026-10-28\t6,800.00\r\n模特 ×4\t2026-11-02\t3,200\r\n')).toEqual([
      ['橱窗道具', '2026-10-28', '6,800.00'],
      ['模特 ×4', '2026-11-02', '3,200'],
    ]);
  });

  it('keeps tabs, line breaks and quotes that stand inside quotes', () => {
    expect(parseClipboardTable('"first\nsecond"\t"say ""yes"""\n')).toEqual([['first\nsecond', 'say "yes"']]);
  });

  it('leaves a single cell to the ordinary paste, with the line break that spreadsheets add', () => {
    expect(parseClipboardTable('6,800.00')).toBeNull();
    expect(parseClipboardTable('6,800.00\r\n')).toBeNull();
  });

  it('drops empty lines', () => {
    expect(parseClipboardTable('a\t1\n\t\n\nb\t2')).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });
});
