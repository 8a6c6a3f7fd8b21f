import { patternOn, unitClock, type Calendar } from '@countersign/domain';
import { Problem } from '../http/problem/problem';
import type { AnalyticsQuery } from './dto/analytics.query';
import type { Queryable } from './while-waited-for';

const WEEKS = 12;
const MOST_DAYS = 2 * 366;
const DAY_MS = 86_400_000;

export interface Company {
  timeZone: string;
  today: string;
  calendar: Calendar | null;
  root: string | null;
}

/** Both days included; one that ends before it begins, or is too long, is refused. */
export function spanOf({ from, to }: AnalyticsQuery, today: string): { from: string; to: string } {
  const last = to ?? today;
  const first = from ?? new Date(Date.parse(`${last}T00:00:00Z`) - (WEEKS * 7 - 1) * DAY_MS).toISOString().slice(0, 10);
  const days = (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS;
  if (!(days >= 0 && days <= MOST_DAYS)) throw new Problem('invalid-parameter', { name: from === undefined ? 'to' : 'from' });
  return { from: first, to: last };
}

export async function companyOf(asking: Queryable, id: string): Promise<Company> {
  const [company] = await asking.query<Company[]>(
    `SELECT c.time_zone AS "timeZone", company_day(c.time_zone)::text AS today, u.id AS root, u.calendar
       FROM company c LEFT JOIN unit u ON u.company_id = c.id AND u.parent_id IS NULL WHERE c.id = $1 ORDER BY u.key LIMIT 1`,
    [id],
  );
  if (!company) throw new Error('Expected the company of the caller, but it is gone');
  return company;
}

/** How long offices work on an ordinary day. */
export function dayMinutes({ root, calendar, timeZone, today }: Company): number {
  const units = root === null ? {} : { [root]: { ...(calendar && { calendar }) } };
  const directory = { units, timeZone } as unknown as Parameters<typeof unitClock>[0];
  const { week } = patternOn(unitClock(directory, root === null ? [] : [root], 'office').rule, today);
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const days = Object.values(week).map((hours) => hours.reduce((sum, [from, to]) => sum + minutes(to) - minutes(from), 0));
  return Math.max(...days, 60);
}

/** Newest first. */
export function versionsOf(asking: Queryable, companyId: string, key: string): Promise<{ id: string; version: number }[]> {
  return asking.query(`SELECT id, version FROM definition WHERE company_id = $1 AND key = $2 AND status <> 'draft' ORDER BY version DESC`, [
    companyId,
    key,
  ]);
}

/** What share of the decisions of a process is to be on time, in percent. */
export async function onTimeTarget(asking: Queryable, companyId: string, key: string): Promise<number | null> {
  const [row] = await asking.query<{ target: number }[]>(
    `SELECT on_time AS target FROM process_target WHERE company_id = $1 AND definition_key = $2`,
    [companyId, key],
  );
  return row?.target ?? null;
}
