import {
  askedGrant,
  followedGrant,
  writtenLimit,
  type AskedGrant,
  type Definition,
  type FollowedBy,
  type FormValues,
  type GrantFollowing,
  type Json,
  type StandingGrant,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { ChangedRow } from '../entities/people/rule-change.entity';
import type { PlanNews } from './approved-plans';

const HOLD = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';
const DONE = 'SELECT 1 FROM rule_change WHERE request_id = $1';
const APPROVED = `
  SELECT r.form, r.number, r.requester_id AS "requesterId", d.body AS definition, company_day(c.time_zone)::text AS today
  FROM request r JOIN definition d ON d.id = r.definition_id JOIN company c ON c.id = r.company_id
  WHERE r.id = $1 AND r.company_id = $2 AND r.outcome = 'approved' AND r.closed_at IS NOT NULL`;
const STANDING = `
  SELECT key, kind, matter, role, person_id AS person, scope_unit_id AS scope, limit_value AS "limit", plan, state, withheld_reason AS "withheldReason",
    source, title, valid_from::text AS "validFrom", valid_to::text AS "validTo"
  FROM authority_grant WHERE company_id = $1 AND kind = $2 AND matter = $3 AND (role = $4 OR person_id = $5) ORDER BY key`;
const END = `
  UPDATE authority_grant g SET valid_to = x."validTo" FROM jsonb_to_recordset($2) AS x(key text, "validTo" date) WHERE g.company_id = $1 AND g.key = x.key`;
const MAKE = `
  INSERT INTO authority_grant (id, company_id, key, kind, matter, role, person_id, scope_unit_id, limit_value, plan, state, withheld_reason, source, title, valid_from, valid_to)
  SELECT x.id, $1, x.key, x.kind, x.matter, x.role, x.person, x.scope, x."limit", x.plan, x.state, x."withheldReason", x.source, x.title, x."validFrom", x."validTo"
  FROM jsonb_to_recordset($2) AS x(id uuid, key text, kind text, matter text, role text, person uuid, scope uuid, "limit" jsonb, plan text, state text,
    "withheldReason" text, source text, title jsonb, "validFrom" date, "validTo" date)`;
const KEYS = 'SELECT id, key FROM person WHERE id = ANY ($1) UNION ALL SELECT id, key FROM unit WHERE id = ANY ($1)';
const NOTE = `
  INSERT INTO rule_change (id, company_id, actor_id, kind, changed, rows, request_id) VALUES (gen_random_uuid(), $1, $2, 'authority-approved', $3, $4, $5)`;
const CHANGED_BY = `
  INSERT INTO directory_review (company_id, changed_by) VALUES ($1, $2) ON CONFLICT (company_id) DO UPDATE SET changed_by = excluded.changed_by`;

interface Approved {
  form: FormValues;
  number: string;
  requesterId: string;
  definition: Definition;
  today: string;
}

/** Authority as it follows approved requests, once each. */
@Injectable()
export class ApprovedGrants {
  constructor(private readonly database: DataSource) {}

  /** Changes what a request asks for, once it is approved and closed. May be told again. */
  async follow(news: PlanNews): Promise<void> {
    await this.database.transaction((manager) => followIn(manager, news));
  }

  /** What a request would make of the grants that stand now. */
  async foreseen(companyId: string, asked: AskedGrant, by: FollowedBy): Promise<GrantFollowing> {
    return followedGrant(asked, await standing(this.database.manager, companyId, asked), by);
  }
}

const standing = (manager: EntityManager, companyId: string, { kind, matter, role, person }: AskedGrant): Promise<StandingGrant[]> =>
  manager.query<StandingGrant[]>(STANDING, [companyId, kind, matter, role, person]);

/** Until its transaction ends, nobody else changes the grants of the company: whoever meets it waits, for an approved request takes milliseconds. */
export async function holdGrants(manager: EntityManager, companyId: string): Promise<void> {
  await manager.query(HOLD, [`grants:${companyId}`]);
}

async function followIn(manager: EntityManager, { requestId, companyId }: PlanNews): Promise<void> {
  await holdGrants(manager, companyId);
  const [done] = await manager.query<unknown[]>(DONE, [requestId]);
  const [approved] = done ? [] : await manager.query<Approved[]>(APPROVED, [requestId, companyId]);
  const asked = approved && askedGrant(approved.definition, approved.form);
  if (!approved || !asked) return;
  const following = followedGrant(asked, await standing(manager, companyId, asked), approved);
  const { ended, made } = following;
  const rows = await changedRows(manager, following);
  if (rows.length === 0) return;
  await manager.query(END, [companyId, JSON.stringify(ended)]);
  await manager.query(MAKE, [companyId, JSON.stringify(made.map((grant) => ({ id: randomUUID(), ...grant })))]);
  await manager.query(NOTE, [companyId, approved.requesterId, rows.length, JSON.stringify(rows), requestId]);
  await manager.query(CHANGED_BY, [companyId, approved.requesterId]);
}

/** The same as rows of a directory document. */
async function changedRows(manager: EntityManager, { ended, made }: GrantFollowing): Promise<ChangedRow[]> {
  const ids = [...ended, ...made].flatMap(({ person, scope }) => [person, scope]).filter((id) => id !== null);
  const known = await manager.query<{ id: string; key: string }[]>(KEYS, [ids]);
  const keys = new Map(known.map(({ id, key }) => [id, key]));
  const keyOf = (id: string | null): string | null => (id === null ? null : (keys.get(id) ?? id));
  return [
    ...ended.map(({ key, validTo }) => ({ section: 'grants', key, before: { validTo: null }, after: { validTo } })),
    ...made.map(({ key, person, scope, limit, ...grant }) => ({
      ...{ section: 'grants', key, before: null },
      after: withoutBlanks({ ...grant, person: keyOf(person), scope: keyOf(scope), limit: writtenLimit(limit) }),
    })),
  ];
}

const withoutBlanks = (row: Record<string, Json>): Json => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
