import { randomUUID } from 'node:crypto';
import { definitionHash, type Definition } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Thrown when a definition that is shipped as code differs from the one that was shipped before under the same version. */
export class DefinitionChangedError extends Error {
  override readonly name = 'DefinitionChangedError';
}

/** What became of a shipped definition in a company: it is in use now, or lies there as a draft for whoever publishes. */
export interface Seeded {
  key: string;
  version: number;
  status: 'published' | 'draft';
}

interface VersionRow {
  version: number;
  status: string;
  hash: string;
  source: string;
}

const VERSIONS = `SELECT version, status, hash, source FROM definition WHERE company_id = $1 AND key = $2 ORDER BY version DESC`;
const BODIES = `SELECT body FROM definition WHERE company_id = $1 AND key = $2`;
const RETIRE = `UPDATE definition SET status = 'retired' WHERE company_id = $1 AND key = $2 AND status = 'published'`;
const INSERT = `
  INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7)
  ON CONFLICT (company_id, key, version) DO NOTHING RETURNING id`;
const BRING_INTO_USE = `UPDATE definition SET status = 'published', published_at = now() WHERE id = $1`;

/** Versions of processes. Everything inside the caller's transaction. */
@Injectable()
export class DefinitionRepository {
  /**
   * Brings a definition that is shipped as code into a company; null = it is there. What the company has made of the process itself stays in use,
   * and what it has taken out of use stays out: then the shipped one is offered as a draft, under the next number where its own is taken. The same
   * shipped version with another content stops with a `DefinitionChangedError`: running requests keep what they were started with.
   */
  async seed(manager: EntityManager, companyId: string, definition: Definition): Promise<Seeded | null> {
    const { key, version } = definition;
    await this.lock(manager, companyId, key);
    const rows = await manager.query<VersionRow[]>(VERSIONS, [companyId, key]);
    const same = rows.find((row) => row.version === version);
    const hash = definitionHash(definition);
    if (same?.hash === hash) return null;
    if (same?.source === 'seed' && same.status !== 'draft') throw new DefinitionChangedError(changed(definition, same.hash, hash));
    const used = rows.find(({ status }) => status === 'published');
    const follows = rows.length === 0 || (used?.source === 'seed' && used.version < version && !same);
    if (follows) return this.insert(manager, companyId, { definition, status: 'published', source: 'seed' });
    if (used?.source === 'seed' && used.version >= version) return null;
    if (await this.isThere(manager, companyId, definition)) return null;
    const free = Math.max(version, (rows[0]?.version ?? 0) + 1);
    // Under another number it is another version: what ships under that number later is not it.
    const source = free === version ? 'seed' : 'offered';
    return this.insert(manager, companyId, { definition: { ...definition, version: free }, status: 'draft', source });
  }

  /** Whoever brings a version of a process into use or takes it out waits for the others, and decides on what is there then. */
  async lock(manager: EntityManager, companyId: string, key: string): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`definition:${companyId}:${key}`]);
  }

  /** Whether the company has it already, under whatever number. */
  private async isThere(manager: EntityManager, companyId: string, definition: Definition): Promise<boolean> {
    const hash = definitionHash(definition);
    const rows = await manager.query<{ body: Definition }[]>(BODIES, [companyId, definition.key]);
    return rows.some(({ body }) => definitionHash({ ...body, version: definition.version }) === hash);
  }

  private async insert(
    manager: EntityManager,
    companyId: string,
    { definition, status, source }: { definition: Definition; status: Seeded['status']; source: 'seed' | 'offered' },
  ): Promise<Seeded | null> {
    const { key, version } = definition;
    const id = randomUUID();
    const row = [id, companyId, key, version, definitionHash(definition), JSON.stringify(definition), source];
    // A draft was imported under this number in the same moment: the next start offers it under another.
    if ((await manager.query<unknown[]>(INSERT, row)).length === 0) return null;
    if (status === 'published') {
      await manager.query(RETIRE, [companyId, key]);
      await manager.query(BRING_INTO_USE, [id]);
    }
    return { key, version, status };
  }
}

function changed({ key, version }: Definition, stored: string, shipped: string): string {
  return `Expected ${key} version ${version} to be what is stored (${stored}), but the code has another content (${shipped}): raise its version`;
}
