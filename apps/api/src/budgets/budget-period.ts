import type { EntityManager } from 'typeorm';

/** The days of a month or year. */
export interface Period {
  /** `2026-11` or `2026`. */
  period: string;
  from: string;
  to: string;
}

const MONTH = `SELECT to_char(company_day(time_zone), 'YYYY-MM') AS month FROM company WHERE id = $1`;

/** The period that was asked for; absent: the company's month. */
export async function periodOf(manager: EntityManager, companyId: string, asked: string | undefined): Promise<Period> {
  const [company] = asked === undefined ? await manager.query<{ month: string }[]>(MONTH, [companyId]) : [];
  const period = asked ?? company?.month ?? '';
  const [year = '', month] = period.split('-');
  if (month === undefined) return { period, from: `${year}-01-01`, to: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { period, from: `${period}-01`, to: `${period}-${last}` };
}
