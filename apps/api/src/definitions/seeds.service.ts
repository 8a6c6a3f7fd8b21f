import { DefinitionEntity, DefinitionRepository } from '@countersign/database';
import { SEED_DEFINITIONS } from '@countersign/definitions';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DraftVersions } from './draft-versions.service';

/** Publishes the processes that ship as code, for every company. Another content under a version that is there stops the start. */
@Injectable()
export class SeedsService implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly definitions: DefinitionRepository,
    private readonly drafts: DraftVersions,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.publish();
  }

  /** Says which ones were new, as `key@version`. */
  async publish(): Promise<string[]> {
    const companies = await this.database.query<{ id: string }[]>('SELECT id FROM company ORDER BY id');
    const published: string[] = [];
    for (const { id } of companies) {
      for (const seed of SEED_DEFINITIONS) {
        if (!(await this.definitions.publishSeed(id, seed))) continue;
        published.push(`${seed.key}@${seed.version}`);
        await this.bringDrafts(id, seed.key);
      }
    }
    return published;
  }

  private async bringDrafts(companyId: string, key: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const newest = await manager.findOneBy(DefinitionEntity, { companyId, key, status: 'published' });
      if (newest) await this.drafts.follow(manager, newest);
    });
  }
}
