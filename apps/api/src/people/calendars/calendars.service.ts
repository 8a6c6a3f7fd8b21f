import { DirectoryReviewRepository, clock } from '@countersign/database';
import { calendarSchema, formatProblems, localMoment, patternOn, type Bilingual, type Calendar } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { RequestLines } from '../../auth/request-lines.service';
import { readPage } from '../../http/cursor';
import type { PageQuery } from '../../http/schema/page.query';
import { demandAsShown, digestOf } from '../../http/press/as-shown';
import { Problem } from '../../http/problem/problem';
import { changedBy, noteChange } from '../changes/rule-changes.service';
import { rolledBack } from '../import/rolled-back';
import { clockOfUnit, hoursText, monthOf, yearsFrom, type UnitTimes } from './calendar-days';
import type { CalendarChangeView, CalendarUnitView, CalendarUnitsView, CalendarView } from './calendar.view';
import { movedDues } from './moved-dues';

interface UnitRow {
  id: string;
  key: string;
  kind: string;
  name: Bilingual;
  parentId: string | null;
  path: string[];
  calendar: Calendar | null;
}

const UNITS = `SELECT id, key, kind, name, parent_id AS "parentId", path, calendar FROM unit WHERE company_id = $1 ORDER BY cardinality(path), key`;
/** From the top down: whoever is above comes on the same page or before. */
const PAGE = `SELECT id, key, kind, name, parent_id AS "parentId", path, calendar FROM unit WHERE company_id = $1
  AND ($2::int IS NULL OR (cardinality(path), key) > ($2, $3)) ORDER BY cardinality(path), key LIMIT $4`;
const CALENDARS = 'SELECT id, calendar FROM unit WHERE company_id = $1 AND calendar IS NOT NULL';
const ZONE = 'SELECT time_zone AS "timeZone" FROM company WHERE id = $1';
const TRY_LOCK = 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free';
const SET = 'UPDATE unit SET calendar = $2 WHERE id = $1';
/** Whose change the next look through the open requests names. */
const CHANGED_BY = `
  INSERT INTO directory_review (company_id, changed_by) VALUES ($1, $2) ON CONFLICT (company_id) DO UPDATE SET changed_by = excluded.changed_by`;

interface CalendarAsked {
  month: string;
  calendar: object;
  /** What was looked at. */
  shown: string | null;
}

/** What units say of their time, and what a change of it moves. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly database: DataSource,
    private readonly review: DirectoryReviewRepository,
    private readonly lines: RequestLines,
  ) {}

  async units({ companyId }: Actor, query: PageQuery): Promise<CalendarUnitsView> {
    const { rows, nextCursor } = await readPage<UnitRow>(query, {
      kinds: ['whole', 'text'],
      read: ([depth, key], most) => this.database.query(PAGE, [companyId, depth, key, most]),
      cursorOf: ({ path, key }) => [String(path.length), key],
    });
    const said = await this.database.query<Pick<UnitRow, 'id' | 'calendar'>[]>(CALENDARS, [companyId]);
    const calendars = Object.fromEntries(said.map(({ id, calendar }) => [id, calendar]));
    const timeZone = await zoneOf(this.database.manager, companyId);
    const today = dayIn(timeZone);
    return { items: rows.map((row) => unitView(row, { path: row.path, calendars, timeZone, today })), nextCursor };
  }

  async read({ companyId }: Actor, id: string, month: string): Promise<CalendarView> {
    return calendarIn(await unitsOf(this.database.manager, companyId), id, month);
  }

  /** What a change would do, to open deadlines as well: the same writes, taken back before anybody sees them. */
  tryOut(actor: Actor, id: string, asked: CalendarAsked): Promise<CalendarChangeView> {
    return rolledBack(this.database, (manager) => this.within(manager, actor, { id, ...asked }));
  }

  /** Open deadlines follow by themselves, as they follow every change of the directory. */
  change(actor: Actor, id: string, asked: CalendarAsked): Promise<CalendarChangeView> {
    return this.database.transaction(async (manager) => {
      const view = await this.within(manager, actor, { id, ...asked });
      await manager.query(CHANGED_BY, [actor.companyId, actor.personId]);
      return view;
    });
  }

  private async within(
    manager: EntityManager,
    actor: Actor,
    { id, month, calendar, shown }: CalendarAsked & { id: string },
  ): Promise<CalendarChangeView> {
    const { companyId } = actor;
    const wanted = readCalendar(calendar);
    const [lock] = await manager.query<{ free: boolean }[]>(TRY_LOCK, [`directory:${companyId}`]);
    if (!lock?.free) throw new Problem('import-running');
    const known = await unitsOf(manager, companyId);
    const row = known.rows.find((each) => each.id === id);
    if (!row) throw new Problem('not-found', { what: 'unit' });
    demandAsShown(shown, digestOf(row.calendar));
    const before = await this.review.versionOf(manager, companyId);
    const after = isEmpty(wanted) ? null : wanted;
    await manager.query(SET, [id, after === null ? null : JSON.stringify(after)]);
    const changed = { section: 'units', key: row.key, before: { calendar: row.calendar }, after: { calendar: after } };
    const same = JSON.stringify(row.calendar) === JSON.stringify(after);
    await noteChange(manager, { ...changedBy(actor), kind: 'calendar-changed', rows: same ? [] : [changed] });
    const rows = known.rows.map((each) => (each.id === id ? { ...each, calendar: after } : each));
    return {
      ...calendarIn(timed(rows, known.timeZone), id, month),
      ...(await movedDues({ review: this.review, lines: this.lines }, manager, { actor, before })),
    };
  }
}

interface KnownUnits {
  rows: UnitRow[];
  timeZone: string;
  timesOf: (row: UnitRow) => UnitTimes;
}

/** Every unit of a company, and how the time of each runs. */
async function unitsOf(manager: EntityManager, companyId: string): Promise<KnownUnits> {
  const rows = await manager.query<UnitRow[]>(UNITS, [companyId]);
  return timed(rows, await zoneOf(manager, companyId));
}

async function zoneOf(manager: EntityManager, companyId: string): Promise<string> {
  const [company] = await manager.query<{ timeZone: string }[]>(ZONE, [companyId]);
  return company?.timeZone ?? '';
}

/** Its calendar day now, YYYY-MM-DD. */
const dayIn = (timeZone: string): string => localMoment(clock.now().toISOString(), timeZone).day;

function timed(rows: UnitRow[], timeZone: string): KnownUnits {
  const calendars = Object.fromEntries(rows.map(({ id, calendar }) => [id, calendar]));
  const today = dayIn(timeZone);
  return { rows, timeZone, timesOf: ({ path }) => ({ path, calendars, timeZone, today }) };
}

/** The calendar of one of them, and a month of it. */
function calendarIn(known: KnownUnits, id: string, month: string): CalendarView {
  const row = known.rows.find((each) => each.id === id);
  if (!row) throw new Problem('not-found', { what: 'unit' });
  const times = known.timesOf(row);
  return {
    unit: unitView(row, times),
    timeZone: clockOfUnit(times, 'store').timeZone,
    calendar: row.calendar ?? { exceptions: [] },
    standing: digestOf(row.calendar),
    weeks: { store: clockOfUnit(times, 'store').rule, office: clockOfUnit(times, 'office').rule, exceptions: [] },
    years: yearsFrom(times, Number(month.slice(0, 4))),
    days: monthOf(times, month),
  };
}

function unitView({ id, parentId, kind, name, calendar }: UnitRow, times: UnitTimes): CalendarUnitView {
  const { week } = patternOn(clockOfUnit(times, kind === 'store' ? 'store' : 'office').rule, times.today);
  return { id, parentId, kind, name, own: calendar !== null, hours: hoursText(week.mon) };
}

function readCalendar(calendar: object): Calendar {
  const problems = formatProblems(calendarSchema, calendar);
  if (problems.length > 0)
    throw new Problem(
      'calendar-invalid',
      {},
      problems.map(({ path, message }) => ({ field: `calendar.${path}`, code: 'wrong-shape', params: {}, message })),
    );
  return calendarSchema.parse(calendar);
}

function isEmpty({ exceptions, ...rest }: Calendar): boolean {
  return exceptions.length === 0 && Object.keys(rest).length === 0;
}
