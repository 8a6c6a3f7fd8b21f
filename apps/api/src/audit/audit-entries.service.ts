import { ProcessCache } from '@countersign/database';
import { operationOf, ownValue, type Bilingual, type CommandType, type UsedToken } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import { usedTokenView } from '../http/schema/values.view';
import { PersonRefsService } from '../people/person-refs.service';
import type { AuditEntriesQuery } from './dto/audit.query';
import type { AuditEntryPage, AuditEntryView } from './dto/audit.view';

interface EntryRow {
  requestId: string;
  n: number;
  at: Date;
  type: CommandType;
  actorId: string | null;
  token: UsedToken | null;
  step: string | null;
  previous: string;
  chain: string;
  number: string | null;
  definitionId: string;
  title: Bilingual;
}

const midnight = (day: string): string => `((${day})::timestamp AT TIME ZONE c.time_zone)`;
const ENTRIES = `
  SELECT t.request_id AS "requestId", t.n, t.at, t.type, t.actor_id AS "actorId", t.derived->'token' AS token, t.command->>'step' AS step,
    t.previous_chain AS previous, t.chain, r.number, r.definition_id AS "definitionId", d.body->'title' AS title
  FROM company c JOIN transition t ON t.company_id = c.id JOIN request r ON r.id = t.request_id JOIN definition d ON d.id = r.definition_id
  WHERE c.id = $1 AND ($2::timestamptz IS NULL OR (t.at, t.request_id, t.n) < ($2, $3::uuid, $4::integer))
    AND ($6::text IS NULL OR r.company_id = $1 AND r.number = $6) AND ($7::uuid IS NULL OR t.actor_id = $7) AND ($8 OR t.actor_id IS NOT NULL)
    AND ($9::date IS NULL OR t.at >= ${midnight('$9::date')}) AND ($10::date IS NULL OR t.at < ${midnight('$10::date + 1')})
  ORDER BY t.at DESC, t.request_id DESC, t.n DESC LIMIT $5`;

/** Everything that ever moved a request of the company, newest first, for those who check the record. */
@Injectable()
export class AuditEntriesService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
    private readonly processes: ProcessCache,
  ) {}

  async list(actor: Actor, query: AuditEntriesQuery): Promise<AuditEntryPage> {
    const { number = null, person = null, by = 'people', from = null, to = null } = query;
    const narrowed = [number?.normalize('NFKC').trim().toUpperCase() ?? null, person, by === 'everybody', from, to];
    const { rows, nextCursor } = await readPage<EntryRow>(query, {
      kinds: ['time', 'uuid', 'whole'],
      read: (after, most) => this.database.query<EntryRow[]>(ENTRIES, [actor.companyId, ...after, most, ...narrowed]),
      cursorOf: ({ at, requestId, n }) => [at.toISOString(), requestId, String(n)],
    });
    const refs = await this.people.byIds(rows.flatMap(({ actorId, token }) => [actorId, token?.issuedBy]));
    const items = rows.map(async (row): Promise<AuditEntryView> => {
      const { requestId, n, at, type, actorId, token, previous, chain, title } = row;
      return {
        id: `${requestId}.${n}`,
        ...{ n, at: at.toISOString(), previous, chain },
        by: actorId === null ? null : this.people.in(refs, actorId),
        token: token && usedTokenView(token, this.people.in(refs, token.issuedBy)),
        request: { id: requestId, number: row.number, title },
        step: await this.stepTitle(row),
        what: operationOf(type).past,
      };
    });
    return { items: await Promise.all(items), nextCursor };
  }

  private async stepTitle({ definitionId, step }: EntryRow): Promise<Bilingual | null> {
    if (step === null) return null;
    const known = await this.processes.byDefinitionId(definitionId);
    return ownValue(known?.process.steps, step)?.title ?? null;
  }
}
