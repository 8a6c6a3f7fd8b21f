import { zoneOrFallback, type Bilingual, type Language } from '@countersign/domain';
import type { Cell, CellKind, XesPlace } from '../exported-list';

export const SHEET_FORMATS = ['xlsx', 'csv', 'xes'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** How a sheet is read: its name, in which language, by which clock. */
export interface SheetReading {
  title: Bilingual;
  language: Language;
  timeZone: string;
}

export interface SheetColumn {
  title: Bilingual;
  kind: CellKind;
  xes?: XesPlace;
}

/** A sheet that is written row by row; nothing of it is kept in memory but what has not left yet. */
export interface Sheet {
  add(cells: readonly Cell[]): void;
  /** Done when everything has been handed to the stream. */
  end(): Promise<void>;
}

const CURRENCY: Bilingual = { zh: '币种', en: 'Currency' };

/** The words above the columns: an amount has its currency beside it, a time says by which clock. */
export function headingsOf(columns: readonly SheetColumn[], { language, timeZone }: SheetReading): string[] {
  return columns.flatMap(({ title, kind }) => {
    const name = title[language];
    if (kind === 'money') return [name, `${name} · ${CURRENCY[language]}`];
    return [kind === 'time' ? `${name} (${zoneOrFallback(timeZone)})` : name];
  });
}

/** By zone: to make one costs more than to use it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const shown = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...shown });
  clocks.set(timeZone, made);
  return made;
}

/** A moment as the company's clock shows it, `2026-11-29 14:05`. */
export function sheetMoment(at: string, timeZone: string): string {
  const parts = clockOf(zoneOrFallback(timeZone)).formatToParts(new Date(at));
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`;
}
