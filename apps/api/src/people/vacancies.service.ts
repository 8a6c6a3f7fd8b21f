import { heldToday } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { keepsPeople, mayTrack, TrackAreaService } from '../auth/track-area.service';
import { likePattern, readPage } from '../http/cursor';
import type { VacanciesQuery } from './dto/vacancies.query';
import type { VacancyPage, VacancyWaitsView } from './dto/vacancies.view';
import { PersonRefsService } from './person-refs.service';

const TODAY = 'company_day(c.time_zone)';
/** Posts that nobody active holds today, by what their title, key or unit is called. */
const VACANT = `
  SELECT o.id, o.key, o.title, o.role, u.name AS unit, CASE WHEN o.valid_to <= ${TODAY} THEN o.valid_to::text END AS since,
    CASE WHEN o.valid_from > ${TODAY} THEN o.person_id END AS next_id, CASE WHEN o.valid_from > ${TODAY} THEN o.valid_from::text END AS "nextFrom",
    CASE WHEN o.substitute_to > ${TODAY} AND (o.substitute_from IS NULL OR o.substitute_from <= ${TODAY}) THEN o.substitute_id END AS substitute_id,
    o.substitute_to::text AS "substituteUntil"
  FROM position o JOIN company c ON c.id = o.company_id JOIN unit u ON u.id = o.unit_id
  WHERE o.company_id = $1 AND NOT EXISTS (SELECT 1 FROM person h WHERE h.id = o.person_id AND h.active AND ${heldToday('o')})
    AND ($2 = '' OR concat_ws(E'\\n', o.title->>'zh', o.title->>'en', u.name->>'zh', u.name->>'en', o.key) ILIKE $3)
    AND ($4::uuid IS NULL OR u.path @> ARRAY[$4::uuid])`;
const LIST = `SELECT v.* FROM (${VACANT}) v WHERE $5::text IS NULL OR (v.key, v.id) > ($5, $6::uuid) ORDER BY v.key, v.id LIMIT $7`;
const COUNT = `SELECT count(*)::int AS vacant, count(v.substitute_id)::int AS substituted FROM (${VACANT}) v`;

/** Of open steps: those for which a vacant post was looked at and nobody was found, and those that are with whoever takes its place. */
const WAITS = `
  WITH named AS (
    SELECT s.request_id, t.kind = 'unblock' AS stuck, jsonb_path_query(t.derivation, CASE WHEN t.kind = 'unblock'
        THEN '$.rules[*].candidates[*] ? (@.removed.code == "vacant").positionId'::jsonpath
        ELSE '$.rules[*].candidates[*] ? (@.substitutes == true).positionId'::jsonpath END) #>> '{}' AS post
      FROM task t JOIN standing s ON s.request_id = t.request_id AND s.step = t.step
      WHERE t.company_id = $1 AND t.status = 'open' AND t.derivation IS NOT NULL
        AND (t.person_id = ANY ($3::uuid[]) OR s.kind = 'blocked' AND t.kind = 'unblock')
        AND ($2::uuid[] IS NULL OR s.unit_id = ANY (ARRAY(SELECT u.id FROM unit u WHERE u.path && $2::uuid[]))))
  SELECT post, count(DISTINCT request_id) FILTER (WHERE stuck)::int AS stuck, count(DISTINCT request_id) FILTER (WHERE NOT stuck)::int AS acted
    FROM named WHERE post = ANY ($4::text[]) GROUP BY post`;
/** Processes in use whose steps ask a role. */
const ASKED = `
  SELECT asked.role, count(DISTINCT d.key)::int AS processes FROM definition d
    CROSS JOIN LATERAL (SELECT DISTINCT named #>> '{}' AS role FROM jsonb_path_query(d.body->'flow', 'lax $.**.role') named) asked
    WHERE d.company_id = $1 AND d.status = 'published' AND asked.role = ANY ($2::text[]) GROUP BY asked.role`;

interface VacancyRow {
  id: string;
  key: string;
  title: { zh: string; en: string };
  role: string;
  unit: { zh: string; en: string };
  since: string | null;
  next_id: string | null;
  nextFrom: string | null;
  substitute_id: string | null;
  substituteUntil: string | null;
}

/** Posts without a holder, with who takes their place and what that means for requests. */
@Injectable()
export class VacanciesService {
  constructor(
    private readonly database: DataSource,
    private readonly refs: PersonRefsService,
    private readonly areas: TrackAreaService,
  ) {}

  async list(actor: Actor, query: VacanciesQuery): Promise<VacancyPage> {
    const q = query.q?.trim() ?? '';
    const asked = [actor.companyId, q, likePattern(q), query.unit ?? null];
    const [{ rows, nextCursor }, counts] = await Promise.all([
      readPage<VacancyRow>(query, {
        kinds: ['text', 'uuid'],
        read: (after, most) => this.database.query(LIST, [...asked, ...after, most]),
        cursorOf: ({ key, id }) => [key, id],
      }),
      this.database.query<Pick<VacancyPage, 'vacant' | 'substituted'>[]>(COUNT, asked),
    ]);
    const [people, waits, processes] = await Promise.all([
      this.refs.byIds(rows.flatMap((row) => [row.substitute_id, row.next_id])),
      this.waits(actor, rows),
      this.processes(actor, rows),
    ]);
    const named = (id: string | null) => (id === null ? null : this.refs.in(people, id));
    const items = rows.map(({ id, title, role, unit, since, ...row }) => ({
      ...{ id, title, unit, since },
      substitute: named(row.substitute_id),
      substituteUntil: row.substitute_id === null ? null : row.substituteUntil,
      next: named(row.next_id),
      nextFrom: row.next_id === null ? null : row.nextFrom,
      processes: processes.get(role) ?? 0,
      waits: waits === null ? null : (waits.get(id) ?? { stuck: 0, acted: 0 }),
    }));
    return { items, nextCursor, ...(counts[0] ?? { vacant: 0, substituted: 0 }) };
  }

  /** How many requests each holds up, within what the reader tracks; null: not told to the reader. */
  private async waits(actor: Actor, rows: readonly VacancyRow[]): Promise<Map<string, VacancyWaitsView> | null> {
    if (!keepsPeople(actor)) return null;
    if (rows.length === 0) return new Map();
    // Whoever keeps the directory has to know what a vacancy does, wherever that is.
    const area = mayTrack(actor) && !actor.rights.includes('directory.import') ? await this.areas.require(actor) : null;
    const substitutes = rows.flatMap(({ substitute_id: id }) => (id === null ? [] : [id]));
    const found = await this.database.query<(VacancyWaitsView & { post: string })[]>(WAITS, [
      ...[actor.companyId, area, substitutes],
      rows.map(({ id }) => id),
    ]);
    return new Map(found.map(({ post, stuck, acted }) => [post, { stuck, acted }]));
  }

  private async processes({ companyId }: Actor, rows: readonly VacancyRow[]): Promise<Map<string, number>> {
    if (rows.length === 0) return new Map();
    const roles = [...new Set(rows.map(({ role }) => role))];
    const found = await this.database.query<{ role: string; processes: number }[]>(ASKED, [companyId, roles]);
    return new Map(found.map(({ role, processes }) => [role, processes]));
  }
}
