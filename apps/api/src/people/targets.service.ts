import { ProcessTargetEntity } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { oneAtATime } from '../http/one-at-a-time';
import { demandAsShown } from '../http/press/as-shown';
import { Problem } from '../http/problem/problem';
import { changedBy, noteChange } from './changes/rule-changes.service';
import type { ProcessTargetView } from './dto/parameter.view';

const IN_USE = `SELECT 1 FROM definition WHERE company_id = $1 AND key = $2 AND status = 'published'`;

/** What share of the decisions of its processes a company wants on time. Nothing is decided by it: Time spent compares with it. */
@Injectable()
export class TargetsService {
  constructor(private readonly database: DataSource) {}

  /** In percent; null: none. One change of a company at a time. */
  async set(
    actor: Actor,
    { definition, shown }: { definition: string; shown: string | null },
    onTime: number | null,
  ): Promise<ProcessTargetView> {
    const { companyId } = actor;
    return this.database.transaction(async (manager) => {
      await oneAtATime(manager, 'parameters', companyId);
      const [process] = await manager.query<unknown[]>(IN_USE, [companyId, definition]);
      if (!process) throw new Problem('not-found', { what: 'definition' });
      const row = { companyId, definitionKey: definition };
      const before = (await manager.findOneBy(ProcessTargetEntity, row))?.onTime ?? null;
      demandAsShown(shown, String(before ?? 'none'));
      if (onTime === null) await manager.delete(ProcessTargetEntity, row);
      else await manager.upsert(ProcessTargetEntity, { ...row, onTime }, ['companyId', 'definitionKey']);
      const changed = { section: 'definitions', key: definition, before: { onTime: before }, after: { onTime } };
      await noteChange(manager, { ...changedBy(actor), kind: 'target-set', rows: before === onTime ? [] : [changed] });
      return { definition, onTime };
    });
  }
}
