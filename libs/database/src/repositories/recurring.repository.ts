import type { Bilingual, Calendar, CompanyTimes, Definition, FormValues, Json, Schedule, StarterPost, Unit } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { heldToday } from '../held-on';
import { LET_GO_STARTS } from './retired-starts';
import { registerOf } from './registers';

/** A process that starts by itself, as it stands. */
export interface RecurringProcess {
  companyId: string;
  key: string;
  rule: Schedule;
  inUse: boolean;
  /** ISO, UTC; PostgreSQL's clock, as all of these. */
  since: string;
  now: string;
  pausedAt: string | null;
  pausedWhy: string | null;
  applied: Record<string, string[]>;
  appliedFrom: string | null;
  nextAt: string | null;
  /** When somebody asked for starts that nobody has seen to yet. */
  askedAt: string | null;
  directoryVersion: string;
  timeZone: string;
}

/** A unit with what it says of its own time. */
export type RecurringUnit = Pick<Unit, 'id' | 'kind' | 'name' | 'path'> & { calendar: Calendar | null };

/** What the starts of a process hang on. */
export type RecurringCompany = Omit<CompanyTimes, 'units'> & { units: RecurringUnit[] };

/** One start for one unit and day. */
export interface RecurringStart {
  unit: string;
  day: string;
  /** Of a register: which of its rows; empty otherwise. */
  about: string;
  at: string;
  requestId: string;
  tries: number;
  /** Of a register: what its row said. */
  row: Record<string, Json> | null;
}

/** The request of a start that was begun: whose, how far, and as what. */
export interface BegunRequest {
  requesterId: string;
  n: number;
  form: FormValues;
}

/** A start that is to be put down, if it is not there yet. */
export interface PlannedStart extends Omit<RecurringStart, 'tries'> {
  /** It cannot be started, and why. */
  fault: string | null;
}

export interface RequestToStart {
  id: string;
  companyId: string;
  requesterId: string;
  definitionId: string;
  form: FormValues;
  rowTitle: Bilingual;
}

/** Channel of NOTIFY: something that schedules are made of is otherwise (`functions/schedules-changed.sql.ts`). */
export const SCHEDULES_CHANNEL = 'countersign_schedules';

const WITH_SCHEDULE = `status = 'published' AND body ? 'schedule'`;
/** What was just published, or is another rule by now, counts from now on. */
const ADOPT = `
  INSERT INTO recurring_process (company_id, definition_key, rule) SELECT d.company_id, d.key, d.body->'schedule' FROM definition d WHERE ${WITH_SCHEDULE}
    AND NOT EXISTS (SELECT 1 FROM recurring_process p WHERE p.company_id = d.company_id AND p.definition_key = d.key AND p.in_use AND p.rule = d.body->'schedule')
  ON CONFLICT (company_id, definition_key) DO UPDATE SET rule = excluded.rule, in_use = true, since = clock_timestamp()`;
const LET_GO = `
  UPDATE recurring_process p SET in_use = false, next_at = NULL WHERE in_use
    AND NOT EXISTS (SELECT 1 FROM definition d WHERE d.company_id = p.company_id AND d.key = p.definition_key AND ${WITH_SCHEDULE})`;
const SELECT = `
  SELECT p.company_id AS "companyId", p.definition_key AS key, p.rule, p.in_use AS "inUse", iso_time(p.since) AS since, iso_time(clock_timestamp()) AS now,
    iso_time(p.paused_at) AS "pausedAt", p.paused_why AS "pausedWhy", p.applied, p.applied_from AS "appliedFrom", iso_time(p.next_at) AS "nextAt",
    iso_time(p.asked_at) AS "askedAt", c.directory_version::text AS "directoryVersion", c.time_zone AS "timeZone"
  FROM recurring_process p JOIN company c ON c.id = p.company_id`;
const ALL = `${SELECT} WHERE p.in_use OR p.applied <> '{}' ORDER BY p.company_id, p.definition_key`;
const ONE = `${SELECT} WHERE p.company_id = $1 AND p.definition_key = $2`;
const APPLIED = 'UPDATE recurring_process SET applied = $3, applied_from = $4, next_at = $5 WHERE company_id = $1 AND definition_key = $2';
const UNDER_WAY = 'UPDATE recurring_process SET asked_at = NULL WHERE company_id = $1 AND definition_key = $2 AND asked_at <= $3';
const UNITS = 'SELECT id, kind, name, path, calendar FROM unit WHERE company_id = $1 ORDER BY key';
const PLAN = `
  INSERT INTO recurring_start (company_id, definition_key, unit_id, day, about, at, state, request_id, fault, given, asked_by)
    SELECT $1, $2, x.unit, x.day, x.about, x.at, CASE WHEN x.fault IS NULL THEN 'waiting' ELSE 'failed' END, x."requestId", x.fault, x.row, $4
      FROM jsonb_to_recordset($3) AS x(unit uuid, day date, about text, at timestamptz, "requestId" uuid, fault text, row jsonb)
    ON CONFLICT DO NOTHING RETURNING unit_id AS unit, day::text AS day, about, iso_time(at) AS at, request_id AS "requestId", fault`;
const ANY_NEW = `
  SELECT EXISTS (SELECT 1 FROM jsonb_to_recordset($3) AS x(unit uuid, day date, about text) WHERE NOT EXISTS (
    SELECT 1 FROM recurring_start s WHERE s.company_id = $1 AND s.definition_key = $2 AND s.unit_id = x.unit AND s.day = x.day AND s.about = x.about)) AS some`;
const WAITING = `
  SELECT unit_id AS unit, day::text AS day, about, iso_time(at) AS at, request_id AS "requestId", tries, given AS row FROM recurring_start
  WHERE company_id = $1 AND definition_key = $2 AND state = 'waiting' AND ($4::timestamptz IS NULL OR (at, request_id) > ($4, $5::uuid)) ORDER BY at, request_id LIMIT $3`;
const ENDED = `
  UPDATE recurring_start SET state = $5, fault = $6, changed_at = clock_timestamp()
  WHERE company_id = $1 AND definition_key = $2 AND unit_id = $3 AND day = $4 AND about = $7 AND state = 'waiting' RETURNING unit_id`;
/** Posts of a role that somebody holds on the company's day. */
const POSTS = `
  SELECT o.unit_id AS "unitId", o.covers, p.id AS person, p.key AS name,
    EXISTS (SELECT 1 FROM away a WHERE a.person_id = p.id AND (a.processes IS NULL OR $3 = ANY (a.processes))) AS away
  FROM position o JOIN person p ON p.id = o.person_id AND p.active JOIN company c ON c.id = o.company_id
  WHERE o.company_id = $1 AND o.role = $2 AND ${heldToday('o')}`;
/** Units with a post of the role, whoever holds it. */
const WITH_POST = `SELECT DISTINCT unit_id AS id FROM position WHERE company_id = $1 AND role = $2`;
const KNOWN = 'SELECT requester_id AS "requesterId", n, form FROM request WHERE id = $1';
const INSERT = `
  INSERT INTO request (id, company_id, definition_id, requester_id, form, choices, row_title) VALUES ($1, $2, $3, $4, $5, '{}', $6) ON CONFLICT (id) DO NOTHING`;
const IN_USE = `SELECT id, body FROM definition WHERE company_id = $1 AND key = $2 AND status = 'published'`;
const DISCARD = `
  DELETE FROM request r WHERE id = $1 AND n = 0
    AND NOT EXISTS (SELECT 1 FROM command c WHERE c.request_id = r.id AND c.status NOT IN ('refused', 'undelivered')) RETURNING id`;
const UNTOLD = `
  SELECT unit_id AS unit FROM recurring_start WHERE company_id = $1 AND definition_key = $2 AND state = 'failed' AND NOT told ORDER BY at, request_id`;
/** Both or none: whoever dies before has it told by the next one. */
const TELL = `
  WITH told AS (UPDATE recurring_start SET told = true WHERE company_id = $1 AND definition_key = $3 AND state = 'failed' AND NOT told RETURNING 1),
  touched AS (
    INSERT INTO notification (id, company_id, person_id, notice, params)
      SELECT gen_random_uuid(), $1, person, 'scheduled-not-started', $2 FROM unnest((operators_of($1))[1:100]) AS person
      WHERE EXISTS (SELECT 1 FROM told) RETURNING person_id)
  SELECT pg_notify('countersign_changes', jsonb_build_object('request', NULL, 'people', jsonb_agg(DISTINCT person_id))::text) FROM touched`;

/** Processes that start by themselves, and what they start. */
@Injectable()
export class RecurringRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Everything that starts by itself, after what was published and retired meanwhile; what Temporal still has a schedule of as well. */
  async all(): Promise<RecurringProcess[]> {
    await this.dataSource.query(ADOPT);
    await this.dataSource.query(LET_GO);
    await this.dataSource.query(LET_GO_STARTS);
    return this.dataSource.query<RecurringProcess[]>(ALL);
  }

  async one(companyId: string, key: string, manager: EntityManager = this.dataSource.manager): Promise<RecurringProcess | null> {
    const [row] = await manager.query<RecurringProcess[]>(ONE, [companyId, key]);
    return row ?? null;
  }

  /** What Temporal's schedules are by now, and from what they were made. */
  async applied({ companyId, key }: Named, is: { applied: Record<string, string[]>; from: string; nextAt: string | null }): Promise<void> {
    await this.dataSource.query(APPLIED, [companyId, key, JSON.stringify(is.applied), is.from, is.nextAt]);
  }

  /** What was asked for by then is being seen to; what was asked for since is not. */
  async underWay({ companyId, key, askedAt }: Pick<RecurringProcess, 'companyId' | 'key' | 'askedAt'>): Promise<void> {
    await this.dataSource.query(UNDER_WAY, [companyId, key, askedAt]);
  }

  /** What the starts of a process hang on: units and their calendars; by a register, its rows up to so many days ahead. */
  async around(process: RecurringProcess, days: number, manager = this.dataSource.manager): Promise<RecurringCompany> {
    const { companyId, rule, timeZone } = process;
    const units = await manager.query<RecurringUnit[]>(UNITS, [companyId]);
    const posts = await manager.query<{ id: string }[]>(WITH_POST, [companyId, rule.starter]);
    return { units, timeZone, withPost: new Set(posts.map(({ id }) => id)), register: await registerOf(process, days, manager) };
  }

  /** Puts starts down that are not there yet; returns those. */
  plan(
    { companyId, key }: Named,
    starts: PlannedStart[],
    by: string | null = null,
    manager = this.dataSource.manager,
  ): Promise<PlannedStart[]> {
    return starts.length === 0 ? Promise.resolve([]) : manager.query<PlannedStart[]>(PLAN, [companyId, key, JSON.stringify(starts), by]);
  }

  /** Whether some of these starts have not been put down yet. */
  async anyNew({ companyId, key }: Named, starts: readonly Pick<RecurringStart, 'unit' | 'day' | 'about'>[]): Promise<boolean> {
    if (starts.length === 0) return false;
    const named = starts.map(({ unit, day, about }) => ({ unit, day, about }));
    const [row] = await this.dataSource.query<{ some: boolean }[]>(ANY_NEW, [companyId, key, JSON.stringify(named)]);
    return row?.some === true;
  }

  /** Behind the one that was last looked at; null: from the first on. */
  waiting({ companyId, key }: Named, most: number, behind: RecurringStart | null): Promise<RecurringStart[]> {
    return this.dataSource.query<RecurringStart[]>(WAITING, [companyId, key, most, behind?.at ?? null, behind?.requestId ?? null]);
  }

  /** How one has ended; false where somebody else has said so already. */
  async ended(
    { companyId, key }: Named,
    { unit, day, about }: RecurringStart,
    state: 'started' | 'draft' | 'failed',
    fault: string | null = null,
  ) {
    const [rows] = await this.dataSource.query<[unknown[], number]>(ENDED, [companyId, key, unit, day, state, fault, about]);
    return rows.length > 0;
  }

  posts({ companyId, key }: Named, role: string): Promise<StarterPost[]> {
    return this.dataSource.query<StarterPost[]>(POSTS, [companyId, role, key]);
  }

  /** A request of that id, if it is there. */
  async known(id: string): Promise<BegunRequest | null> {
    const [row] = await this.dataSource.query<BegunRequest[]>(KNOWN, [id]);
    return row ?? null;
  }

  async begin({ id, companyId, definitionId, requesterId, form, rowTitle }: RequestToStart): Promise<void> {
    await this.dataSource.query(INSERT, [id, companyId, definitionId, requesterId, JSON.stringify(form), JSON.stringify(rowTitle)]);
  }

  async inUse({ companyId, key }: Named): Promise<{ id: string; body: Definition } | null> {
    const [row] = await this.dataSource.query<{ id: string; body: Definition }[]>(IN_USE, [companyId, key]);
    return row ?? null;
  }

  /** Takes back a row of which nothing has come. */
  async discard(id: string): Promise<void> {
    await this.dataSource.query(DISCARD, [id]);
  }

  /** Units of what could not be started and nobody has been told of. */
  async untold({ companyId, key }: Named): Promise<string[]> {
    const rows = await this.dataSource.query<{ unit: string }[]>(UNTOLD, [companyId, key]);
    return rows.map(({ unit }) => unit);
  }

  /** Those who look after requests hear of what could not be started, once: of which process, for which unit or for how many. */
  async tellOwners({ companyId, key }: Named, name: Bilingual): Promise<void> {
    await this.dataSource.query(TELL, [companyId, JSON.stringify({ name }), key]);
  }
}

type Named = Pick<RecurringProcess, 'companyId' | 'key'>;
