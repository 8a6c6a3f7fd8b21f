import { guardedFromFormulas } from '@countersign/domain';
import type { Writable } from 'node:stream';
import type { Cell } from '../exported-list';
import { sheetMoment, headingsOf, type Sheet, type SheetColumn, type SheetReading } from './sheet';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const written = (text: string): string => quoted(guardedFromFormulas(text));

function cellTexts(cell: Cell, timeZone: string): string[] {
  switch (cell.kind) {
    case 'text':
      return [written(cell.text ?? '')];
    case 'whole':
      return [cell.value === null ? '' : String(cell.value)];
    case 'money':
      return [cell.value?.amount ?? '', cell.value?.currency ?? ''];
    case 'time':
      return [cell.at === null ? '' : sheetMoment(cell.at, timeZone)];
  }
}

/** RFC 4180, in UTF-8 with the mark by which Excel knows it. */
export function csvSheet(out: Writable, columns: readonly SheetColumn[], reading: SheetReading): Sheet {
  const line = (texts: readonly string[]): void => void out.write(`${texts.join(',')}\r\n`);
  out.write('\ufeff');
  line(headingsOf(columns, reading).map(written));
  return {
    add: (cells) => line(cells.flatMap((cell) => cellTexts(cell, reading.timeZone))),
    end: () => new Promise((resolve, reject) => out.once('error', reject).end(resolve)),
  };
}
