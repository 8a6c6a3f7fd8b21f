import { DefinitionEntity } from '@countersign/database';
import { definitionHash, parseDefinition, verify, type Finding, type Json } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem';
import type { DefinitionDraftView } from './dto/definition.view';

const SAVE_DRAFT = `
  INSERT INTO definition (id, company_id, key, version, status, hash, body, created_by, source) VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7, 'import')
  ON CONFLICT (company_id, key, version) DO UPDATE SET hash = excluded.hash, body = excluded.body, created_by = excluded.created_by
    WHERE definition.status = 'draft'`;

/** Takes definitions in as drafts and publishes them. What has errors is not even kept; what is published never changes. */
@Injectable()
export class DefinitionImportService {
  constructor(private readonly database: DataSource) {}

  async importDraft(actor: Actor, json: object): Promise<DefinitionDraftView> {
    const parsed = parseDefinition(json);
    if (!parsed.ok) throw invalid(parsed.findings);
    const { definition } = parsed;
    const findings = verify(definition);
    if (findings.some((finding) => finding.severity === 'error')) throw invalid(findings);
    const { key, version } = definition;
    const of = { companyId: actor.companyId, key, version };
    const hash = definitionHash(definition);
    const existing = await this.database.manager.findOneBy(DefinitionEntity, of);
    if (existing && existing.status !== 'draft') {
      if (existing.hash !== hash) throw new Problem('definition-exists', { key, version });
      return { key, version, status: existing.status, hash, findings };
    }
    await this.database.query(SAVE_DRAFT, [uuidv7(), actor.companyId, key, version, hash, JSON.stringify(definition), actor.personId]);
    return { key, version, status: 'draft', hash, findings };
  }

  async publish(actor: Actor, key: string, version: number): Promise<DefinitionDraftView> {
    const row = await this.row(actor, key, version);
    const findings = verify(row.body);
    if (findings.some((finding) => finding.severity === 'error')) throw invalid(findings);
    if (row.status !== 'published') await this.bringIntoUse(actor, row);
    return { key, version, status: 'published', hash: row.hash, findings };
  }

  /** One version of a key is in use, the newest: two that are published at the same moment wait for each other. */
  private async bringIntoUse(actor: Actor, { id, key, version }: DefinitionEntity): Promise<void> {
    await this.database.transaction(async (manager) => {
      const of = { companyId: actor.companyId, key };
      const all = await manager.find(DefinitionEntity, { where: of, order: { version: 'DESC' }, lock: { mode: 'pessimistic_write' } });
      const newest = all.find(({ status }) => status !== 'draft')?.version ?? 0;
      if (newest > version) throw new Problem('definition-superseded', { key, version, newest });
      await manager.update(DefinitionEntity, { ...of, status: 'published' }, { status: 'retired' });
      await manager.update(DefinitionEntity, { id }, { status: 'published', publishedBy: actor.personId, publishedAt: new Date() });
    });
  }

  async removeDraft(actor: Actor, key: string, version: number): Promise<void> {
    const row = await this.row(actor, key, version);
    if (row.status !== 'draft') throw new Problem('definition-published');
    await this.database.manager.delete(DefinitionEntity, { id: row.id, status: 'draft' });
  }

  private async row(actor: Actor, key: string, version: number): Promise<DefinitionEntity> {
    const row = await this.database.manager.findOneBy(DefinitionEntity, { companyId: actor.companyId, key, version });
    if (!row) throw new Problem('not-found', { what: 'definition' });
    return row;
  }
}

function invalid(findings: Finding[]): Problem {
  const errors = findings.filter((finding) => finding.severity === 'error');
  return new Problem(
    'definition-invalid',
    { count: errors.length },
    errors.map(({ path, code, message }) => ({ field: path, code, params: {} as Record<string, Json>, message })),
  );
}
