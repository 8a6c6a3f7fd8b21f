import { heldOn } from '@countersign/database';
import { MOST_SEATS, type CompanyStaffing } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** By the company's day; of grants those that are in force. */
const STAFFING = `
  WITH today AS (SELECT (clock_timestamp() AT TIME ZONE time_zone)::date AS day FROM company WHERE id = $1)
  SELECT
    ARRAY(SELECT DISTINCT o.role FROM position o JOIN person p ON p.id = o.person_id AND p.active CROSS JOIN today
      WHERE o.company_id = $1 AND ${heldOn('o', 'day')}) AS roles,
    ARRAY(SELECT o.role FROM position o JOIN person p ON p.id = o.person_id AND p.active CROSS JOIN today
      WHERE o.company_id = $1 AND ${heldOn('o', 'day')}
      GROUP BY o.role HAVING count(DISTINCT o.person_id) > $2) AS crowded,
    coalesce((SELECT jsonb_object_agg(role, title) FROM role_title WHERE company_id = $1), '{}') AS "roleTitles",
    ARRAY(SELECT key FROM person WHERE company_id = $1 AND active) AS people,
    ARRAY(SELECT key FROM unit WHERE company_id = $1) AS units,
    coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('kind', g.kind, 'matter', g.matter)) FROM authority_grant g CROSS JOIN today
      WHERE g.company_id = $1 AND g.state = 'granted' AND ${heldOn('g', 'day')}), '[]') AS grants,
    coalesce((SELECT jsonb_agg(jsonb_build_object('definition', key, 'key', name, 'value', value)) FROM definition_parameter WHERE company_id = $1), '[]') AS parameters,
    coalesce((SELECT jsonb_agg(jsonb_build_object('key', d.key, 'version', d.version, 'title', d.body->'title', 'numberPrefix', d.body->>'numberPrefix'))
      FROM (SELECT DISTINCT ON (key) key, version, body FROM definition WHERE company_id = $1 AND status <> 'draft' ORDER BY key, version DESC) AS d), '[]') AS processes,
    (SELECT jsonb_build_object('now', iso_time(clock_timestamp()), 'timeZone', c.time_zone,
        'calendar', (SELECT u.calendar FROM unit u WHERE u.company_id = c.id AND u.parent_id IS NULL ORDER BY u.key LIMIT 1)) FROM company c WHERE c.id = $1) AS time`;

/** What the company has of what definitions name. */
@Injectable()
export class StaffingReader {
  constructor(private readonly database: DataSource) {}

  /** Whoever is in a transaction asks by its connection. */
  async of(companyId: string, manager: EntityManager = this.database.manager): Promise<CompanyStaffing> {
    const [row] = await manager.query<CompanyStaffing[]>(STAFFING, [companyId, MOST_SEATS]);
    if (!row) throw new Error(`Expected company ${companyId} to answer for its staff, but it did not`);
    return row;
  }
}
