import { DefinitionEntity, DefinitionRepository, clock } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { noteChange } from '../people/changes/rule-changes.service';
import { versionChange } from './version-change';
import { DefinitionImportService } from './definition-import.service';
import { DraftVersions } from './draft-versions.service';
import { holdByNewRule } from './one-in-force-versions';
import type { DefinitionDraftView } from './dto/definition.view';

/** A version of a process. */
interface Named {
  key: string;
  version: number;
}

/** Brings versions into use and takes them out of it. Whoever does either waits for the other, and decides on what is there then. */
@Injectable()
export class DefinitionReleaseService {
  constructor(
    private readonly database: DataSource,
    private readonly imports: DefinitionImportService,
    private readonly drafts: DraftVersions,
    private readonly definitions: DefinitionRepository,
  ) {}

  /** Publishes what the caller has seen: `shown` is its hash. One version of a key is in use, the newest. */
  async publish(actor: Actor, { key, version }: Named, shown: string): Promise<DefinitionDraftView> {
    return this.database.transaction(async (manager) => {
      const { row, all } = await this.locked(manager, actor, { key, version });
      if (row.hash !== shown) throw new Problem('definition-changed', { key, version });
      const findings = await this.imports.findings(actor, row.body, manager);
      const newest = all.find(({ status }) => status !== 'draft')?.version ?? 0;
      if (newest > version) throw new Problem('definition-superseded', { key, version, newest });
      if (row.status !== 'published') {
        await this.bringIntoUse(manager, actor, row);
        const before = all.find(({ status }) => status === 'published') ?? null;
        await noteChange(manager, versionChange(actor, 'definition-published', { key, before, after: row }));
      }
      return { key, version, status: 'published', hash: row.hash, findings };
    });
  }

  /** Nothing new is started with it any more; what was submitted goes on. */
  async retire(actor: Actor, { key, version }: Named): Promise<DefinitionDraftView> {
    return this.database.transaction(async (manager) => {
      const { row } = await this.locked(manager, actor, { key, version });
      if (row.status === 'draft') throw new Problem('definition-not-in-use', { key, version });
      if (row.status === 'published') {
        await manager.update(DefinitionEntity, { id: row.id }, { status: 'retired' });
        await noteChange(manager, versionChange(actor, 'definition-retired', { key, before: row, after: null }));
      }
      return { key, version, status: 'retired', hash: row.hash, findings: [] };
    });
  }

  private async locked(
    manager: EntityManager,
    actor: Actor,
    { key, version }: Named,
  ): Promise<{ row: DefinitionEntity; all: DefinitionEntity[] }> {
    const of = { companyId: actor.companyId, key };
    await this.definitions.lock(manager, of.companyId, key);
    const all = await manager.find(DefinitionEntity, { where: of, order: { version: 'DESC' }, lock: { mode: 'pessimistic_write' } });
    const row = all.find((each) => each.version === version);
    if (!row) throw new Problem('not-found', { what: 'definition' });
    return { row, all };
  }

  private async bringIntoUse(manager: EntityManager, actor: Actor, { id, key, body }: DefinitionEntity): Promise<void> {
    const { companyId, personId: publishedBy } = actor;
    await manager.update(DefinitionEntity, { companyId, key, status: 'published' }, { status: 'retired' });
    await manager.update(DefinitionEntity, { id }, { status: 'published', publishedBy, publishedAt: clock.now() });
    await this.drafts.follow(manager, { companyId, id, body });
    await holdByNewRule(manager, { companyId, id, body });
  }
}
