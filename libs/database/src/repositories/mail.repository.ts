import { beginningOf, mailTime, USUAL_MAIL, type Language, type MailWishes, type Notice } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { clock } from '../clock';

/** A mail to be sent, and to whom. */
export interface OutgoingMail {
  id: string;
  companyId: string;
  personId: string;
  notices: string[];
  attempts: number;
  address: string | null;
  name: string;
  language: Language;
  active: boolean;
  readsAll: boolean;
  company: string;
  createdAt: Date;
}

/** A mail that was given up. */
export interface DeadMail {
  id: string;
  personId: string;
  notices: number;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A mail about a request that has not left yet, or was given up. */
export interface UnsentMail {
  id: string;
  personId: string;
  state: 'waiting' | 'claimed' | 'dead';
  attempts: number;
  nextAttemptAt: Date;
  lastError: string | null;
  createdAt: Date;
}

interface PlannedRow {
  id: string;
  companyId: string;
  personId: string;
  notice: Notice;
  createdAt: Date;
  graceSeconds: number;
  wishes: Partial<MailWishes> | null;
  timeZone: string;
  reachable: boolean;
}

/** So many notices are looked at in one go; the most that one mail names. */
const PLANNED = 500;
/** What somebody was told longer ago than this, and was never mailed (there was no mail server, no address), is no news any more. */
const STALE_DAYS = 3;
/** A mail is not held back longer than this for what may still be taken back. */
const MOST_GRACE_SECONDS = 60;
/** A claim is given up after this long: whoever held it is dead. Longer than any conversation with a mail server may take. */
const CLAIM_SECONDS = 300;

const PLAN = `
  SELECT n.id, n.company_id AS "companyId", n.person_id AS "personId", n.notice, n.created_at AS "createdAt", w.wishes, c.time_zone AS "timeZone",
    p.email IS NOT NULL AND p.active AND n.created_at > now() - interval '${STALE_DAYS} days' AS reachable,
    least(coalesce((d.body->>'graceSeconds')::integer, 0), ${MOST_GRACE_SECONDS}) AS "graceSeconds"
  FROM notification n JOIN person p ON p.id = n.person_id JOIN company c ON c.id = n.company_id LEFT JOIN mail_wishes w ON w.person_id = n.person_id
    LEFT JOIN request r ON r.id = n.request_id LEFT JOIN definition d ON d.id = r.definition_id
  WHERE n.mail_at <= now() ORDER BY n.mail_at, n.id LIMIT ${PLANNED} FOR UPDATE OF n SKIP LOCKED`;
const PUT_OFF = `
  UPDATE notification n SET mail_at = x.at FROM jsonb_to_recordset($1) AS x(id uuid, at timestamptz) WHERE n.id = x.id`;
const PUT = `
  INSERT INTO mail (id, company_id, person_id, notices)
    SELECT x.id, x."companyId", x."personId", ARRAY(SELECT jsonb_array_elements_text(x.notices)::uuid)
    FROM jsonb_to_recordset($1) AS x(id uuid, "companyId" uuid, "personId" uuid, notices jsonb)`;
const CLAIM = `
  WITH claimed AS (
    UPDATE mail SET state = 'claimed', attempts = attempts + 1, updated_at = clock_timestamp(),
        next_attempt_at = clock_timestamp() + make_interval(secs => ${CLAIM_SECONDS})
      WHERE id IN (SELECT id FROM mail WHERE state IN ('waiting', 'claimed') AND next_attempt_at <= clock_timestamp()
        ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED)
      RETURNING *)
  SELECT m.id, m.company_id AS "companyId", m.person_id AS "personId", m.notices, m.attempts, p.email AS address, p.name->>p.language AS name, p.language, p.active,
    EXISTS (SELECT 1 FROM person_right h WHERE h.person_id = p.id AND h.right_name = 'requests.read-all') AS "readsAll", c.name->>p.language AS company,
    m.created_at AS "createdAt"
  FROM claimed m JOIN person p ON p.id = m.person_id JOIN company c ON c.id = m.company_id ORDER BY m.created_at, m.id`;
/** A cursor tells milliseconds: the column does too. */
const DEAD = `
  SELECT id, person_id AS "personId", cardinality(notices) AS notices, attempts, last_error AS "lastError", created_at AS "createdAt", updated_at AS "updatedAt"
  FROM mail WHERE company_id = $1 AND state = 'dead' AND ($2::timestamptz IS NULL OR (updated_at, id) > ($2, $3::uuid)) ORDER BY updated_at, id LIMIT $4`;
/** The same for one request, with those still on their way; those that left are history. */
const UNSENT = `
  SELECT id, person_id AS "personId", state, attempts, next_attempt_at AS "nextAttemptAt", last_error AS "lastError", created_at AS "createdAt"
  FROM mail WHERE company_id = $1 AND (state = 'dead' OR state IN ('waiting', 'claimed')) AND notices && ARRAY(SELECT id FROM notification WHERE request_id = $2)
  ORDER BY created_at DESC, id DESC LIMIT $3`;
const REVIVE = `
  WITH revived AS (
    UPDATE mail SET state = 'waiting', attempts = 0, next_attempt_at = clock_timestamp(), updated_at = clock_timestamp()
      WHERE id = $1 AND company_id = $2 AND state = 'dead' RETURNING id, company_id, notices),
  noted AS (
    INSERT INTO operator_action (id, company_id, request_id, actor_id, kind, params)
      SELECT gen_random_uuid(), m.company_id, n.request_id, $3, 'effect-again', jsonb_build_object('mail', m.id::text, 'what', 'mail', 'reason', $4::text)
      FROM revived m, LATERAL (SELECT DISTINCT request_id FROM notification WHERE id = ANY (m.notices) AND request_id IS NOT NULL) n)
  SELECT count(*)::int AS revived FROM revived`;

/** Notices on their way by mail. Which notices a mail is of is settled in one transaction: each of them is in one mail, or in none. */
@Injectable()
export class MailRepository {
  constructor(private readonly database: DataSource) {}

  /** Makes mails of the notices whose time has come, one for each person. True where there may be more. */
  async plan(): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const rows = await manager.query<PlannedRow[]>(PLAN);
      if (rows.length > 0) await planned(manager, rows, clock.now().toISOString());
      return rows.length === PLANNED;
    });
  }

  /** Takes mails that are due, before anything is sent. Those of dead senders count as due. */
  claim(limit: number): Promise<OutgoingMail[]> {
    return this.database.query<OutgoingMail[]>(CLAIM, [limit]);
  }

  async settled(id: string, state: 'sent' | 'dropped'): Promise<void> {
    await this.database.query(
      `UPDATE mail SET state = $2, last_error = NULL, updated_at = clock_timestamp() WHERE id = $1 AND state = 'claimed'`,
      [id, state],
    );
  }

  /** Keeps a claimed mail for a later attempt, or gives it up. `uncounted`: it was not the mail's fault. */
  async failed(id: string, error: string, again: { afterSeconds: number; uncounted?: boolean } | 'never'): Promise<void> {
    const never = again === 'never';
    await this.database.query(
      `UPDATE mail SET state = $2, last_error = $3, next_attempt_at = clock_timestamp() + make_interval(secs => $4), attempts = attempts - $5,
         updated_at = clock_timestamp() WHERE id = $1 AND state = 'claimed'`,
      [id, never ? 'dead' : 'waiting', beginningOf(error, 500), never ? 0 : again.afterSeconds, !never && again.uncounted ? 1 : 0],
    );
  }

  /** Mails of a company that were given up, oldest first, behind the place `after`. */
  dead(companyId: string, after: readonly (string | null)[], most: number): Promise<DeadMail[]> {
    return this.database.query<DeadMail[]>(DEAD, [companyId, ...after, most]);
  }

  /** Mails that tell of a request and have not left, newest first. */
  unsent(companyId: string, requestId: string, most: number): Promise<UnsentMail[]> {
    return this.database.query<UnsentMail[]>(UNSENT, [companyId, requestId, most]);
  }

  /** Puts one that was given up back into the queue, and keeps by whom and why with every request that it tells of. False: there is no such mail. */
  async revive({ companyId, id, by, reason }: { companyId: string; id: string; by: string; reason: string }): Promise<boolean> {
    const [row] = await this.database.query<{ revived: number }[]>(REVIVE, [id, companyId, by, reason]);
    return (row?.revived ?? 0) > 0;
  }

  /** Closes one that was given up. False: there is no such mail. */
  async drop(companyId: string, id: string): Promise<boolean> {
    return this.changed(`state = 'dropped'`, companyId, id);
  }

  /** Puts every mail that was given up back into the queue; says how many. */
  async replay(): Promise<number> {
    const [, count] = await this.database.query<[unknown[], number]>(
      `UPDATE mail SET state = 'waiting', attempts = 0, next_attempt_at = clock_timestamp(), updated_at = clock_timestamp() WHERE state = 'dead'`,
    );
    return count;
  }

  private async changed(set: string, companyId: string, id: string): Promise<boolean> {
    const [, count] = await this.database.query<[unknown[], number]>(
      `UPDATE mail SET ${set}, updated_at = clock_timestamp() WHERE id = $2 AND company_id = $1 AND state = 'dead'`,
      [companyId, id],
    );
    return count > 0;
  }

  async wishes(personId: string): Promise<MailWishes> {
    const [row] = await this.database.query<{ wishes: Partial<MailWishes> }[]>('SELECT wishes FROM mail_wishes WHERE person_id = $1', [
      personId,
    ]);
    return { ...USUAL_MAIL, ...row?.wishes };
  }

  /** What was put off by the wishes of before is looked at anew. */
  async wish(personId: string, wishes: MailWishes): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('INSERT INTO mail_wishes VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET wishes = excluded.wishes', [
        personId,
        JSON.stringify(wishes),
      ]);
      await manager.query('UPDATE notification SET mail_at = now() WHERE person_id = $1 AND mail_at > now()', [personId]);
    });
  }
}

async function planned(manager: EntityManager, rows: PlannedRow[], now: string): Promise<void> {
  const times = rows.map((row) => ({ row, at: timeOf(row) }));
  const due = times.filter(({ at }) => at !== null && at <= now).map(({ row }) => row);
  const mails = new Map<string, { id: string; companyId: string; personId: string; notices: string[] }>();
  for (const { id, companyId, personId } of due) {
    const mail = mails.get(personId) ?? { id: randomUUID(), companyId, personId, notices: [] };
    mail.notices.push(id);
    mails.set(personId, mail);
  }
  await manager.query(PUT_OFF, [JSON.stringify(times.map(({ row, at }) => ({ id: row.id, at: at !== null && at > now ? at : null })))]);
  if (mails.size > 0) await manager.query(PUT, [JSON.stringify([...mails.values()])]);
}

function timeOf({ notice, createdAt, graceSeconds, wishes, timeZone, reachable }: PlannedRow): string | null {
  return reachable ? mailTime({ notice, createdAt: createdAt.toISOString(), graceSeconds }, { ...USUAL_MAIL, ...wishes }, timeZone) : null;
}
