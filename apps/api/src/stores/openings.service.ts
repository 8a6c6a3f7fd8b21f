import { ProcessCache, readingSteps, waitedFor } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { concerns } from '../auth/readers.service';
import { TrackAreaService } from '../auth/track-area.service';
import { readPage } from '../http/cursor';
import { PersonRefsService } from '../people/person-refs.service';
import { OPENING, OPENS_ON, openingRow, type StandingOpening } from './opening-rows';
import type { OpeningPage, OpeningRow, OpeningsQuery } from './dto/opening.view';

/** Openings that are looked at, the next to open first: a chain opens fewer at a time. */
const MOST = 500;
/** `$1` company, `$2` area (null: all), `$3` unit and its subtree (null: all), `$4` reader. */
const RUNNING = `
  SELECT r.id, r.number, r.definition_id AS "definitionId", r.requester_id AS "requesterId", r.row_title AS title, r.form, s.step, s.kind = 'blocked' AS stuck,
    s.due < now() AS overdue, ${concerns('$4')} AS concerned, ${readingSteps('r.id', '$4')} AS steps, company_day(c.time_zone)::text AS today,
    jsonb_build_object('steps', r.state#>'{context,steps}', 'fields', r.state#>'{context,fields}') AS context,
    ${waitedFor('r.id', 's.step')} AS "waitingFor"
  FROM standing s JOIN request r ON r.id = s.request_id JOIN company c ON c.id = s.company_id
  WHERE s.company_id = $1 AND s.definition_key = '${OPENING}' AND s.foremost
    AND ($2::uuid[] IS NULL OR s.unit_id = ANY (ARRAY(SELECT u.id FROM unit u WHERE u.path && $2::uuid[])))
    AND ($3::uuid IS NULL OR s.unit_id = ANY (ARRAY(SELECT u.id FROM unit u WHERE u.path @> ARRAY[$3::uuid])))
  ORDER BY r.form->>'${OPENS_ON}' NULLS LAST, r.id LIMIT ${MOST}`;
/** An opening without a day comes after all others. */
const LAST = '9999-12-31';

/** Stores that are to open. */
@Injectable()
export class OpeningsService {
  constructor(
    private readonly database: DataSource,
    private readonly areas: TrackAreaService,
    private readonly processes: ProcessCache,
    private readonly people: PersonRefsService,
  ) {}

  /** The next to open first. */
  async list(actor: Actor, query: OpeningsQuery): Promise<OpeningPage> {
    const all = await this.running(actor, query);
    const keyOf = ({ opensOn, id }: OpeningRow): string => `${opensOn ?? LAST} ${id}`;
    const sorted = all.filter(({ late }) => query.view !== 'late' || late).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    const { rows, nextCursor } = await readPage<OpeningRow>(query, {
      kinds: ['text'],
      read: ([after], most) => Promise.resolve(sorted.filter((row) => keyOf(row) > (after ?? '')).slice(0, most)),
      cursorOf: (row) => [keyOf(row)],
    });
    return { items: rows, nextCursor };
  }

  private async running(actor: Actor, { q = '', unit }: OpeningsQuery): Promise<OpeningRow[]> {
    const area = await this.areas.requireStores(actor);
    const found = await this.database.query<StandingOpening[]>(RUNNING, [actor.companyId, area, unit ?? null, actor.personId]);
    const refs = await this.people.byIds(found.flatMap(({ requesterId, waitingFor }) => [requesterId, ...waitingFor]));
    const person = (id: string) => this.people.in(refs, id);
    const openable = await this.areas.openable(
      actor,
      found.map(({ id }) => id),
    );
    const readsAll = actor.rights.includes('requests.read-all');
    const rows = found.map(async (opening): Promise<OpeningRow[]> => {
      const known = await this.processes.byDefinitionId(opening.definitionId);
      if (!known) return [];
      const { concerned, steps } = opening;
      const reader = { requester: opening.requesterId === actor.personId, readsAll, through: !concerned, steps };
      const row = openingRow(opening, known.process, reader);
      // Words are looked for in what the reader sees.
      if (!saysAll(row, q)) return [];
      const readable = openable.has(opening.id);
      return [{ ...row, readable, requester: person(opening.requesterId), waitingFor: opening.waitingFor.map(person) }];
    });
    return (await Promise.all(rows)).flat();
  }
}

function saysAll({ title, number }: Pick<OpeningRow, 'title' | 'number'>, words: string): boolean {
  const said = [title?.zh, title?.en, number].join('\n').toLowerCase();
  return said.includes(words.trim().toLowerCase());
}
