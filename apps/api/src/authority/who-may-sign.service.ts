import {
  CompanyEntity,
  DirectoryKnownRepository,
  FactsRepository,
  ProcessCache,
  type KnownDirectory,
  type KnownProcess,
} from '@countersign/database';
import { ownValue, signingSteps, toMinor, whoMaySign, type Process } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { DefinitionsService } from '../definitions/definitions.service';
import { Problem } from '../http/problem/problem';
import { NamesService } from '../requests/names/names.service';
import { wireMoney } from '../requests/wire-money';
import type { WhoMaySignQuery } from './dto/who-may-sign.query';
import type { WhoMaySignView } from './dto/who-may-sign.view';
import { peopleNamed, signingView } from './signing-view';

type Amount = Parameters<typeof whoMaySign>[1]['amount'];

/** A role with more posts than this is looked for near the unit only. */
const FEW_POSTS = 20;
const MOST_PEOPLE = 100;
/** Roles and people that were ever given an authority over some matters. */
const HOLDERS = `
  WITH given AS (SELECT row->>'role' AS role, row->>'person_id' AS person FROM directory_record
    WHERE company_id = $1 AND relation = 'authority_grant' AND row->>'matter' = ANY ($2))
  SELECT ARRAY(SELECT DISTINCT role FROM given WHERE role IS NOT NULL) AS roles,
    ARRAY(SELECT DISTINCT person FROM given WHERE person IS NOT NULL LIMIT ${MOST_PEOPLE}) AS people,
    ARRAY(SELECT o.role FROM position o WHERE o.company_id = $1 AND o.role IN (SELECT role FROM given)
      GROUP BY o.role HAVING count(*) <= ${FEW_POSTS}) AS few`;
const UNIT = `SELECT unit_id AS id FROM position WHERE person_id = $1 AND company_id = $2 ORDER BY is_primary DESC, key LIMIT 1`;
const SOURCES = `SELECT id, source FROM authority_grant WHERE id = ANY ($1::uuid[]) AND source IS NOT NULL`;

interface Holders {
  roles: string[];
  people: string[];
  few: string[];
}

/** Who may sign a case that nobody has handed in; on which day, and as it was known when. */
@Injectable()
export class WhoMaySignService {
  constructor(
    private readonly database: DataSource,
    private readonly definitions: DefinitionsService,
    private readonly processes: ProcessCache,
    private readonly facts: FactsRepository,
    private readonly known: DirectoryKnownRepository,
    private readonly names: NamesService,
  ) {}

  async ask(actor: Actor, query: WhoMaySignQuery): Promise<WhoMaySignView> {
    const begun = performance.now();
    const { companyId } = actor;
    const found = await this.processOf(actor, query);
    const { process } = found;
    const unitId = query.unit ?? (await this.unitOf(companyId, query.requester));
    const amount = await this.amountOf(companyId, query);
    const read = await this.directory(actor, { found, unitId, query });
    const { directory } = read;
    const unit = ownValue(directory.units, unitId);
    if (!unit) throw new Problem('not-found', { what: 'unit' });
    if (query.requester && !ownValue(directory.people, query.requester)) throw new Problem('not-found', { what: 'person' });
    const plan = query.plan ?? 'in';
    const params = await this.facts.params(companyId, process.definition.key);
    const asked = { step: query.step ?? null, requester: query.requester ?? null, unitId, amount, plan, params };
    const answer = whoMaySign(process, asked, directory);
    const named = await this.names.forRequest({
      ...{ definition: process.definition, values: {}, requesterId: answer.requester, unitId, number: null, companyId, unit: unit.name },
      people: peopleNamed(answer),
    });
    const units = Object.fromEntries(Object.values(directory.units).map(({ id, name }) => [id, name]));
    const sources = await this.sources(answer.steps.flatMap(({ may }) => may.flatMap(({ grant }) => grant?.id ?? [])));
    const person = (id: string) => this.names.person(named, id);
    const names = { ...named, units };
    const context = { definition: process.definition, names, unit: unit.name, timeZone: directory.timeZone, toRequester: false };
    return {
      process: process.definition.title,
      unit: { id: unitId, name: unit.name },
      requester: answer.requester === '' ? null : person(answer.requester),
      assumed: query.requester === undefined,
      amount: amount && wireMoney(amount.minor, amount.currency),
      plan,
      date: directory.today,
      knownAt: query.known === undefined ? null : read.knownAt,
      recordedSince: read.recordedSince,
      steps: answer.steps.map((each) => signingView(each, process, { person, context, sources })),
      took: Math.ceil(performance.now() - begun),
    };
  }

  private async processOf({ companyId }: Actor, { process: key, step }: WhoMaySignQuery): Promise<KnownProcess> {
    const row = await this.definitions.publishedRow(companyId, key);
    const found = await this.processes.byDefinitionId(row.id);
    if (!found) throw new Error(`Expected definition ${row.id} to be there, but it is gone`);
    const { poisoned } = found.process;
    if (poisoned !== null || (step !== undefined && !signingSteps(found.process).some(({ id }) => id === step)))
      throw new Problem('invalid-parameter', { name: poisoned === null ? 'step' : 'process' });
    return found;
  }

  private async unitOf(companyId: string, requester: string | undefined): Promise<string> {
    if (requester === undefined) throw new Problem('invalid-parameter', { name: 'unit' });
    const [row] = await this.database.query<{ id: string }[]>(UNIT, [requester, companyId]);
    if (!row) throw new Problem('not-found', { what: 'person' });
    return row.id;
  }

  private async amountOf(companyId: string, { amount, currency }: WhoMaySignQuery): Promise<Amount> {
    if (amount === undefined) return null;
    const own = currency ?? (await this.database.manager.findOneByOrFail(CompanyEntity, { id: companyId })).currency;
    const minor = toMinor(amount, own);
    if (typeof minor !== 'bigint' || minor < 0n) throw new Problem('invalid-parameter', { name: 'amount' });
    return { minor: minor.toString(), currency: own };
  }

  /** The directory around the case and whoever could have a say in it: of now from where decisions read it, else from the record. */
  private async directory(
    { companyId }: Actor,
    { found, unitId, query }: { found: KnownProcess; unitId: string; query: WhoMaySignQuery },
  ): Promise<KnownDirectory> {
    const [holders] = await this.database.query<Holders[]>(HOLDERS, [companyId, mattersOf(found.process)]);
    const { roles = [], people = [], few = [] } = holders ?? {};
    const lookups = {
      ...found.query,
      superiors: true,
      nearRoles: [...new Set([...found.query.nearRoles, ...roles])],
      companyRoles: [...new Set([...found.query.companyRoles, ...few])],
    };
    const around = { companyId, people: [...people, ...(query.requester ? [query.requester] : [])], units: [unitId] };
    if (query.date !== undefined || query.known !== undefined)
      return this.known.directory(lookups, { ...around, day: query.date ?? null, known: query.known ?? null });
    const [directory, recordedSince] = await Promise.all([
      this.facts.directoryFor({ query: lookups }, around),
      this.known.recordedSince(companyId),
    ]);
    return { directory, knownAt: directory.now, recordedSince };
  }

  private async sources(grants: string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; source: string }[]>(SOURCES, [grants]);
    return new Map(rows.map(({ id, source }) => [id, source]));
  }
}

function mattersOf(process: Process): string[] {
  return [...new Set(signingSteps(process).flatMap(({ authority }) => authority?.matter ?? []))];
}
