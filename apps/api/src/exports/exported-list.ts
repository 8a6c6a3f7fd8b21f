import type { Bilingual, RightName } from '@countersign/domain';
import type { Type } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import type { PageQuery } from '../http/schema/page.query';
import type { MoneyView } from '../http/schema/values.view';

/** What stands in a cell. Amounts and times keep what they are, so that a spreadsheet can add and sort them. */
export type Cell =
  | { kind: 'text'; text: string | null }
  | { kind: 'whole'; value: number | null }
  | { kind: 'money'; value: MoneyView | null }
  | { kind: 'time'; at: string | null };
export type CellKind = Cell['kind'];

/** Puts a text of both languages into the reader's. */
export type InReaderWords = (text: Bilingual | null | undefined) => string | null;

/** Where a cell stands in an XES log: an attribute of the trace (its request) or of the event. */
export interface XesPlace {
  of: 'trace' | 'event';
  key: string;
}

/** A column of a list. An amount takes two: the number, and its currency. */
export interface ExportColumn<Item> {
  title: Bilingual;
  kind: CellKind;
  /** Only of lists of events. */
  xes?: XesPlace;
  cell: (item: Item, words: InReaderWords) => Cell;
}

type Words = [zh: string, en: string];
const titled = ([zh, en]: Words): Bilingual => ({ zh, en });

/** Words about an item. */
export const textColumn = <Item>(
  title: Words,
  of: (item: Item, words: InReaderWords) => string | null | undefined,
): ExportColumn<Item> => ({
  title: titled(title),
  kind: 'text',
  cell: (item, words) => ({ kind: 'text', text: of(item, words) ?? null }),
});
/** A count. */
export const wholeColumn = <Item>(title: Words, of: (item: Item) => number | null): ExportColumn<Item> => ({
  title: titled(title),
  kind: 'whole',
  cell: (item) => ({ kind: 'whole', value: of(item) }),
});
/** An amount. */
export const moneyColumn = <Item>(title: Words, of: (item: Item) => MoneyView | null): ExportColumn<Item> => ({
  title: titled(title),
  kind: 'money',
  cell: (item) => ({ kind: 'money', value: of(item) }),
});
/** A moment, by the company's clock. */
export const timeColumn = <Item>(title: Words, of: (item: Item) => string | null | undefined): ExportColumn<Item> => ({
  title: titled(title),
  kind: 'time',
  cell: (item) => ({ kind: 'time', at: of(item) ?? null }),
});

/** A column that an XES log has as well. */
export const inXes = <Item>(of: XesPlace['of'], key: string, column: ExportColumn<Item>): ExportColumn<Item> => ({
  ...column,
  xes: { of, key },
});

/** A list that pages, and what of it is exported. It is read by its own service as its reader: an export tells nothing that the list does not. */
export interface ExportedList<Service = never, Query extends PageQuery = never, Item = never> {
  title: Bilingual;
  service: Type<Service>;
  /** Its filters, as the list's own address takes them. */
  query: Type<Query>;
  /** Null: everybody's own rows, or what everybody may read. */
  right: RightName | null;
  page: (service: Service, actor: Actor, query: Query) => Promise<{ items: Item[]; nextCursor: string | null }>;
  columns: readonly ExportColumn<Item>[];
}

/** Any list, its types set aside: whoever reads it only hands on what it gives. */
export type AnyExportedList = ExportedList;

export function exportedList<Service, Query extends PageQuery, Item>(list: ExportedList<Service, Query, Item>): AnyExportedList {
  return list as unknown as AnyExportedList;
}
