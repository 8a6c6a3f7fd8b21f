import { DefinitionRepository } from '@countersign/database';
import { SEED_DEFINITIONS } from '@countersign/definitions';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Publishes the processes that ship as code, for every company. Another content under a version that is there stops the start. */
@Injectable()
export class SeedsService implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly definitions: DefinitionRepository,
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
        if (await this.definitions.publishSeed(id, seed)) published.push(`${seed.key}@${seed.version}`);
      }
    }
    return published;
  }
}
