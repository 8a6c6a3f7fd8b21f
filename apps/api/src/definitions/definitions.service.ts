import { DefinitionEntity, FactsRepository, ProcessCache } from '@countersign/database';
import { actorFacts, allowed, begin, refusalText, type ActorFacts, type Definition, type Refusal } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, Not } from 'typeorm';
import type { Actor } from '../auth/actor';
import { likePattern } from '../http/cursor';
import { Problem } from '../http/problem';
import { PersonRefsService } from '../people/person-refs.service';
import { managesDefinitions } from './definition-import.service';
import { StartSurroundings } from './start-surroundings.service';
import type { DefinitionItem, DefinitionList, DefinitionVersionList, DefinitionView } from './dto/definition.view';

const CATALOGUE = `
  SELECT id, hash, body FROM definition
  WHERE company_id = $1 AND status = 'published'
    AND ($2 = '%%' OR key ILIKE $2 OR body->'title'->>'zh' ILIKE $2 OR body->'title'->>'en' ILIKE $2 OR body->>'code' ILIKE $2)
  ORDER BY body->>'area', key`;

/** The catalogue of processes. */
@Injectable()
export class DefinitionsService {
  constructor(
    private readonly database: DataSource,
    private readonly processes: ProcessCache,
    private readonly facts: FactsRepository,
    private readonly people: PersonRefsService,
    private readonly surroundings: StartSurroundings,
  ) {}

  async list(actor: Actor, filter: { startable: boolean; q: string }): Promise<DefinitionList> {
    const rows = await this.database.query<{ id: string; hash: string; body: Definition }[]>(CATALOGUE, [
      actor.companyId,
      likePattern(filter.q),
    ]);
    const [first] = rows;
    if (!first) return { items: [] };
    const directory = await this.facts.directoryFor(this.processes.remember(first.body), {
      companyId: actor.companyId,
      people: [actor.personId],
    });
    const who = actorFacts(directory, actor.personId, actor.rights);
    const items = rows.map(({ body, hash }) => this.itemOf({ body, hash }, { who, now: directory.now }));
    return { items: filter.startable ? items.filter((item) => item.startable) : items };
  }

  /** What was imported and not yet published, for those who do either. */
  async drafts(actor: Actor): Promise<DefinitionList> {
    if (!managesDefinitions(actor)) throw new Problem('right-missing', { right: 'definitions.import' });
    const rows = await this.database.manager.find(DefinitionEntity, {
      where: { companyId: actor.companyId, status: 'draft' },
      order: { key: 'ASC', version: 'DESC' },
    });
    return { items: rows.map(({ body, hash }) => ({ ...describe(body, hash), status: 'draft', startable: false, why: null })) };
  }

  async published(actor: Actor, key: string): Promise<DefinitionView> {
    const row = await this.publishedRow(actor.companyId, key);
    return { definition: row.body, hash: row.hash, surroundings: await this.surroundings.of(actor, row.body) };
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

  /** Drafts are for those who import or publish them: to everybody else they are not there. */
  async versions(actor: Actor, key: string): Promise<DefinitionVersionList> {
    const of = { companyId: actor.companyId, key };
    const where = managesDefinitions(actor) ? of : { ...of, status: Not('draft' as const) };
    const rows = await this.database.manager.find(DefinitionEntity, { where, order: { version: 'DESC' } });
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

  private itemOf(
    { body: definition, hash }: Pick<DefinitionEntity, 'body' | 'hash'>,
    by: { who: ActorFacts; now: string },
  ): DefinitionItem {
    const no = this.mayNotStart(definition, by);
    return { ...describe(definition, hash), status: 'published', startable: no === null, why: no && { ...no, text: refusalText(no) } };
  }

  /** Asks the guards of the definition's own machine; what is still blank in the form is no matter yet. */
  private mayNotStart(definition: Definition, { who, now }: { who: ActorFacts; now: string }): Refusal | null {
    const { process } = this.processes.remember(definition);
    const [submit] = allowed(process, begin(definition, '').state, who, { now, requesterUnitPath: [] });
    return submit?.refusal?.code === 'may-not-start' ? submit.refusal : null;
  }
}

function describe(
  { key, version, title, description, area, code }: Definition,
  hash: string,
): Omit<DefinitionItem, 'status' | 'startable' | 'why'> {
  return { key, version, hash, title, description: description ?? null, area, code: code ?? null };
}
