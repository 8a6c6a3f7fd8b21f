import { randomUUID } from 'node:crypto';
import { definitionHash, type Definition } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Thrown when a definition that is shipped as code differs from the one stored under the same version. */
export class DefinitionChangedError extends Error {
  override readonly name = 'DefinitionChangedError';
}

/** Versions of processes. */
@Injectable()
export class DefinitionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Publishes a definition that is shipped as code; true = it was not there before. The same version with another content stops with a
   * `DefinitionChangedError`: running requests keep what they were started with.
   */
  async publishSeed(companyId: string, definition: Definition): Promise<boolean> {
    const hash = definitionHash(definition);
    const inserted = await this.dataSource.query<unknown[]>(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source, published_at) VALUES ($1, $2, $3, $4, 'published', $5, $6, 'seed', now())
       ON CONFLICT (company_id, key, version) DO NOTHING RETURNING id`,
      [randomUUID(), companyId, definition.key, definition.version, hash, JSON.stringify(definition)],
    );
    if (inserted.length > 0) {
      await this.retireOthers(companyId, definition.key, definition.version);
      return true;
    }
    const [row] = await this.dataSource.query<{ hash: string }[]>(
      'SELECT hash FROM definition WHERE company_id = $1 AND key = $2 AND version = $3',
      [companyId, definition.key, definition.version],
    );
    if (row?.hash === hash) return false;
    throw new DefinitionChangedError(
      `Expected ${definition.key} version ${definition.version} to be what is stored (${row?.hash}), but the code has another content (${hash}): raise its version`,
    );
  }

  /** Only the newest published version of a key can be started. */
  private async retireOthers(companyId: string, key: string, version: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE definition SET status = 'retired' WHERE company_id = $1 AND key = $2 AND version < $3 AND status = 'published'`,
      [companyId, key, version],
    );
  }
}
