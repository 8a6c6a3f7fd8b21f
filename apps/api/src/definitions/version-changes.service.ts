import { DefinitionEntity } from '@countersign/database';
import { changeWords, versionChanges } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, Not, type FindOptionsWhere } from 'typeorm';
import type { Actor } from '../auth/actor';
import { TRACKING } from '../auth/readers.service';
import { Problem } from '../http/problem/problem';
import { managesDefinitions } from './tried-as';
import type { VersionChangesView } from './dto/version-changes.view';

interface Asked {
  key: string;
  version: number;
  since?: number | undefined;
}

/** What a version of a process has changed against another. */
@Injectable()
export class VersionChangesService {
  constructor(private readonly database: DataSource) {}

  /** For those who import, publish or track; drafts for the first two. Against the one before it that was in use, where nothing else is asked. */
  async read(actor: Actor, { key, version, since }: Asked): Promise<VersionChangesView> {
    const manages = managesDefinitions(actor);
    if (!manages && !actor.rights.some((right) => TRACKING.includes(right))) throw new Problem('not-found', { what: 'definition' });
    const of = { companyId: actor.companyId, key, ...(manages ? {} : { status: Not('draft' as const) }) };
    const after = await this.newest({ ...of, version });
    if (!after) throw new Problem('not-found', { what: 'definition' });
    const before = await this.newest(
      since === undefined ? { ...of, status: Not('draft' as const), version: LessThan(version) } : { ...of, version: since },
    );
    if (!before && since !== undefined) throw new Problem('not-found', { what: 'definition' });
    const changes = before ? versionChanges(before.body, after.body) : [];
    return {
      version,
      since: before?.version ?? null,
      changes: changes.map((change) => ({ of: change.of, what: change.what, id: change.id, text: changeWords(change) })),
    };
  }

  private newest(where: FindOptionsWhere<DefinitionEntity>): Promise<DefinitionEntity | null> {
    return this.database.manager.findOne(DefinitionEntity, { where, order: { version: 'DESC' } });
  }
}
