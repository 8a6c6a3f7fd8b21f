import { DefinitionEntity, FactsRepository } from '@countersign/database';
import { actorFacts, refusalText, rolesToStart, startRefusal, type ActorFacts, type Definition } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, Not } from 'typeorm';
import type { Actor } from '../auth/actor';
import { likePattern } from '../http/cursor';
import { Problem } from '../http/problem/problem';
import { PersonRefsService } from '../people/person-refs.service';
import { managesDefinitions } from './tried-as';
import { StartSurroundings } from './start-surroundings.service';
import type { DefinitionItem, DefinitionList, DefinitionVersionList, DefinitionView } from './dto/definition.view';

/** What lists show of a definition: the whole of one is a hundred times that. */
const SHOWN = `key, version, hash, body->'title' AS title, body->'description' AS description, body->>'area' AS area, body->>'code' AS code,
  body->'becomesGrant' IS NOT NULL AS "changesAuthority"`;
const CATALOGUE = `
  SELECT ${SHOWN}, body->'start' AS start, body->'entrances' AS entrances FROM definition
  WHERE company_id = $1 AND status = 'published'
    AND ($2 = '%%' OR key ILIKE $2 OR body->'title'->>'zh' ILIKE $2 OR body->'title'->>'en' ILIKE $2 OR body->>'code' ILIKE $2)
  ORDER BY body->>'area', key`;
const DRAFTS = `SELECT ${SHOWN} FROM definition WHERE company_id = $1 AND status = 'draft' ORDER BY key, version DESC`;

const LISTED = { version: true, status: true, hash: true, source: true, createdAt: true, createdBy: true, publishedAt: true } as const;

type ShownRow = Omit<DefinitionItem, 'status' | 'startable' | 'why' | 'entrances'>;
type CatalogueRow = ShownRow & Pick<Definition, 'start'> & { entrances: Definition['entrances'] | null };

/** The catalogue of processes. */
@Injectable()
export class DefinitionsService {
  constructor(
    private readonly database: DataSource,
    private readonly facts: FactsRepository,
    private readonly people: PersonRefsService,
    private readonly surroundings: StartSurroundings,
  ) {}

  async list(actor: Actor, filter: { startable: boolean; q: string }): Promise<DefinitionList> {
    const [rows, who] = await Promise.all([
      this.database.query<CatalogueRow[]>(CATALOGUE, [actor.companyId, likePattern(filter.q)]),
      this.starter(actor),
    ]);
    const items = rows.map((row) => itemOf(row, who));
    return { items: filter.startable ? items.filter((item) => item.startable) : items };
  }

  /** What was imported and not yet published, for those who do either. */
  async drafts(actor: Actor): Promise<DefinitionList> {
    if (!managesDefinitions(actor)) throw new Problem('right-missing', { right: 'definitions.import' });
    const rows = await this.database.query<ShownRow[]>(DRAFTS, [actor.companyId]);
    return { items: rows.map((row) => ({ ...row, status: 'draft', startable: false, why: null, entrances: null })) };
  }

  async published(actor: Actor, key: string): Promise<DefinitionView> {
    const [row, starter] = await Promise.all([this.publishedRow(actor.companyId, key), this.starter(actor)]);
    const surroundings = await this.surroundings.of(actor, row.body);
    const no = startRefusal(rolesToStart(row.body.start), starter);
    return { definition: row.body, hash: row.hash, surroundings, why: no && { ...no, text: refusalText(no) } };
  }

  /** The version that new requests are started with; null where nothing can be started. */
  async inUse(companyId: string, key: string): Promise<DefinitionEntity | null> {
    return this.database.manager.findOne(DefinitionEntity, { where: { companyId, key, status: 'published' }, order: { version: 'DESC' } });
  }

  async publishedRow(companyId: string, key: string): Promise<DefinitionEntity> {
    const row = await this.inUse(companyId, key);
    if (row) return row;
    const retired = await this.database.manager.existsBy(DefinitionEntity, { companyId, key, status: 'retired' });
    throw retired ? new Problem('definition-retired', { key }) : new Problem('not-found', { what: 'definition' });
  }

  /** The version in use, where the caller may start requests of it, whatever they would fill in. */
  async startableRow(actor: Actor, key: string): Promise<DefinitionEntity> {
    const [row, starter] = await Promise.all([this.publishedRow(actor.companyId, key), this.starter(actor)]);
    const no = startRefusal(rolesToStart(row.body.start), starter);
    if (no) throw new Problem(no.code, no.params, [], refusalText(no));
    return row;
  }

  /** What says which processes the caller may start. */
  private async starter({ companyId, personId, rights }: Actor): Promise<ActorFacts> {
    return actorFacts(await this.facts.directoryOf(companyId, personId), personId, rights);
  }

  /** Drafts are for those who import or publish them: to everybody else they are not there. */
  async versions(actor: Actor, key: string): Promise<DefinitionVersionList> {
    const of = { companyId: actor.companyId, key };
    const where = managesDefinitions(actor) ? of : { ...of, status: Not('draft' as const) };
    const rows = await this.database.manager.find(DefinitionEntity, { select: LISTED, where, order: { version: 'DESC' } });
    if (rows.length === 0) throw new Problem('not-found', { what: 'definition' });
    const refs = await this.people.byIds(rows.map((row) => row.createdBy));
    return {
      items: rows.map(({ version, status, hash, source, createdAt, createdBy, publishedAt }) => ({
        version,
        status,
        hash,
        source,
        createdAt: createdAt.toISOString(),
        createdBy: createdBy ? this.people.in(refs, createdBy) : null,
        publishedAt: publishedAt?.toISOString() ?? null,
      })),
    };
  }
}

/** What is still blank in the form is no matter yet. */
function itemOf({ start, entrances, ...shown }: CatalogueRow, who: ActorFacts): DefinitionItem {
  const no = startRefusal(rolesToStart(start), who);
  const each = (entrances?.each ?? []).map(({ value, title, roles }) => ({
    ...{ value, title },
    startable: no === null && startRefusal(roles ?? null, who) === null,
  }));
  return {
    ...shown,
    status: 'published',
    startable: no === null,
    why: no && { ...no, text: refusalText(no) },
    entrances: entrances ? { field: entrances.field, each } : null,
  };
}
