import { fieldSchema, type Column } from '@countersign/domain';
import { valueFromText } from './cell-text';
import { blankRow, columnSum, pasteCells, withCell } from './table-rows';

const label = (zh: string, en: string) => ({ zh, en });
const table = fieldSchema.parse({
  key: 'items',
  label: label('费用明细', 'Items'),
  type: 'table',
  columns: [
    { key: 'what', label: label('事项', 'Item'), type: 'text' },
    { key: 'day', label: label('日期', 'Date'), type: 'date' },
    { key: 'invoice', label: label('发票', 'Invoice'), type: 'files' },
    { key: 'kind', label: label('类别', 'Kind'), type: 'choice', options: [{ value: 'hotel', label: label('住宿', 'Hotel') }] },
    { key: 'planned', label: label('计划内', 'In plan'), type: 'yes-no' },
    { key: 'amount', label: label('金额', 'Amount'), type: 'money' },
  ],
});
const columns: Column[] = table.type === 'table' ? table.columns : [];
const TODAY = '2026-11-22';
const paste = (rows: Parameters<typeof pasteCells>[0], cells: string[][], at: { row: number; column: number; maxRows?: number }) =>
  pasteCells(rows, cells, { columns, today: TODAY, maxRows: 100, ...at }).rows;

describe('rows of a table field', () => {
  it('lays a pasted block over the cells from the cursor on and adds rows, leaving file cells alone', () => {
    const rows = paste(
      [blankRow(columns)],
      [
        ['道具', '10-28', '住宿', '是', '6,800'],
        ['模特', '11-02', '', '', '3200'],
      ],
      { row: 0, column: 0 },
    );
    expect(rows).toEqual([
      { what: '道具', day: '2026-10-28', invoice: [], kind: 'hotel', planned: true, amount: { amount: '6800.00', currency: 'CNY' } },
      { what: '模特', day: '2026-11-02', invoice: [], kind: null, planned: null, amount: { amount: '3200.00', currency: 'CNY' } },
    ]);
  });

  it('leaves out a first line that repeats the column names', () => {
    expect(
      paste(
        [],
        [
          ['Item', 'Date'],
          ['Fixtures', '2026-10-28'],
        ],
        { row: 0, column: 0 },
      ),
    ).toHaveLength(1);
  });

  it('takes every column that the table shows, also where the sheet has one for the files', () => {
    const rows = paste([], [['道具', '10-28', '已上传', '住宿', '是', '￥６，８００.５']], { row: 0, column: 0 });
    expect(rows).toEqual([
      { what: '道具', day: '2026-10-28', invoice: [], kind: 'hotel', planned: true, amount: { amount: '6800.50', currency: 'CNY' } },
    ]);
    expect(paste([], [['道具', '10-28', '', 'Hotel']], { row: 0, column: 0 })[0]).toMatchObject({ day: '2026-10-28', kind: 'hotel' });
  });

  it('follows the names of a first line, in whatever order, and leaves out what it does not know', () => {
    const rows = paste(
      [],
      [
        ['金额', '备注', '事项', '日期'],
        ['1.2万', '急', '模特', '2026/11/2'],
      ],
      { row: 0, column: 2 },
    );
    expect(rows).toEqual([
      { what: '模特', day: '2026-11-02', invoice: [], kind: null, planned: null, amount: { amount: '12000.00', currency: 'CNY' } },
    ]);
  });

  it('knows a head by what people call it: with a unit behind it, a longer word, and never takes it for a line', () => {
    const invoices = [{ ...columns[0]!, key: 'number', label: label('发票号', 'Invoice number') }, ...columns];
    const pasted = pasteCells(
      [],
      [
        ['项目', '费用日期', '发票号码', '金额(元)', '备注'],
        ['道具', '11-02', 'FP-1', '¥1,200', '急'],
      ],
      { columns: invoices, row: 0, column: 0, today: TODAY, maxRows: 9 },
    );
    expect(pasted.rows).toHaveLength(1);
    expect(pasted.rows[0]).toMatchObject({ day: '2026-11-02', number: 'FP-1', amount: { amount: '1200.00', currency: 'CNY' } });
    // What a line is about stands first, whatever it is called: it goes into the one column of texts that is left, and is told.
    expect([pasted.rows[0]?.what, pasted.guessed?.head, pasted.unplaced]).toEqual(['道具', '项目', ['备注']]);
    const twice = paste(
      [],
      [
        ['金额', '税额金额', '日期'],
        ['1', '2', '11-02'],
      ],
      { row: 0, column: 0 },
    );
    expect(twice[0]).toMatchObject({ amount: { amount: '1.00', currency: 'CNY' } });
  });

  it('never lets an amount fall into the column of files, also where the sheet has more columns than the table', () => {
    const few = columns.filter(({ key }) => key !== 'kind' && key !== 'planned');
    const from = { columns: few, row: 0, column: 0, today: TODAY, maxRows: 9 };
    const pasted = pasteCells(
      [],
      [
        ['道具', '11-02', '1,200', '急'],
        ['灯光', '11-03', '1.2万', ''],
      ],
      from,
    );
    expect(pasted.rows.map(({ amount }) => amount)).toEqual([
      { amount: '1200.00', currency: 'CNY' },
      { amount: '12000.00', currency: 'CNY' },
    ]);
    expect(pasted.unplaced).toEqual(['急']);
  });

  it('takes a whole sheet as people keep it: a title above, lines that are counted, heads of their own', () => {
    const invoices = [
      ...columns.slice(0, 2),
      { ...columns[0]!, key: 'number', label: label('发票号', 'Invoice number') },
      ...columns.slice(2),
    ];
    const from = { columns: invoices, row: 0, column: 0, today: TODAY, maxRows: 9 };
    const sheet = [
      ['2026 年 11 月费用明细表', '', '', '', '', ''],
      ['序号', '费用项目', '日期', '发票号码', '金额(元)', '备注'],
      ['1', '高铁票', '11月3日', 'FP-001', '553.5', '出差'],
      ['2', '酒店', '2026/11/4', 'FP-002', '1,280', ''],
      ['合计', '', '', '', '1,833.5', ''],
    ];
    const pasted = pasteCells([], sheet, from);
    expect(pasted.rows.map(({ what, day, number, amount }) => [what, day, number, (amount as { amount: string }).amount])).toEqual([
      ['高铁票', '2026-11-03', 'FP-001', '553.50'],
      ['酒店', '2026-11-04', 'FP-002', '1280.00'],
    ]);
    expect(pasted).toMatchObject({
      guessed: { head: '费用项目' },
      unread: [],
      unplaced: ['2026 年 11 月费用明细表', '备注'],
      totals: ['合计 1,833.5'],
    });
    const english = [
      ['No.', 'Date', 'Amount'],
      ['1', '2026-11-03', '5'],
    ];
    expect(pasteCells([], english, from)).toMatchObject({ laid: 1, guessed: null, unplaced: [], unread: [] });
  });

  it('leaves out a first column that only counts, where more can be read without it', () => {
    const from = { columns, row: 0, column: 0, today: TODAY, maxRows: 9 };
    const counted = [
      ['1', '道具', '11-02'],
      ['2', '模特', '11-03'],
    ];
    expect(pasteCells([], counted, from).rows.map(({ what, day }) => [what, day])).toEqual([
      ['道具', '2026-11-02'],
      ['模特', '2026-11-03'],
    ]);
    // Here nothing says that they are no texts.
    expect(
      pasteCells(
        [],
        [
          ['1', '11-02'],
          ['2', '11-03'],
        ],
        from,
      ).rows.map(({ what }) => what),
    ).toEqual(['1', '2']);
    expect(pasteCells([], [['1'], ['2']], from).rows.map(({ what }) => what)).toEqual(['1', '2']);
    expect(pasteCells([], [['1'], ['2']], { ...from, column: 5 }).rows.map(({ amount }) => amount)).toMatchObject([
      { amount: '1.00' },
      { amount: '2.00' },
    ]);
  });

  it('takes no line of values for heads, also where they sound like some', () => {
    const from = { columns, row: 0, column: 0, today: TODAY, maxRows: 9 };
    expect(
      pasteCells(
        [],
        [
          ['金额更正费', '11-02', '', '', '80'],
          ['日期章', '11-03', '', '', '20'],
        ],
        from,
      ).laid,
    ).toBe(2);
  });

  it('takes no row that adds up others for a line, and tells it', () => {
    const from = { columns, row: 0, column: 0, today: TODAY, maxRows: 9 };
    const lines = [
      ['道具', '11-02', '住宿', '是', '1,200'],
      ['小计', '', '', '', '1,200'],
      ['灯光', '11-03', '', '', '800'],
    ];
    const totals = ['合计', '合 计：', '总计（元）', '本页小计', '合计（大写）', 'Total', 'Sub-total:', 'Grand Total (CNY)'];
    for (const word of totals) {
      const pasted = pasteCells([], [...lines, [word, '', '', '', '￥2,000.00']], from);
      expect([word, pasted.rows.map(({ what }) => what), pasted.laid]).toEqual([word, ['道具', '灯光'], 2]);
      expect(pasted.totals).toEqual(['小计 1,200', `${word} ￥2,000.00`]);
    }
    const inWords = pasteCells(
      [],
      [
        ['事项', '金额'],
        ['道具', '1200'],
        ['合计', '人民币壹仟贰佰元整'],
        ['', '合计'],
        ['共计', '1 张'],
      ],
      from,
    );
    expect([inWords.rows.length, inWords.totals]).toEqual([1, ['合计 人民币壹仟贰佰元整', '合计', '共计 1 张']]);
  });

  it('leaves a line alone that only sounds like a sum', () => {
    const from = { columns, row: 0, column: 0, today: TODAY, maxRows: 9 };
    const lines = [
      ['合计称重费', '', '', '', '20'],
      ['Total station hire', '', '', '', '300'],
      ['合计', '11-02', '住宿', '', '40'],
    ];
    expect(pasteCells([], lines, from)).toMatchObject({ laid: 3, totals: [] });
    // Alone it is what somebody wants to paste.
    expect(pasteCells([], [['合计', '', '', '', '20']], from)).toMatchObject({ laid: 1, totals: [] });
  });

  it('keeps what it cannot read and names it', () => {
    const cells = [['道具', '上周', '打车', '也许', '1.234']];
    const { rows, unread } = pasteCells([], cells, { columns, today: TODAY, row: 2, column: 0, maxRows: 100 });
    expect(rows[2]).toEqual({
      what: '道具',
      day: '上周',
      invoice: [],
      kind: '打车',
      planned: null,
      amount: { amount: '1.234', currency: 'CNY' },
    });
    expect(unread.map(({ row, column, text }) => [row, column.key, text])).toEqual([
      [3, 'day', '上周'],
      [3, 'kind', '打车'],
      [3, 'planned', '也许'],
      [3, 'amount', '1.234'],
    ]);
  });

  it('cuts no text short: the form says that it is too long', () => {
    expect(valueFromText(columns[0]!, 'x'.repeat(300), TODAY)).toHaveLength(300);
  });

  it('starts at the cell of the cursor', () => {
    const rows = paste([{ ...blankRow(columns), what: 'a' }], [['500'], ['600']], { row: 0, column: 5 });
    expect(rows.map((row) => row.what)).toEqual(['a', null]);
    expect(rows.map((row) => row.amount)).toEqual([
      { amount: '500.00', currency: 'CNY' },
      { amount: '600.00', currency: 'CNY' },
    ]);
  });

  it('names the columns of a sheet that it has no place for, where something stands in them', () => {
    const from = { columns, today: TODAY, row: 0, column: 0, maxRows: 9 };
    const headed = pasteCells(
      [],
      [
        ['Item', 'What for', 'Amount', 'Kind', 'Note'],
        ['a', 'windows', '5', '', ''],
      ],
      from,
    );
    expect([headed.unplaced, headed.rows[0]?.what]).toEqual([['What for'], 'a']);
    expect(pasteCells([], [['5', 'left over']], { ...from, column: 5 }).unplaced).toEqual(['left over']);
    expect(pasteCells([], [['a', '10-28']], from).unplaced).toEqual([]);
  });

  it('stops at the most rows that the table takes', () => {
    const pasted = pasteCells([], [['a'], ['b'], ['c']], { columns, today: TODAY, row: 0, column: 0, maxRows: 2 });
    expect([pasted.rows.length, pasted.laid, pasted.over]).toEqual([2, 2, 1]);
  });

  it('keeps a text that is no amount where it can be seen', () => {
    expect(valueFromText(columns[5]!, 'n/a', TODAY)).toEqual({ amount: 'n/a', currency: 'CNY' });
  });

  it('adds a money column exactly and leaves out what is no amount, or may not stand there', () => {
    const rows = ['0.10', '0.20', 'n/a', '-20.00'].map((amount) => ({ amount: { amount, currency: 'CNY' } }));
    expect(columnSum(rows, columns[5] as Extract<Column, { type: 'money' }>)).toEqual({ amount: '0.30', without: 2 });
    expect(columnSum([...rows.slice(0, 1), { amount: null }], columns[5] as Extract<Column, { type: 'money' }>)).toEqual({
      amount: '0.10',
      without: 0,
    });
  });

  it('changes one cell and nothing else', () => {
    expect(withCell([{ a: 1 }, { a: 2 }], 1, 'a', 3)).toEqual([{ a: 1 }, { a: 3 }]);
  });
});
