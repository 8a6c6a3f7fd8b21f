import { ProcessCache } from '@countersign/database';
import {
  allSteps,
  compensatingSteps,
  isHuman,
  kindOf,
  WITH_REQUESTER,
  type Bilingual,
  type Definition,
  type Step,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { TrackListService } from './track-list.service';
import { STEP_TIMES, stepCounts, trackedProcesses } from './track-statements';
import type { MapQuery, TrackCountsQuery } from './dto/track.query';
import type { MapStep, MapVersion, ProcessMap, TrackedProcess, TrackedProcesses } from './dto/track.view';

type Standing = Pick<MapStep, 'here' | 'overdue' | 'stuck' | 'longestMinutes'>;
type Here = Standing & { step: string };

interface StepTime {
  step: string;
  minutes: number;
  returned: number;
}

/** What is known of the steps that are drawn. */
interface Counted {
  here: ReadonlyMap<string, Here>;
  times: ReadonlyMap<string, StepTime>;
}

const NOTHING: Standing = { here: 0, overdue: 0, stuck: 0, longestMinutes: null };

/** Where requests stand by process and by step. */
@Injectable()
export class TrackMapService {
  constructor(
    private readonly database: DataSource,
    private readonly lists: TrackListService,
    private readonly processes: ProcessCache,
  ) {}

  /** Processes that have requests under way, those with most of them first. */
  async list(actor: Actor, { definition, unit }: TrackCountsQuery): Promise<TrackedProcesses> {
    const { text, values } = trackedProcesses(actor, await this.lists.meant(actor, { definition, unit }));
    const rows = await this.database.query<Omit<TrackedProcess, 'title'>[]>(text, values);
    const titles = await this.database.query<{ key: string; title: Bilingual }[]>(
      `SELECT DISTINCT ON (key) key, body->'title' AS title FROM definition WHERE company_id = $1 AND key = ANY ($2) AND status <> 'draft' ORDER BY key, version DESC`,
      [actor.companyId, rows.map(({ key }) => key)],
    );
    const byKey = new Map(titles.map(({ key, title }) => [key, title]));
    return { items: rows.map((row) => ({ ...row, title: byKey.get(row.key) ?? { zh: row.key, en: row.key } })) };
  }

  /** The process as it is drawn: one version, or the newest with what stands in any. */
  async map(actor: Actor, key: string, { version, unit }: MapQuery): Promise<ProcessMap> {
    const filters = await this.lists.meant(actor, { definition: key, version, unit });
    const versions = await this.versions(actor, key);
    const drawn = versions.find((each) => version === undefined || each.version === version);
    const known = drawn && (await this.processes.byDefinitionId(drawn.id));
    if (!drawn || !known) throw new Problem('not-found', { what: 'definition' });
    const { text, values } = stepCounts(actor, filters);
    const [here, times] = await Promise.all([
      this.database.query<Here[]>(text, values),
      this.database.query<StepTime[]>(STEP_TIMES, [actor.companyId, key]),
    ]);
    const counted: Counted = {
      here: new Map(here.map((row) => [row.step, row])),
      times: new Map(times.map((row) => [row.step, row])),
    };
    const { definition } = known.process;
    const drawnIds = new Set([WITH_REQUESTER as string, ...allSteps(definition).map(({ id }) => id)]);
    return {
      key,
      title: definition.title,
      version: drawn.version,
      versions: versions.map(({ version: number, underWay }) => ({ version: number, underWay })),
      steps: [...definition.flow.map((step) => drawnStep(step, counted)), ...afterRevoke(definition, counted)],
      returned: counted.here.get(WITH_REQUESTER)?.here ?? 0,
      elsewhere: here.filter(({ step }) => !drawnIds.has(step)).reduce((sum, row) => sum + row.here, 0),
    };
  }

  /** Versions that requests may follow, newest first. */
  private versions({ companyId }: Actor, key: string): Promise<(MapVersion & { id: string })[]> {
    return this.database.query(
      `SELECT d.id, d.version, (SELECT count(*)::int FROM standing s WHERE s.company_id = $1 AND s.definition_key = $2 AND s.definition_id = d.id AND s.foremost) AS "underWay"
         FROM definition d WHERE d.company_id = $1 AND d.key = $2 AND d.status <> 'draft' ORDER BY d.version DESC LIMIT 50`,
      [companyId, key],
    );
  }
}

/** Steps that run when an approval is revoked, as one way beside those of the walk. Pure. */
function afterRevoke(definition: Definition, counted: Counted): MapStep[] {
  const steps = compensatingSteps(definition).map((step) => drawnStep(step, counted));
  if (steps.length === 0) return [];
  const title = { zh: '撤销批准后', en: 'After a revocation' };
  return [
    { id: 'revoke', title, human: false, ...NOTHING, fork: 'branch', arms: [{ title: null, steps }], medianMinutes: null, returned: 0 },
  ];
}

/** A step of the tree with how requests stand at it. Pure. */
function drawnStep(step: Step, counted: Counted): MapStep {
  const { inner, lanes } = kindOf(step);
  const arms = inner(step).map(({ title, steps }) => ({ title: title ?? null, steps: steps.map((each) => drawnStep(each, counted)) }));
  const { here, overdue, stuck, longestMinutes } = counted.here.get(step.id) ?? NOTHING;
  return {
    ...{ id: step.id, title: step.title, human: isHuman(step), here, overdue, stuck, longestMinutes },
    fork: arms.length === 0 ? null : lanes === undefined ? 'branch' : 'lanes',
    arms,
    medianMinutes: counted.times.get(step.id)?.minutes ?? null,
    returned: counted.times.get(step.id)?.returned ?? 0,
  };
}
