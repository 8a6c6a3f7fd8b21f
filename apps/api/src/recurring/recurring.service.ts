import { OFF_REGISTER, PROCESS_RETIRED, RecurringRepository, type PlannedStart, type RecurringProcess } from '@countersign/database';
import {
  ownValue,
  REFUSAL_CODES,
  refusalText,
  scheduledId,
  scheduleText,
  unitStarts,
  type Bilingual,
  type RefusalCode,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import type { PageQuery } from '../http/schema/page.query';
import { Problem } from '../http/problem/problem';
import { changedBy, noteChange } from '../people/changes/rule-changes.service';
import { PersonRefsService } from '../people/person-refs.service';
import {
  ASK,
  KNOWN_DAYS,
  LEAVE_OUT,
  PAUSE_PROCESS,
  PROCESSES,
  RESUME,
  RETRY,
  STARTS,
  type ProcessRow,
  type StartRow,
} from './recurring-rows';
import type {
  BackFillBody,
  BackFillView,
  LeaveBody,
  LeftView,
  RecurringFaultView,
  RecurringProcessPage,
  RecurringProcessView,
  RecurringStartPage,
  RecurringStartsQuery,
} from './recurring.view';

const DAY_MS = 86_400_000;
const MOST_DAYS = 62;
const MOST_STARTS = 5_000;
const NAMED = 100;

/** Why something could not be started, beside the refusals of a submit. */
const FAULTS: Readonly<Record<string, Bilingual>> = {
  'no-starter': { zh: '这里没有可以发起的人', en: 'Nobody of this unit can start it' },
  'year-without-data': {
    zh: '这一年的法定节假日安排还没有公布，无法判断',
    en: 'The statutory holidays of that year are not announced, so it cannot be told',
  },
  [PROCESS_RETIRED]: { zh: '流程已停用，没有再发起', en: 'The process was retired before it was started' },
  [OFF_REGISTER]: {
    zh: '登记里这份租约已不需要发起：已移出、已改期、已在办理或已到期',
    en: 'The register asks for it no longer: the lease was taken out, corrected, taken up, or has run out',
  },
  'too-large': { zh: '表单内容过大', en: 'The form is too large' },
  conflict: { zh: '同一份申请内容不一致', en: 'The same request came with other content' },
};

type Missing = BackFillView['items'][number] & Pick<PlannedStart, 'row' | 'about'>;

/** Processes that start by themselves, for those who look after requests: what they have started, and what is to be done about the rest. */
@Injectable()
export class RecurringService {
  constructor(
    private readonly database: DataSource,
    private readonly recurring: RecurringRepository,
    private readonly people: PersonRefsService,
  ) {}

  async list({ companyId }: Actor, query: PageQuery): Promise<RecurringProcessPage> {
    const { rows, nextCursor } = await readPage<ProcessRow>(query, {
      kinds: ['text'],
      read: ([key], most) => this.database.query(PROCESSES, [companyId, key, most]),
      cursorOf: ({ key }) => [key],
    });
    const refs = await this.people.byIds(rows.map(({ pausedBy }) => pausedBy));
    return { items: rows.map((row) => processView(row, row.pausedBy === null ? null : this.people.in(refs, row.pausedBy))), nextCursor };
  }

  async starts(actor: Actor, key: string, { state, ...query }: RecurringStartsQuery): Promise<RecurringStartPage> {
    const { companyId } = await this.known(this.database.manager, actor, key);
    const { rows, nextCursor } = await readPage<StartRow>(query, {
      kinds: ['time', 'uuid'],
      read: ([at, start], most) => this.database.query(STARTS, [companyId, key, state ?? null, at, start, most]),
      cursorOf: ({ at, startId }) => [at.toISOString(), startId],
    });
    const refs = await this.people.byIds(rows.flatMap(({ requesterId, askedBy, leftBy }) => [requesterId, askedBy, leftBy]));
    const person = (id: string | null) => (id === null ? null : this.people.in(refs, id));
    const items = rows.map(({ startId: _, requesterId, askedBy, leftBy, fault, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      fault: fault === null ? null : faultView(fault),
      requester: person(requesterId),
      askedBy: person(askedBy),
      leftBy: person(leftBy),
    }));
    return { items, nextCursor };
  }

  /** Nothing comes by itself until it is resumed. */
  pause(actor: Actor, key: string, why: string): Promise<void> {
    return this.database.transaction(async (manager) => {
      await this.known(manager, actor, key);
      const [, changed] = await manager.query<[unknown, number]>(PAUSE_PROCESS, [actor.companyId, key, actor.personId, why.trim()]);
      if (changed === 0) throw new Problem('recurring-paused-already');
      const rows = [{ section: 'definitions', key, before: { paused: false }, after: { paused: true, why: why.trim() } }];
      await noteChange(manager, { ...changedBy(actor), kind: 'recurring-paused', rows });
    });
  }

  resume(actor: Actor, key: string): Promise<void> {
    return this.database.transaction(async (manager) => {
      await this.known(manager, actor, key);
      const [, changed] = await manager.query<[unknown, number]>(RESUME, [actor.companyId, key]);
      if (changed === 0) throw new Problem('recurring-not-paused');
      const rows = [{ section: 'definitions', key, before: { paused: true }, after: { paused: false } }];
      await noteChange(manager, { ...changedBy(actor), kind: 'recurring-resumed', rows });
    });
  }

  /** What was not started on some days, and would be. */
  async foresee(actor: Actor, key: string, days: BackFillBody): Promise<BackFillView> {
    return shown(await this.missing(this.database.manager, await this.known(this.database.manager, actor, key), days));
  }

  /** Has it started, as soon as a worker looks. */
  backFill(actor: Actor, key: string, days: BackFillBody): Promise<BackFillView> {
    return this.database.transaction(async (manager) => {
      const process = await this.known(manager, actor, key);
      const missing = await this.missing(manager, process, days);
      if (missing.length === 0) throw new Problem('recurring-nothing');
      if (missing.length > MOST_STARTS) throw new Problem('recurring-days');
      const planned = missing.map(({ unit: { id: unit }, day, about, at, row }): PlannedStart => {
        return { unit, day, about, at, requestId: scheduledId(actor.companyId, key, { unit, day, about }), fault: null, row };
      });
      await this.recurring.plan(process, planned, actor.personId, manager);
      await manager.query(ASK, [actor.companyId, key]);
      const range = days.from === days.to ? days.from : `${days.from} – ${days.to}`;
      const rows = [{ section: 'definitions', key, before: {}, after: { days: range, starts: missing.length } }];
      await noteChange(manager, { ...changedBy(actor), kind: 'recurring-asked', rows });
      return shown(missing);
    });
  }

  /** Has one tried again that could not be started. */
  retry(actor: Actor, key: string, { unit, day, about }: { unit: string; day: string; about: string }): Promise<void> {
    return this.database.transaction(async (manager) => {
      if (!(await this.known(manager, actor, key)).inUse) throw new Problem('definition-retired');
      const [, changed] = await manager.query<[unknown, number]>(RETRY, [actor.companyId, key, unit, day, actor.personId, about]);
      if (changed === 0) throw new Problem('not-found', { what: 'recurring-start' });
      await manager.query(ASK, [actor.companyId, key]);
      const rows = [{ section: 'definitions', key, before: {}, after: { days: day, starts: 1 } }];
      await noteChange(manager, { ...changedBy(actor), kind: 'recurring-asked', rows });
    });
  }

  /** What could not be started stays so, for a reason: it is counted no more. */
  leave(actor: Actor, key: string, { why, unit, day, about = '' }: LeaveBody): Promise<LeftView> {
    if ((unit === undefined) !== (day === undefined)) throw new Problem('invalid-parameter', { name: unit === undefined ? 'unit' : 'day' });
    return this.database.transaction(async (manager) => {
      await this.known(manager, actor, key);
      const values = [actor.companyId, key, actor.personId, unit ?? null, day ?? null, about, why.trim()];
      const [, count] = await manager.query<[unknown, number]>(LEAVE_OUT, values);
      if (count === 0) throw new Problem('not-found', { what: 'recurring-start' });
      const rows = [
        { section: 'definitions', key, before: {}, after: { ...(day !== undefined && { days: day }), starts: count, why: why.trim() } },
      ];
      await noteChange(manager, { ...changedBy(actor), kind: 'recurring-left', rows });
      return { count };
    });
  }

  private async known(manager: EntityManager, { companyId }: Actor, key: string): Promise<RecurringProcess> {
    const process = await this.recurring.one(companyId, key, manager);
    if (!process) throw new Problem('not-found', { what: 'definition' });
    return process;
  }

  private async missing(manager: EntityManager, process: RecurringProcess, { from, to }: BackFillBody): Promise<Missing[]> {
    const { companyId, key, rule, now } = process;
    const [first, last] = [Date.parse(from), Date.parse(to)];
    // Somewhere it is tomorrow already, and its day is looked at below.
    if (!(first <= last && (last - first) / DAY_MS < MOST_DAYS && last <= Date.parse(now) + DAY_MS)) throw new Problem('recurring-days');
    if (!process.inUse) return [];
    const around = await this.recurring.around(process, 0, manager);
    const span = { after: new Date(first - 2 * DAY_MS).toISOString(), until: new Date(last + 33 * DAY_MS).toISOString() };
    const today = todayBy(now);
    const due = unitStarts(rule, around, span).filter(({ day, turn, unknown, timeZone }) => {
      // By a register the day is that of its row, long after the start.
      const asked = rule.every === 'date' ? turn : day;
      return from <= asked && asked <= to && !unknown && turn <= today(timeZone);
    });
    const there = await manager.query<{ unit: string; day: string; about: string }[]>(KNOWN_DAYS, [
      companyId,
      key,
      [...new Set(due.map(({ unit }) => unit))],
      [...new Set(due.map(({ day }) => day))],
    ]);
    const put = new Set(there.map(({ unit, day, about }) => `${unit} ${day} ${about}`));
    const names = new Map(around.units.map(({ id, name }) => [id, { id, name }]));
    return due.flatMap(({ unit: id, day, about, at, row }): Missing[] => {
      const unit = names.get(id);
      if (put.has(`${id} ${day} ${about}`) || unit === undefined) return [];
      return [{ unit, day, about, at, row }];
    });
  }
}

/** Each zone's day at a moment, looked at once. */
function todayBy(now: string): (timeZone: string) => string {
  const known = new Map<string, string>();
  return (timeZone) => {
    const day = known.get(timeZone) ?? new Date(now).toLocaleDateString('sv-SE', { timeZone });
    known.set(timeZone, day);
    return day;
  };
}

function shown(missing: readonly Missing[]): BackFillView {
  return { count: missing.length, items: missing.slice(0, NAMED).map(({ unit, day, at }) => ({ unit, day, at })) };
}

function processView(row: ProcessRow, by: NonNullable<RecurringProcessView['paused']>['by'] | null): RecurringProcessView {
  const { key, title, rule, starter, inUse, pausedAt, pausedWhy, nextAt, last, failed } = row;
  return {
    ...{ key, title, inUse, last, failed },
    when: scheduleText(rule),
    starter: starter ?? { zh: rule.starter, en: rule.starter },
    draft: rule.begins === 'draft',
    register: rule.every === 'date',
    paused: pausedAt === null || by === null ? null : { at: pausedAt.toISOString(), by, why: pausedWhy ?? '' },
    nextAt: pausedAt === null ? (nextAt?.toISOString() ?? null) : null,
  };
}

function faultView(code: string): RecurringFaultView {
  const own = ownValue(FAULTS, code);
  if (own) return { code, text: own };
  const known = (REFUSAL_CODES as readonly string[]).includes(code);
  return { code, text: known ? refusalText({ code: code as RefusalCode, params: {} }) : { zh: '没有成功', en: 'It did not succeed' } };
}
