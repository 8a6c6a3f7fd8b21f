import { ownValue } from '@countersign/domain';
import { MoreThan, type EntityManager, type EntityTarget, type FindOptionsOrder, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';

/** Rows that are made into objects in one turn. */
const PAGE = 1_000;

/** Every row of a company, in the order of a column in which no two are alike; read by pages, so that others have their turn in between. */
export async function everyRow<Row extends ObjectLiteral & { companyId: string }>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  { companyId, by }: { companyId: string; by: keyof Row & string },
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const last = rows.at(-1);
    const where = { companyId, ...(last && { [by]: MoreThan(ownValue(last, by)) }) } as FindOptionsWhere<Row>;
    const page = await manager.find(entity, { where, order: { [by]: 'ASC' } as FindOptionsOrder<Row>, take: PAGE });
    // One by one: as many as there are do not fit among the arguments of a call.
    for (const row of page) rows.push(row);
    if (page.length < PAGE) return rows;
  }
}
