import { DefinitionRepository, type Seeded } from '@countersign/database';
import { SEED_DEFINITIONS } from '@countersign/definitions';
import { definitionHash, type Definition } from '@countersign/domain';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DraftVersions } from './draft-versions.service';
import { holdByNewRule } from './one-in-force-versions';

const STORED = 'SELECT hash FROM definition WHERE company_id = $1';
const IN_USE = `SELECT id, company_id AS "companyId", body FROM definition WHERE company_id = $1 AND key = $2 AND status = 'published'`;

/** Brings the processes that ship as code into every company. Another content under a shipped version stops the start. */
@Injectable()
export class SeedsService implements OnModuleInit {
  private readonly log = new Logger(SeedsService.name);

  constructor(
    private readonly database: DataSource,
    private readonly definitions: DefinitionRepository,
    private readonly drafts: DraftVersions,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.publish();
  }

  /** Says which ones came into use, as `key@version`. */
  async publish(shipped: readonly Definition[] = SEED_DEFINITIONS): Promise<string[]> {
    const companies = await this.database.query<{ id: string }[]>('SELECT id FROM company ORDER BY id');
    const published: string[] = [];
    for (const { id } of companies) {
      const stored = new Set((await this.database.query<{ hash: string }[]>(STORED, [id])).map(({ hash }) => hash));
      for (const definition of shipped.filter((each) => !stored.has(definitionHash(each)))) {
        const seeded = await this.database.transaction((manager) => this.seed(manager, id, definition));
        if (seeded?.status === 'published') published.push(`${seeded.key}@${seeded.version}`);
        else if (seeded) this.log.warn(`${seeded.key} ships anew, and the company has its own: offered as draft version ${seeded.version}`);
      }
    }
    return published;
  }

  private async seed(manager: EntityManager, companyId: string, definition: Definition): Promise<Seeded | null> {
    const seeded = await this.definitions.seed(manager, companyId, definition);
    if (seeded?.status !== 'published') return seeded;
    const [newest] = await manager.query<{ id: string; companyId: string; body: Definition }[]>(IN_USE, [companyId, definition.key]);
    if (newest === undefined) return seeded;
    await this.drafts.follow(manager, newest);
    await holdByNewRule(manager, newest);
    return seeded;
  }
}
