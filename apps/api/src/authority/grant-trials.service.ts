import { DirectoryKnownRepository, FactsRepository, ProcessCache, type KnownProcess } from '@countersign/database';
import { changedRoutes, ownValue, signingSteps, stepTitle, type ChangedRoute, type Directory, type Grant } from '@countersign/domain';
import { inTurns } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DirectoryImportService, type Importer } from '../people/directory-import.service';
import { PersonRefsService } from '../people/person-refs.service';
import { wireMoney } from '../requests/wire-money';
import type { ChangedRouteView } from './dto/grants.view';
import type { LimitsView } from './dto/limits.body';

/** Units that routes are compared for; a company has a few hundred stores, and most of them go the same way. */
const UNITS_LOOKED_AT = 60;
const NAMED_ROUTES = 200;

const PROCESSES = `SELECT id FROM definition WHERE company_id = $1 AND status = 'published' ORDER BY key`;
const UNITS = `SELECT id FROM unit WHERE company_id = $1 ORDER BY kind <> 'store', key LIMIT ${UNITS_LOOKED_AT + 1}`;

/** Grants that change together, from a day on. */
export interface GrantSet {
  /** The same as a document of the directory. */
  document: object;
  from: string;
  currency: string;
  matters: ReadonlySet<string>;
  /** People who are given something of their own. */
  people: string[];
  /** Of the grants of that day: those that hold no more, and those that hold instead. */
  after: (grants: readonly Grant[]) => Grant[];
}

/** What a change of authority would do: to open tasks by the writes themselves, taken back; to cases to come by asking who would sign them before and after. */
@Injectable()
export class GrantTrials {
  constructor(
    private readonly database: DataSource,
    private readonly imports: DirectoryImportService,
    private readonly processes: ProcessCache,
    private readonly facts: FactsRepository,
    private readonly known: DirectoryKnownRepository,
    private readonly people: PersonRefsService,
  ) {}

  async tryOut(by: Importer, set: GrantSet): Promise<LimitsView> {
    const { companyId } = by;
    const { grants, standing, openTasks } = await this.imports.tryOut(by, set.document);
    const units = await this.database.query<{ id: string }[]>(UNITS, [companyId]);
    const looked = units.slice(0, UNITS_LOOKED_AT).map(({ id }) => id);
    const routes = await this.routes(companyId, set, looked);
    const stuck = routes.filter(({ before, after }) => before.length > 0 && after.length === 0).length;
    return { grants, standing, routes: routes.slice(0, NAMED_ROUTES), stuck, complete: units.length <= UNITS_LOOKED_AT, openTasks };
  }

  /** Cases of which other people would be asked, process by process. */
  private async routes(companyId: string, set: GrantSet, units: string[]): Promise<ChangedRouteView[]> {
    const ids = await this.database.query<{ id: string }[]>(PROCESSES, [companyId]);
    const found: ChangedRouteView[] = [];
    for (const { id } of ids) {
      const process = await this.processes.byDefinitionId(id);
      if (!process || process.process.poisoned !== null) continue;
      if (!signingSteps(process.process).some(({ authority }) => authority && set.matters.has(authority.matter))) continue;
      found.push(...(await this.routesOf(companyId, process, { set, units })));
    }
    return found;
  }

  private async routesOf(
    companyId: string,
    { process, query }: KnownProcess,
    { set, units }: { set: GrantSet; units: string[] },
  ): Promise<ChangedRouteView[]> {
    const lookups = { ...query, superiors: true };
    const { directory: before } = await this.known.directory(lookups, { companyId, day: set.from, known: null, people: set.people, units });
    const params = await this.facts.params(companyId, process.definition.key);
    const asked = { units, currency: set.currency, params };
    const changed: Directory = { ...before, grants: set.after(before.grants) };
    const routes = await inTurns(changedRoutes(process, asked, before, changed));
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
