import { CompanyEntity } from '@countersign/database';
import type { Grant } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { companyDay } from '../people/company-day';
import { DirectoryImportService } from '../people/directory-import.service';
import { wireMoney } from '../requests/wire-money';
import type { LimitsBody, LimitsView } from './dto/limits.body';
import { GrantTrials, type GrantSet } from './grant-trials.service';
import { atTheirChange, readChanges, type LimitSurroundings, type ReadChange, type StandingGrant } from './limit-changes';

const STANDING = `
  SELECT g.id, g.key, g.kind, g.matter, g.role, p.key AS person, u.key AS scope, g.limit_value, g.plan, g.state, g.withheld_reason AS "withheldReason",
    g.source, g.title, g.valid_from::text AS "validFrom", g.valid_to::text AS "validTo",
    coalesce(g.person_id = $3 OR g.person_id IS NULL AND g.role IN (SELECT role FROM position WHERE person_id = $3), false) AS own
  FROM authority_grant g LEFT JOIN person p ON p.id = g.person_id LEFT JOIN unit u ON u.id = g.scope_unit_id WHERE g.company_id = $1 AND g.id = ANY ($2::uuid[])`;
const PEOPLE = `SELECT id, key FROM person WHERE company_id = $1 AND id = ANY ($2::uuid[]) AND active`;
const EXCEPTIONS = `SELECT key FROM authority_grant WHERE company_id = $1 AND person_id = ANY ($2::uuid[]) AND valid_from = $3::date`;

/** A set of changes, read. */
interface ReadSet extends GrantSet {
  changes: ReadChange[];
}

/** Limits, changed as a set: tried first, then taken in as the directory takes what it is given. */
@Injectable()
export class LimitsService {
  constructor(
    private readonly database: DataSource,
    private readonly imports: DirectoryImportService,
    private readonly trials: GrantTrials,
  ) {}

  async change(actor: Actor, body: LimitsBody, shown: string | null): Promise<LimitsView> {
    const { document, changes } = await this.read(actor, body);
    const by = { ...actor, kind: 'limits-changed' as const, shown };
    const { grants, standing } = await this.imports.import(by, document).catch(atTheirChange(changes));
    return { grants, standing, routes: [], stuck: 0, complete: true, openTasks: null };
  }

  /** What it would do, before anybody sees it. */
  async tryOut(actor: Actor, body: LimitsBody): Promise<LimitsView> {
    const set = await this.read(actor, body);
    return this.trials.tryOut(actor, set).catch(atTheirChange(set.changes));
  }

  private async read(actor: Actor, { changes, from: asked, reason }: LimitsBody): Promise<ReadSet> {
    const { companyId, personId } = actor;
    const { key, name, timeZone, currency } = await this.database.manager.findOneByOrFail(CompanyEntity, { id: companyId });
    const today = await companyDay(this.database.manager, companyId);
    const from = asked ?? today;
    if (from < today) throw new Problem('invalid-parameter', { name: 'from' });
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
    return {
      ...{ document: JSON.parse(JSON.stringify(document)) as object, changes: sound, from, currency },
      matters: new Set(sound.map(({ grant }) => grant.given.matter)),
      people: sound.flatMap(({ grant }) => grant.personId ?? []),
      after: (before) => changedGrants(before, sound),
    };
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
}

/** The grants of the day with the changes in force. */
function changedGrants(before: readonly Grant[], changes: readonly ReadChange[]): Grant[] {
  const byId = new Map(changes.map((change) => [change.grant.id, change.grant]));
  const changed = before.map((grant): Grant => {
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
  return [...changed, ...fresh];
}
