import { askBy, ProcessCache } from '@countersign/database';
import { ownValue, WITH_REQUESTER, type Bilingual, type Process } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../auth/actor';
import { TrackAreaService } from '../auth/track-area.service';
import { Problem } from '../http/problem/problem';
import { companyOf, dayMinutes, spanOf, onTimeTarget, versionsOf } from './analytics-span';
import {
  FEWEST_STAYS,
  MOST_REQUESTS,
  timedBlocked,
  timedProcesses,
  timedRefusals,
  timedRequests,
  timedReturns,
  timedSteps,
  timedTotal,
  timedUnits,
  timedVersions,
  timedWeeks,
  type AnalyticsStatement,
  type TimedSpan,
} from './analytics-statements';
import type { AnalyticsQuery } from './dto/analytics.query';
import type {
  AnalyticsView,
  TimedProcess,
  TimedRefusal,
  TimedRequest,
  TimedReturn,
  TimedStep,
  TimedTotal,
  TimedUnit,
  TimedVersion,
  TimedWeek,
} from './dto/analytics.view';
import { WhileWaitedFor, type Queryable } from './while-waited-for';

const REQUESTER: Bilingual = { zh: '申请人修改', en: 'Changes by the requester' };
const TO_REQUESTER: Bilingual = { zh: '申请人', en: 'Requester' };
const NOBODY: Bilingual = { zh: '没有可以处理的人', en: 'Nobody could act' };
const NOTHING: TimedTotal = { cases: 0, minutes: 0, medianMinutes: null, p90Minutes: null, reworked: 0, returns: 0, blocked: 0 };

type StepRow = Omit<TimedStep, 'title'>;
/** Figures of time, all of them of one moment. */
@Injectable()
export class AnalyticsService {
  constructor(
    private readonly areas: TrackAreaService,
    private readonly processes: ProcessCache,
    private readonly waited: WhileWaitedFor,
  ) {}

  async read(actor: Actor, query: AnalyticsQuery, response: Response): Promise<AnalyticsView> {
    const area = await this.areas.require(actor);
    if (query.version !== undefined && query.definition === undefined) throw new Problem('invalid-parameter', { name: 'definition' });
    return this.waited.read(response, (asking) => this.told(asking, { actor, query, area }));
  }

  private async told(asking: Queryable, asked: { actor: Actor; query: AnalyticsQuery; area: string[] | null }): Promise<AnalyticsView> {
    const { actor, query, area } = asked;
    const company = await companyOf(asking, actor.companyId);
    const { timeZone } = company;
    const { from, to } = spanOf(query, company.today);
    const wide: TimedSpan = {
      ...{ companyId: actor.companyId, timeZone, from, to, area, unit: query.unit ?? null, definition: null, definitionId: null },
    };
    const rows = await ask<Omit<TimedProcess, 'title'>>(asking, timedProcesses(wide));
    const chosen = query.definition ?? rows[0]?.key;
    const head = { from, to, timeZone, dayMinutes: dayMinutes(company) };
    if (chosen === undefined) return { ...head, ...EMPTY };
    const versions = await versionsOf(asking, actor.companyId, chosen);
    const drawn = versions.find(({ version }) => query.version === undefined || version === query.version);
    if (!drawn) throw new Problem('not-found', { what: 'definition' });
    const definitionId = query.version === undefined ? null : drawn.id;
    const processes = await titled(asking, actor.companyId, rows, chosen);
    return {
      ...head,
      processes,
      process: processes.find(({ key }) => key === chosen) ?? null,
      target: await onTimeTarget(asking, actor.companyId, chosen),
      ...(await this.figures(
        asking,
        { ...wide, definition: chosen, definitionId },
        versions.map(({ id }) => id),
      )),
    };
  }

  private async figures(asking: Queryable, span: TimedSpan, versions: readonly string[]): Promise<Figures> {
    const [total] = await ask<Omit<TimedTotal, 'minutes' | 'blocked'>>(asking, timedTotal(span));
    const [blocked] = await ask<{ cases: number }>(asking, timedBlocked(span));
    const stays = await ask<StepRow>(asking, timedSteps(span));
    const returns = await ask<Omit<TimedReturn, 'fromTitle' | 'toTitle'>>(asking, timedReturns(span));
    const refusals = await ask<Omit<TimedRefusal, 'title'>>(asking, timedRefusals(span));
    const named = [...stays.map(({ id }) => id), ...returns.flatMap(({ from, to }) => [from, to]), ...refusals.map(({ step }) => step)];
    const names = await this.namesOf(asking, versions, named);
    const requests = await ask<TimedRequest>(asking, timedRequests(span));
    const units = await unitsBelow(asking, span);
    const enough = units.filter(({ due }) => due >= FEWEST_STAYS);
    return {
      versions: await ask<TimedVersion>(asking, timedVersions(span)),
      total: {
        ...(total ?? NOTHING),
        minutes: stays.reduce((sum, { minutes }) => sum + minutes, 0),
        blocked: blocked?.cases ?? 0,
      },
      steps: inOrder(stays, names),
      returns: returns.map((row) => ({ ...row, fromTitle: names.title(row.from), toTitle: names.title(row.to) })),
      refusals: refusals.map((row) => ({ ...row, title: names.title(row.step) })),
      weeks: await ask<TimedWeek>(asking, timedWeeks(span)),
      requests: requests.length > MOST_REQUESTS ? null : requests,
      units: enough,
      unitsLeftOut: units.length - enough.length,
    };
  }

  /** Steps by the newest version that has them; versions are looked at only until all are known. */
  private async namesOf(asking: Queryable, versions: readonly string[], wanted: readonly string[]): Promise<StepNames> {
    const titles = new Map<string, Bilingual>([
      ['requester', TO_REQUESTER],
      [WITH_REQUESTER, TO_REQUESTER],
      ['', NOBODY],
    ]);
    const order: string[] = [];
    for (const id of versions) {
      if (wanted.every((step) => titles.has(step))) break;
      const known = await this.processes.byDefinitionId(id, askBy(asking));
      if (known) learn(known.process, titles, order);
    }
    return {
      title: (step) => titles.get(step) ?? { zh: '已删除的步骤', en: 'A step that is no more' },
      place: (step) => order.indexOf(step),
    };
  }
}

type Figures = Pick<
  AnalyticsView,
  'versions' | 'total' | 'steps' | 'returns' | 'refusals' | 'weeks' | 'requests' | 'units' | 'unitsLeftOut'
>;
const EMPTY: Figures & Pick<AnalyticsView, 'processes' | 'process' | 'target'> = {
  ...{
    processes: [],
    process: null,
    target: null,
    versions: [],
    total: NOTHING,
    steps: [],
    returns: [],
    refusals: [],
    weeks: [],
    requests: [],
    units: [],
    unitsLeftOut: 0,
  },
};

interface StepNames {
  title: (step: string) => Bilingual;
  /** Where it stands in the process; -1 where it is no step of it. */
  place: (step: string) => number;
}

const ask = <Row>(asking: Queryable, { text, values }: AnalyticsStatement): Promise<Row[]> => asking.query<Row[]>(text, values);

/** Units right below the one that is asked about; where that is a single one, those below it: one bar compares nothing. */
async function unitsBelow(asking: Queryable, span: TimedSpan): Promise<TimedUnit[]> {
  const units = await ask<TimedUnit>(asking, timedUnits(span));
  const [only] = units;
  if (!only || units.length > 1 || only.unitId === span.unit) return units;
  const below = await unitsBelow(asking, { ...span, unit: only.unitId });
  return below.length > 1 ? below : units;
}

function learn({ order: steps, steps: known }: Process, titles: Map<string, Bilingual>, order: string[]): void {
  for (const id of steps) {
    const step = ownValue(known, id);
    if (!step || titles.has(id)) continue;
    titles.set(id, step.title);
    order.push(id);
  }
}

const KIND_ORDER: readonly TimedStep['kind'][] = ['people', 'requester', 'blocked'];

/** Steps as the process has them, those that it has no more behind them; then the requester, then nobody. */
function inOrder(rows: readonly StepRow[], names: StepNames): TimedStep[] {
  const place = ({ id }: StepRow): number => (names.place(id) < 0 ? Infinity : names.place(id));
  const title = ({ kind, id }: StepRow): Bilingual => (kind === 'people' ? names.title(id) : kind === 'requester' ? REQUESTER : NOBODY);
  return KIND_ORDER.flatMap((kind) => rows.filter((row) => row.kind === kind).sort((left, right) => place(left) - place(right) || 0)).map(
    (stay) => ({ ...stay, title: title(stay) }),
  );
}

async function titled(
  asking: Queryable,
  companyId: string,
  rows: readonly Omit<TimedProcess, 'title'>[],
  chosen: string,
): Promise<TimedProcess[]> {
  const all = rows.some(({ key }) => key === chosen) ? rows : [...rows, { key: chosen, cases: 0 }];
  const titles = await asking.query<{ key: string; title: Bilingual }[]>(
    `SELECT DISTINCT ON (key) key, body->'title' AS title FROM definition WHERE company_id = $1 AND key = ANY ($2) AND status <> 'draft' ORDER BY key, version DESC`,
    [companyId, all.map(({ key }) => key)],
  );
  const byKey = new Map(titles.map(({ key, title }) => [key, title]));
  return all.map((row) => ({ ...row, title: byKey.get(row.key) ?? { zh: row.key, en: row.key } }));
}
