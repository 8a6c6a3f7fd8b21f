import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { PersonRefsService } from '../people/person-refs.service';
import type { RequestReader, RequestReaders } from './dto/timeline.view';

interface ReaderRow {
  id: string;
  role: RequestReader['role'];
  seenAt: Date | null;
  changed: boolean;
  told: boolean;
}

/** As many as are told of; whoever it waits for comes first. */
const MOST = 200;
const READERS = `
  SELECT id, role, "seenAt", changed, told FROM (
    SELECT p.id, p.key, s.last_at AS "seenAt", coalesce(s.n < r.n, false) AS changed, r.requester_id = $2 AS told,
      CASE WHEN p.id = r.requester_id THEN 'requester'
        WHEN EXISTS (SELECT 1 FROM task t WHERE t.request_id = r.id AND t.person_id = p.id AND t.status = 'open') THEN 'asked'
        WHEN EXISTS (SELECT 1 FROM task t WHERE t.request_id = r.id AND t.person_id = p.id AND t.status = 'decided') THEN 'decided'
        WHEN EXISTS (SELECT 1 FROM copy y WHERE y.request_id = r.id AND y.person_id = p.id) THEN 'copied' ELSE 'other' END AS role
    FROM request r JOIN person p ON p.id = r.requester_id OR p.id IN (SELECT person_id FROM participant WHERE request_id = r.id)
      LEFT JOIN request_seen s ON s.request_id = r.id AND s.person_id = p.id
    WHERE r.id = $1 AND p.active) AS reader
  ORDER BY array_position(ARRAY['asked', 'copied', 'decided', 'requester', 'other'], role), key LIMIT ${MOST}`;

/** Newest look at a request as it stands; one that was noted for this state is not noted again. */
const NOTE = `
  INSERT INTO request_seen (request_id, person_id, company_id, n) VALUES ($1, $2, $3, $4)
  ON CONFLICT (request_id, person_id) DO UPDATE SET n = $4, last_at = now() WHERE request_seen.n < $4`;

/** Who has opened a request that concerns them. Beside decisions, never on their way. */
@Injectable()
export class SeenService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
  ) {}

  /** Somebody whom it concerns has it before them, as it stands at `n`. */
  async note({ personId, companyId }: Actor, requestId: string, n: number): Promise<void> {
    await this.database.query(NOTE, [requestId, personId, companyId, n]);
  }

  /** Everybody whom a request concerns; who has opened it is told to its requester and to those who look after all requests. */
  async readers(actor: Actor, requestId: string): Promise<RequestReaders> {
    const rows = await this.database.query<ReaderRow[]>(READERS, [requestId, actor.personId]);
    const refs = await this.people.byIds(rows.map(({ id }) => id));
    const told = rows[0]?.told === true || actor.rights.includes('requests.read-all');
    const items = rows.map(({ id, role, seenAt, changed }) => ({
      person: this.people.in(refs, id),
      role,
      seenAt: told ? (seenAt?.toISOString() ?? null) : null,
      changedSince: told && changed,
    }));
    return { items, told };
  }
}
