import { AccessTokenEntity, LeastRecent, SessionEntity, clock, run } from '@countersign/database';
import type { Language, RightName, UsedToken } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Problem } from '../http/problem/problem';
import type { Actor, ActorToken, TaskPlace } from './actor';
import { newSecret, secretHash } from './secrets';
import { SESSION_DAYS } from './session-cookie';

/** Who is behind a cookie or a token, and the task that was asked for. */
export interface Caller {
  actor: Actor;
  task: TaskPlace | null;
}

interface ActorRow {
  task: TaskPlace | null;
  person_id: string;
  company_id: string;
  language: Language;
  rights: RightName[];
  csrf: string | null;
  link: UsedToken | null;
  token: Omit<ActorToken, 'hash' | 'expiresAt'> | null;
  token_expires_at: Date | null;
  beyond: RightName | null;
}

const RIGHTS_OF = `ARRAY(SELECT right_name FROM person_right WHERE person_id = p.id ORDER BY right_name)`;
const TASK = `(SELECT json_build_object('requestId', k.request_id, 'step', k.step, 'generation', k.generation, 'seat', k.seat, 'personId', k.person_id)
  FROM task k WHERE k.id = $2::uuid AND k.company_id = p.company_id)`;
/** A right that whoever acts by a token of somebody else's issuing would gain by it: their person has it, and the issuer has not, or no more. */
const BEYOND = `(SELECT h.right_name FROM person_right h WHERE h.person_id = t.person_id AND t.created_by <> t.person_id
    AND NOT EXISTS (SELECT 1 FROM person_right i WHERE i.person_id = t.created_by AND i.right_name = h.right_name) ORDER BY 1 LIMIT 1)`;
const BY_SESSION = {
  name: 'actor-by-session',
  text: `
  SELECT s.person_id, s.company_id, s.csrf, s.link, NULL AS token, NULL AS token_expires_at, NULL AS beyond, p.language, ${RIGHTS_OF} AS rights, ${TASK} AS task
    FROM session s JOIN person p ON p.id = s.person_id LEFT JOIN account a ON a.person_id = s.person_id
    WHERE s.token_hash = $1 AND s.expires_at > now() AND p.active AND coalesce(a.sessions_epoch, 0) = s.epoch`,
};
const BY_TOKEN = {
  name: 'actor-by-token',
  text: `
  SELECT t.person_id, t.company_id, NULL AS csrf, NULL::jsonb AS link, json_build_object('id', t.id, 'name', t.name, 'issuedBy', t.created_by, 'scopes', t.scopes) AS token, t.expires_at AS token_expires_at, ${BEYOND} AS beyond, p.language, ${RIGHTS_OF} AS rights, ${TASK} AS task
    FROM access_token t JOIN person p ON p.id = t.person_id
    WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > now() AND p.active`,
};
const LIVE = `
  SELECT s.token_hash AS hash FROM session s JOIN person p ON p.id = s.person_id LEFT JOIN account a ON a.person_id = s.person_id
    WHERE s.token_hash = ANY ($1) AND s.expires_at > now() AND p.active AND coalesce(a.sessions_epoch, 0) = s.epoch
  UNION ALL SELECT t.token_hash FROM access_token t JOIN person p ON p.id = t.person_id
    WHERE t.token_hash = ANY ($2) AND t.revoked_at IS NULL AND t.expires_at > now() AND p.active AND ${BEYOND} IS NULL`;
const NOTE_MS = 5 * 60_000;
const REMEMBERED = 20_000;
/** Use is noted once in five minutes, so that reading costs no write. */
const SEEN = `UPDATE session SET last_seen = now() WHERE token_hash = $1 AND last_seen < now() - interval '5 minutes'`;
const USED = `UPDATE access_token SET last_used_at = now() WHERE token_hash = $1
  AND (last_used_at IS NULL OR last_used_at < now() - interval '5 minutes')`;

/** A session that was just opened; its token is told to the browser once and kept nowhere. */
export interface OpenedSession {
  token: string;
  actor: Actor;
}

/** Who is behind a cookie or a bearer token. */
@Injectable()
export class SessionsService {
  private readonly noted = new LeastRecent<string, number>(REMEMBERED);

  constructor(private readonly database: DataSource) {}

  async bySession(token: string, taskId: string | null = null): Promise<Caller | null> {
    const hash = secretHash(token);
    const [row] = await run<ActorRow>(this.database, BY_SESSION, [hash, taskId]);
    if (!row) return null;
    this.note(SEEN, hash);
    return { actor: { ...actorOf(row), session: hash }, task: row.task };
  }

  async byBearer(token: string, taskId: string | null = null): Promise<Caller | null> {
    const hash = secretHash(token);
    const [row] = await run<ActorRow>(this.database, BY_TOKEN, [hash, taskId]);
    if (!row) return null;
    if (row.beyond) throw new Problem('token-beyond-issuer', { right: row.beyond });
    this.note(USED, hash);
    return { actor: actorOf(row, hash), task: row.task };
  }

  /** Those whom what they came in by still lets in, asked at once for all of them. */
  async live(actors: readonly Actor[]): Promise<Set<Actor>> {
    const [sessions, tokens] = [actors.flatMap(({ session }) => session ?? []), actors.flatMap(({ token }) => token?.hash ?? [])];
    const rows = await this.database.query<{ hash: string }[]>(LIVE, [sessions, tokens]);
    const live = new Set(rows.map(({ hash }) => hash));
    return new Set(actors.filter(({ session, token }) => live.has(token?.hash ?? session ?? '')));
  }

  /** Opens a session for an active person; `link`: it begins with one that somebody else issued. */
  async open(personId: string, manager: EntityManager = this.database.manager, link: UsedToken | null = null): Promise<OpenedSession> {
    const [person] = await manager.query<{ company_id: string; epoch: number }[]>(
      `SELECT p.company_id, coalesce(a.sessions_epoch, 0) AS epoch FROM person p LEFT JOIN account a ON a.person_id = p.id WHERE p.id = $1`,
      [personId],
    );
    if (!person) throw new Error('Expected to open a session for a person of the directory, but there is none');
    const token = newSecret();
    await manager.insert(SessionEntity, {
      tokenHash: secretHash(token),
      personId,
      companyId: person.company_id,
      epoch: person.epoch,
      csrf: newSecret(),
      link,
      expiresAt: new Date(clock.ms() + SESSION_DAYS * 86_400_000),
    });
    const [row] = await manager.query<ActorRow[]>(BY_SESSION.text, [secretHash(token), null]);
    // Ended in the same moment: signed out everywhere, or no longer active.
    if (!row) throw new Problem('unauthenticated');
    return { token, actor: { ...actorOf(row), session: secretHash(token) } };
  }

  async end(actor: Actor): Promise<void> {
    if (actor.session) await this.database.manager.delete(SessionEntity, { tokenHash: actor.session });
  }

  /** Ends every session and every token of a person, those of people without an account included. */
  async endAll(personId: string, manager: EntityManager = this.database.manager): Promise<void> {
    await manager.query('UPDATE account SET sessions_epoch = sessions_epoch + 1 WHERE person_id = $1', [personId]);
    await manager.delete(SessionEntity, { personId });
    await manager.update(AccessTokenEntity, { personId, revokedAt: IsNull() }, { revokedAt: clock.now() });
  }

  private note(statement: string, hash: string): void {
    const now = clock.ms();
    if ((this.noted.get(hash) ?? 0) > now - NOTE_MS) return;
    this.noted.set(hash, now);
    this.database.query(statement, [hash]).catch(() => undefined);
  }
}

function actorOf(row: ActorRow, tokenHash: string | null = null): Actor {
  const { person_id: personId, company_id: companyId, language, rights, csrf, link, token, token_expires_at: expiresAt } = row;
  const shown = token && tokenHash && expiresAt ? { ...token, hash: tokenHash, expiresAt } : null;
  return { personId, companyId, language, rights, session: null, token: shown, link, csrf };
}
