import { DefinitionEntity } from '@countersign/database';
import {
  companyFindings,
  definitionHash,
  errorsBeyondFormat,
  linkFindings,
  parseDefinition,
  linkedFrom,
  verify,
  type Definition,
  type Finding,
  type InUse,
  type Json,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { noteChange } from '../people/changes/rule-changes.service';
import { versionChange } from './version-change';
import { StaffingReader } from './staffing-reader.service';
import { StartSurroundings } from './start-surroundings.service';
import { managesDefinitions, triedAs } from './tried-as';
import type { DefinitionDraftView, DefinitionVersionView } from './dto/definition.view';

const SAVE_DRAFT = `
  INSERT INTO definition (id, company_id, key, version, status, hash, body, created_by, source)
  SELECT $1, $2, $3, $4, 'draft', $5, $6, $7, 'import' WHERE $8::text IS NULL OR EXISTS (SELECT 1 FROM definition d WHERE d.company_id = $2 AND d.key = $3 AND d.version = $4)
  ON CONFLICT (company_id, key, version) DO UPDATE SET hash = excluded.hash, body = excluded.body, created_by = excluded.created_by, source = excluded.source
    WHERE definition.status = 'draft' AND ($8::text IS NULL OR definition.hash = $8) RETURNING id`;
const IN_USE = `SELECT body FROM definition WHERE company_id = $1 AND status = 'published' AND key = ANY ($2)`;
const REMOVE_DRAFT = `DELETE FROM definition WHERE company_id = $1 AND key = $2 AND version = $3 AND status = 'draft' RETURNING hash`;

/** Takes definitions in as drafts and hands them out. What has errors is not even kept; what is published never changes. */
@Injectable()
export class DefinitionImportService {
  constructor(
    private readonly database: DataSource,
    private readonly staffing: StaffingReader,
    private readonly surroundings: StartSurroundings,
  ) {}

  /** `over`: hash of the draft that it was made from; what somebody else has imported since is not overwritten. */
  async importDraft(actor: Actor, json: object, over: string | null = null): Promise<DefinitionDraftView> {
    const parsed = parseDefinition(json);
    if (!parsed.ok) throw invalid([...parsed.findings, ...errorsBeyondFormat(json)]);
    const { definition } = parsed;
    const { key, version } = definition;
    const findings = await this.findings(actor, definition);
    const hash = definitionHash(definition);
    const draft = [uuidv7(), actor.companyId, key, version, hash, JSON.stringify(definition), actor.personId, over];
    // Whether it is a draft still is for the database to say, in the same breath as it is written.
    const saved = await this.database.transaction(async (manager) => {
      if ((await manager.query<unknown[]>(SAVE_DRAFT, draft)).length === 0) return false;
      await noteChange(manager, versionChange(actor, 'definition-imported', { key, before: null, after: { version, hash } }));
      return true;
    });
    if (saved) return { key, version, status: 'draft', hash, findings };
    const existing = await this.row(actor, key, version);
    if (existing.hash !== hash)
      throw new Problem(existing.status === 'draft' ? 'definition-changed' : 'definition-exists', { key, version });
    return { key, version, status: existing.status, hash, findings };
  }

  /** Everything to be said about a definition in this company; throws where it has errors. */
  async findings(actor: Actor, definition: Definition, manager: EntityManager = this.database.manager): Promise<Finding[]> {
    const findings = verify(definition);
    if (findings.some((finding) => finding.severity === 'error')) throw invalid(findings);
    const links = linkFindings(definition, await this.started(actor.companyId, definition, manager));
    if (links.some((finding) => finding.severity === 'error')) throw invalid(links);
    return [...findings, ...links, ...companyFindings(definition, await this.staffing.of(actor.companyId, manager))];
  }

  /** One version as it was imported, for those who import or publish. */
  async version(actor: Actor, { key, version }: Pick<Definition, 'key' | 'version'>, requesterId?: string): Promise<DefinitionVersionView> {
    if (!managesDefinitions(actor)) throw new Problem('not-found', { what: 'definition' });
    const requester = { companyId: actor.companyId, personId: await triedAs(this.database.manager, actor, requesterId) };
    const { body, hash, status } = await this.row(actor, key, version);
    const links = linkFindings(body, await this.started(actor.companyId, body, this.database.manager));
    const findings = [...verify(body), ...links, ...companyFindings(body, await this.staffing.of(actor.companyId))];
    return { key, version, status, hash, findings, definition: body, surroundings: await this.surroundings.of(requester, body) };
  }

  /** Definitions in use that are started by a definition, by those that it starts, and so on; nothing is read where it starts none. */
  private async started(companyId: string, definition: Definition, manager: EntityManager): Promise<InUse> {
    const found = new Map<string, Definition>();
    for (let keys = linkedFrom(definition); keys.length > 0;) {
      const rows = await manager.query<{ body: Definition }[]>(IN_USE, [companyId, keys]);
      for (const { body } of rows) found.set(body.key, body);
      keys = rows.flatMap(({ body }) => linkedFrom(body)).filter((key) => key !== definition.key && !found.has(key));
    }
    return found;
  }

  async removeDraft(actor: Actor, key: string, version: number): Promise<void> {
    const gone = await this.database.transaction(async (manager) => {
      const [[row]] = await manager.query<[{ hash: string }[], number]>(REMOVE_DRAFT, [actor.companyId, key, version]);
      if (!row) return false;
      await noteChange(manager, versionChange(actor, 'definition-removed', { key, before: { version, hash: row.hash }, after: null }));
      return true;
    });
    if (gone) return;
    await this.row(actor, key, version);
    throw new Problem('definition-published');
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
