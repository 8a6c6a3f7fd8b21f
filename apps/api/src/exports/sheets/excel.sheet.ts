import type { Writable } from 'node:stream';
import { currencyDecimals } from '@countersign/domain';
import type { CellValue, Row } from 'exceljs';
import type { Cell } from '../exported-list';
import { sheetMoment, headingsOf, type Sheet, type SheetColumn, type SheetReading } from './sheet';
import { fitForXml } from './xml-text';

/** Signs that one cell of Excel takes. */
const LONGEST = 32_000;
/** Whole minor units up to here are exact in a number. */
const EXACT_DIGITS = 15;
const WIDTHS = { text: 24, whole: 10, money: 16, time: 18 } as const;

/** A moment as Excel keeps it: the company's clock, as if it were that of Greenwich. */
const excelTime = (at: string, timeZone: string): Date => new Date(`${sheetMoment(at, timeZone).replace(' ', 'T')}:00Z`);

/** An amount that a number cannot hold to the cent stays text. Text is never a formula: it is written as the text that it is. */
function cellValues(cell: Cell, timeZone: string): CellValue[] {
  switch (cell.kind) {
    case 'text':
      return [cell.text === null ? null : fitForXml(cell.text.slice(0, LONGEST))];
    case 'whole':
      return [cell.value];
    case 'money': {
      const { amount = '', currency = null } = cell.value ?? {};
      const exact = amount.replace(/\D/g, '').length <= EXACT_DIGITS;
      return [amount === '' ? null : exact ? Number(amount) : amount, currency];
    }
    case 'time':
      return [cell.at === null ? null : excelTime(cell.at, timeZone)];
  }
}

/** How the places of a row show their numbers. */
function formatted(row: Row, cells: readonly Cell[]): void {
  let at = 0;
  for (const cell of cells) {
    at += 1;
    if (cell.kind === 'time') row.getCell(at).numFmt = 'yyyy-mm-dd hh:mm';
    if (cell.kind !== 'money') continue;
    const decimals = cell.value === null ? 0 : currencyDecimals(cell.value.currency);
    row.getCell(at).numFmt = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
    at += 1;
  }
}

/** An Excel workbook of one sheet; its head stays in sight. The library is loaded with the first workbook, not with the product. */
export async function excelSheet(out: Writable, columns: readonly SheetColumn[], reading: SheetReading): Promise<Sheet> {
  const { stream } = await import('exceljs');
  const workbook = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  // Excel takes none of these signs in the name of a sheet, and 31 at most.
  const name = reading.title[reading.language].replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.flatMap(({ kind }) => (kind === 'money' ? [{ width: WIDTHS.money }, { width: 10 }] : [{ width: WIDTHS[kind] }]));
  const head = sheet.addRow(headingsOf(columns, reading));
  head.font = { bold: true };
  head.commit();
  return {
    add: (cells) => {
      const row = sheet.addRow(cells.flatMap((cell) => cellValues(cell, reading.timeZone)));
      formatted(row, cells);
      row.commit();
    },
    end: async () => {
      sheet.commit();
      await workbook.commit();
    },
  };
}
