import { CompanyEntity } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { TakeInPipe } from '../http/door/take-in.pipe';
import type { PageQuery } from '../http/schema/page.query';
import { Problem } from '../http/problem/problem';
import type { AnyExportedList, Cell } from './exported-list';
import { EXPORTED_LISTS, type ExportedListName } from './lists';
import type { SheetReading } from './sheets/sheet';

/** A list as it will be read: its filters are checked, its reader may read it. */
export interface ListReading {
  list: AnyExportedList;
  name: ExportedListName;
  actor: Actor;
  filters: object;
  reading: SheetReading;
}

const PAGE = 200;

/** Reads lists for export, a page at a time, each by its own service as its reader. */
@Injectable()
export class ListReadingService {
  private readonly takeIn = new TakeInPipe();

  constructor(
    private readonly modules: ModuleRef,
    private readonly database: DataSource,
  ) {}

  /** Why its own address would not let this reader in; null: it would. A token needs the scope that it needs there. */
  closedTo({ rights, token }: Actor, name: ExportedListName): Problem | null {
    const { right } = EXPORTED_LISTS[name] as AnyExportedList;
    const scope = right === null ? 'read' : 'admin';
    if (token && !token.scopes.includes(scope)) return new Problem('scope-missing', { scope });
    return right === null || rights.includes(right) ? null : new Problem('right-missing', { right });
  }

  /** What the list's own address would refuse is refused here. */
  async open(actor: Actor, name: ExportedListName, filters: Record<string, unknown>): Promise<ListReading> {
    const list = EXPORTED_LISTS[name];
    const closed = this.closedTo(actor, name);
    if (closed) throw closed;
    const asked = Object.fromEntries(Object.entries(filters).filter(([key]) => key !== 'limit' && key !== 'cursor'));
    const checked = (await this.takeIn.transform(asked, { type: 'query', metatype: list.query })) as object;
    const { timeZone } = await this.database.manager.findOneByOrFail(CompanyEntity, { id: actor.companyId });
    return { list, name, actor, filters: checked, reading: { title: list.title, language: actor.language, timeZone } };
  }

  /** Its rows as cells, page by page. */
  async *pages({ list, actor, filters, reading: { language } }: ListReading): AsyncGenerator<Cell[][]> {
    const service = this.modules.get<never>(list.service, { strict: false });
    let cursor: string | undefined;
    do {
      const query = { ...filters, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } as PageQuery;
      const { items, nextCursor } = await list.page(service, actor, query as never);
      yield items.map((item) => list.columns.map(({ cell }) => cell(item, (text) => text?.[language] ?? null)));
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}
