import { CompanyEntity, DirectoryKnownRepository, FactsRepository, ProcessCache, type KnownProcess } from '@countersign/database';
import { changedRoutes, ownValue, signingSteps, stepTitle, type ChangedRoute, type Directory, type Grant } from '@countersign/domain';
import { inTurns } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { DirectoryImportService } from '../people/directory-import.service';
import { PersonRefsService } from '../people/person-refs.service';
import { wireMoney } from '../requests/wire-money';
import type { ChangedRouteView } from './dto/grants.view';
import type { LimitsBody, LimitsView } from './dto/limits.body';
import { atTheirChange, readChanges, type LimitSurroundings, type ReadChange, type StandingGrant } from './limit-changes';

/** Units that routes are compared for; a company has a few hundred stores, and most of them go the same way. */
const UNITS_LOOKED_AT = 60;
const NAMED_ROUTES = 200;

const STANDING = `
  SELECT g.id, g.key, g.kind, g.matter, g.role, p.key AS person, u.key AS scope, g.limit_value, g.plan, g.state, g.withheld_reason AS "withheldReason",
    g.source, g.title, g.valid_from::text AS "validFrom", g.valid_to::text AS "validTo",
    coalesce(g.person_id = $3 OR g.person_id IS NULL AND g.role IN (SELECT role FROM position WHERE person_id = $3), false) AS own
  FROM authority_grant g LEFT JOIN person p ON p.id = g.person_id LEFT JOIN unit u ON u.id = g.scope_unit_id WHERE g.company_id = $1 AND g.id = ANY ($2::uuid[])`;
const PEOPLE = `SELECT id, key FROM person WHERE company_id = $1 AND id = ANY ($2::uuid[]) AND active`;
const EXCEPTIONS = `SELECT key FROM authority_grant WHERE company_id = $1 AND person_id = ANY ($2::uuid[]) AND valid_from = $3::date`;
const TODAY = `SELECT company_day(time_zone)::text AS today FROM company WHERE id = $1`;
const PROCESSES = `SELECT id FROM definition WHERE company_id = $1 AND status = 'published' ORDER BY key`;
const UNITS = `SELECT id FROM unit WHERE company_id = $1 ORDER BY kind <> 'store', key LIMIT ${UNITS_LOOKED_AT + 1}`;

/** A set of changes, read. */
interface ReadSet {
  document: object;
  changes: ReadChange[];
  from: string;
  currency: string;
}

/** Limits, changed as a set: tried first, then taken in as the directory takes what it is given. */
@Injectable()
export class LimitsService {
  constructor(
    private readonly database: DataSource,
    private readonly imports: DirectoryImportService,
    private readonly processes: ProcessCache,
    private readonly facts: FactsRepository,
    private readonly known: DirectoryKnownRepository,
    private readonly people: PersonRefsService,
  ) {}

  async change(actor: Actor, body: LimitsBody): Promise<LimitsView> {
    const { document, changes } = await this.read(actor, body);
    const { grants } = await this.imports.import({ ...actor, kind: 'limits-changed' }, document).catch(atTheirChange(changes));
    return { grants, routes: [], stuck: 0, complete: true, openTasks: null };
  }

  /** What it would do: to open tasks by the writes themselves, taken back; to cases to come by asking who would sign them before and after. */
  async tryOut(actor: Actor, body: LimitsBody): Promise<LimitsView> {
    const set = await this.read(actor, body);
    const { grants, openTasks } = await this.imports.tryOut(actor, set.document).catch(atTheirChange(set.changes));
    const units = await this.database.query<{ id: string }[]>(UNITS, [actor.companyId]);
    const looked = units.slice(0, UNITS_LOOKED_AT).map(({ id }) => id);
    const routes = await this.routes(actor, set, looked);
    const stuck = routes.filter(({ before, after }) => before.length > 0 && after.length === 0).length;
    return { grants, routes: routes.slice(0, NAMED_ROUTES), stuck, complete: units.length <= UNITS_LOOKED_AT, openTasks };
  }

  private async read(actor: Actor, { changes, from: asked, reason }: LimitsBody): Promise<ReadSet> {
    const { companyId, personId } = actor;
    const { key, name, timeZone, currency } = await this.database.manager.findOneByOrFail(CompanyEntity, { id: companyId });
    const [day] = await this.database.query<{ today: string }[]>(TODAY, [companyId]);
    const from = asked ?? day?.today ?? '';
    if (from < (day?.today ?? '')) throw new Problem('invalid-parameter', { name: 'from' });
    const grants = await this.standing(
      actor,
      changes.flatMap(({ grant }) => grant ?? []),
    );
    const people = await this.database.query<{ id: string; key: string }[]>(PEOPLE, [
      companyId,
      changes.flatMap(({ person }) => person ?? []),
    ]);
    const taken = await this.database.query<{ key: string }[]>(EXCEPTIONS, [companyId, people.map(({ id }) => id), from]);
    const around: LimitSurroundings = {
      ...{ grants, actorId: personId, currency, from, reason: reason.trim() },
      people: new Map(people.map((person) => [person.id, person.key])),
      taken: new Set(taken.map(({ key: each }) => each)),
    };
    const read = readChanges(changes, around);
    const faults = read.flatMap((each) => ('rows' in each ? [] : [each]));
    if (faults.length > 0) throw new Problem('limits-invalid', {}, faults);
    const sound = read.flatMap((each) => ('rows' in each ? [each] : []));
    const document = { company: { key, name, timeZone, currency }, grants: sound.flatMap(({ rows }) => rows) };
    return { document: JSON.parse(JSON.stringify(document)) as object, changes: sound, from, currency };
  }

  private async standing({ companyId, personId }: Actor, ids: string[]): Promise<Map<string, StandingGrant>> {
    const rows = await this.database.query<Record<string, unknown>[]>(STANDING, [companyId, ids, personId]);
    return new Map(
      rows.map(({ limit_value: limit, ...row }) => {
        const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
        const stands = limit as Grant['limit'];
        const money = stands === null || stands === 'no-limit' ? stands : wireMoney(stands.minor, stands.currency);
        return [String(row['id']), { ...said, limit: money } as unknown as StandingGrant];
      }),
    );
  }

  /** Cases of which other people would be asked, process by process. */
  private async routes(actor: Actor, set: ReadSet, units: string[]): Promise<ChangedRouteView[]> {
    const matters = new Set(set.changes.map(({ grant }) => grant.given.matter));
    const ids = await this.database.query<{ id: string }[]>(PROCESSES, [actor.companyId]);
    const found: ChangedRouteView[] = [];
    for (const { id } of ids) {
      const process = await this.processes.byDefinitionId(id);
      if (!process || process.process.poisoned !== null) continue;
      if (!signingSteps(process.process).some(({ authority }) => authority && matters.has(authority.matter))) continue;
      found.push(...(await this.routesOf(actor, process, { set, units })));
    }
    return found;
  }

  private async routesOf(
    actor: Actor,
    found: KnownProcess,
    { set, units }: { set: ReadSet; units: string[] },
  ): Promise<ChangedRouteView[]> {
    const { companyId } = actor;
    const { process, query } = found;
    const people = set.changes.flatMap(({ grant }) => grant.personId ?? []);
    const lookups = { ...query, superiors: true };
    const { directory: before } = await this.known.directory(lookups, { companyId, day: set.from, known: null, people, units });
    const params = await this.facts.params(companyId, process.definition.key);
    const asked = { units, currency: set.currency, params };
    const routes = await inTurns(changedRoutes(process, asked, before, changedDirectory(before, set)));
    const refs = await this.people.byIds(routes.flatMap((route) => [...route.before, ...route.after]));
    return routes.map((route) => ({
      process: process.definition.title,
      step: stepTitle(process, route.step),
      plan: route.plan,
      ...moneyOf(route),
      units: route.units.flatMap((unit) => ownValue(before.units, unit)?.name ?? []),
      before: route.before.map((person) => this.people.in(refs, person)),
      after: route.after.map((person) => this.people.in(refs, person)),
    }));
  }
}

const moneyOf = ({ above, upTo }: ChangedRoute): Pick<ChangedRouteView, 'above' | 'upTo'> => ({
  above: above && wireMoney(above.minor, above.currency),
  upTo: upTo && wireMoney(upTo.minor, upTo.currency),
});

/** The directory of the day with the changes in force. */
function changedDirectory(before: Directory, { changes }: ReadSet): Directory {
  const byId = new Map(changes.map((change) => [change.grant.id, change.grant]));
  const changed = before.grants.map((grant): Grant => {
    const next = byId.get(grant.id);
    return next ? { ...grant, limit: next.limit, state: next.state, withheldReason: next.withheldReason } : grant;
  });
  const fresh = changes.flatMap(({ grant }): Grant[] => {
    if (grant.personId === null) return [];
    const { kind, matter, plan = 'any' } = grant.given;
    const { id, limit, state, withheldReason, personId } = grant;
    return [
      { id, kind, matter, plan, limit, state, withheldReason, personId, role: null, scopeUnitId: null, validFrom: null, validTo: null },
    ];
  });
  return { ...before, grants: [...changed, ...fresh] };
}
