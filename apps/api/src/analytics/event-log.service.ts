import { ProcessCache } from '@countersign/database';
import { operationOf, type Bilingual, type CommandType } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { TrackAreaService } from '../auth/track-area.service';
import { readPage } from '../http/cursor';
import { wireMoney } from '../requests/wire-money';
import type { EventLogPage, EventLogQuery, LoggedEvent } from './dto/event-log.view';

interface EventRow {
  requestId: string;
  listedAt: string;
  n: number;
  number: string | null;
  definitionId: string;
  version: number;
  status: string;
  amount: string | null;
  currency: string | null;
  unit: string | null;
  step: string | null;
  to: string | null;
  undone: boolean;
  type: CommandType;
  at: string;
  person: string;
  personName: Bilingual;
}

const midnight = (day: string): string => `((${day})::timestamp AT TIME ZONE c.time_zone)`;
const within = (units: string): string => `r.unit_id = ANY (ARRAY(SELECT u.id FROM unit u WHERE u.path && ${units}))`;

const TO_REQUESTER: Bilingual = { zh: '申请人', en: 'Requester' };

/** In the order in which requests were first submitted, each with what people did, in order. `$3`–`$5`: the last event that was read; `$12`: days are those of the end. */
const EVENTS = `
  SELECT r.id AS "requestId", iso_time(r.listed_at) AS "listedAt", t.n, r.number, r.definition_id AS "definitionId", d.version, r.status, r.listed_amount AS amount, r.currency,
    o.key AS unit, t.command->>'step' AS step, t.command->>'to' AS "to", t.type,
    EXISTS (SELECT 1 FROM transition u WHERE u.request_id = t.request_id AND u.n > t.n
      AND u.events @> jsonb_build_array(jsonb_build_object('type', 'decision.undone', 'of', t.n))) AS undone, iso_time(t.at) AS at, p.key AS person, p.name AS "personName"
  FROM company c JOIN request r ON r.company_id = c.id JOIN definition d ON d.id = r.definition_id JOIN transition t ON t.request_id = r.id JOIN person p ON p.id = t.actor_id
    LEFT JOIN unit o ON o.id = r.unit_id
  WHERE c.id = $1 AND r.definition_key = $2 AND r.listed_at IS NOT NULL
    AND ($3::timestamptz IS NULL OR (r.listed_at, r.id) >= ($3::timestamptz, $4::uuid) AND (r.id <> $4::uuid OR t.n > $5::integer))
    AND (NOT $12 OR r.finished_at IS NOT NULL)
    AND ($7::date IS NULL OR CASE WHEN $12 THEN r.finished_at ELSE r.listed_at END >= ${midnight('$7::date')})
    AND ($8::date IS NULL OR CASE WHEN $12 THEN r.finished_at ELSE r.listed_at END < ${midnight('$8::date + 1')})
    AND ($9::integer IS NULL OR d.version = $9::integer) AND ($10::uuid IS NULL OR ${within('ARRAY[$10::uuid]')}) AND ($11::uuid[] IS NULL OR ${within('$11::uuid[]')})
  ORDER BY r.listed_at, r.id, t.n LIMIT $6`;

/** What people did with the requests of a process, one thing after the other, for programs that look for patterns. */
@Injectable()
export class EventLogService {
  constructor(
    private readonly database: DataSource,
    private readonly areas: TrackAreaService,
    private readonly processes: ProcessCache,
  ) {}

  async page(actor: Actor, query: EventLogQuery): Promise<EventLogPage> {
    const area = await this.areas.require(actor);
    const { definition, by, version = null, from = null, to = null, unit = null } = query;
    const { rows, nextCursor } = await readPage<EventRow>(query, {
      kinds: ['time', 'uuid', 'whole'],
      read: ([listedAt, request, n], most) =>
        this.database.query(EVENTS, [
          actor.companyId,
          definition,
          listedAt,
          request,
          n,
          most,
          from,
          to,
          version,
          unit,
          area,
          by === 'finished',
        ]),
      cursorOf: ({ listedAt, requestId, n }) => [listedAt, requestId, String(n)],
    });
    const titles = await this.titlesOf(rows);
    return { items: rows.map((row) => loggedEvent(row, definition, titles)), nextCursor };
  }

  /** Titles of steps by definition and step. */
  private async titlesOf(rows: readonly EventRow[]): Promise<Map<string, Bilingual>> {
    const titles = new Map<string, Bilingual>();
    for (const id of new Set(rows.map(({ definitionId }) => definitionId))) {
      const known = await this.processes.byDefinitionId(id);
      for (const [step, { title }] of Object.entries(known?.process.steps ?? {})) titles.set(`${id} ${step}`, title);
    }
    return titles;
  }
}

function loggedEvent(row: EventRow, definition: string, titles: ReadonlyMap<string, Bilingual>): LoggedEvent {
  const { requestId, number, version, status, amount, currency, unit, step, type, at, undone, person, personName, definitionId } = row;
  const titleOf = (id: string | null): Bilingual | null => titles.get(`${definitionId} ${id}`) ?? null;
  // Where to go is a step or the requester; whom something was handed to is not told here.
  const toTitle = row.to === 'requester' ? TO_REQUESTER : titleOf(row.to);
  return {
    ...{ request: number ?? requestId, definition, version, status, unit, step, at, undone, person, personName, toTitle },
    to: toTitle && row.to,
    amount: wireMoney(amount, currency),
    stepTitle: titleOf(step),
    operation: type,
    past: operationOf(type).past,
  };
}
