import type { Bilingual, Calendar } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A company on its calendar day, with what it says itself of its time. */
export interface CompanyYear {
  companyId: string;
  /** YYYY-MM-DD */
  today: string;
  calendar: Calendar | null;
}

const COMPANIES = `
  SELECT c.id AS "companyId", company_day(c.time_zone)::text AS today,
    (SELECT u.calendar FROM unit u WHERE u.company_id = c.id AND u.parent_id IS NULL ORDER BY u.key LIMIT 1) AS calendar
  FROM company c ORDER BY c.id`;
/** Whoever keeps the calendars, each once for a year. */
const TELL = `
  WITH touched AS (
    INSERT INTO notification (id, company_id, person_id, notice, params)
      SELECT md5('year-unknown/' || p.id || '/' || $2)::uuid, p.company_id, p.id, 'year-unknown', $3 FROM person_right r JOIN person p ON p.id = r.person_id AND p.active
      WHERE r.company_id = $1 AND r.right_name = 'directory.import' ORDER BY p.key LIMIT 100
      ON CONFLICT (id) DO NOTHING RETURNING person_id)
  SELECT pg_notify('countersign_changes', jsonb_build_object('request', NULL, 'people', jsonb_agg(person_id))::text) FROM touched HAVING count(*) > 0`;

/** Tells that the statutory days of a year are not known. */
@Injectable()
export class YearNoticesRepository {
  constructor(private readonly dataSource: DataSource) {}

  companies(): Promise<CompanyYear[]> {
    return this.dataSource.query<CompanyYear[]>(COMPANIES);
  }

  async tell(companyId: string, year: number): Promise<void> {
    const name: Bilingual = { zh: `${year} 年`, en: String(year) };
    await this.dataSource.query(TELL, [companyId, String(year), JSON.stringify({ name })]);
  }
}
