import { workflowIdOf } from '@countersign/contracts';
import { OperatorActionRepository, PROCESS_RETIRED } from '@countersign/database';
import type { Bilingual, Effect } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { TrackAreaService } from '../auth/track-area.service';
import { Problem } from '../http/problem';
import { PersonRefsService } from '../people/person-refs.service';
import { Settings } from '../settings';
import type { AlarmsView, EffectView, EngineView } from './dto/engine.view';

/** What an effect does, for people. */
const WHAT: Record<Effect['type'], Bilingual> = {
  'start-child': { zh: '发起子申请', en: 'Start a child request' },
  'tell-citing': { zh: '告知引用它的申请', en: 'Tell the requests that are based on it' },
  'end-child': { zh: '撤回子申请', en: 'Withdraw a child request' },
  call: { zh: '请外部系统办理', en: 'Ask another system' },
  'tell-parent': { zh: '告知上级申请', en: 'Tell the parent request' },
  notify: { zh: '发消息', en: 'Send a message' },
  'supersede-notices': { zh: '收起不再需要处理的消息', en: 'Fold away messages that need nothing any more' },
  'take-back-notices': { zh: '收回消息', en: 'Take messages back' },
};

/** Newest first; older ones are history. */
const MOST_EFFECTS = 100;
/** Nobody reads a count beyond it. */
const MOST = 1_000;

interface EffectRow {
  id: string;
  effect: Effect;
  state: EffectView['state'];
  attempts: number;
  nextAttemptAt: Date;
  lastError: string | null;
  createdAt: Date;
}

const counted = (rows: string): string => `(SELECT count(*)::int FROM (SELECT 1 ${rows} LIMIT ${MOST}) AS counted)`;
const standing = (kind: string): string =>
  counted(`FROM standing w WHERE w.company_id = $1 AND w.foremost AND w.kind = '${kind}'
      AND ($2::uuid[] IS NULL OR w.unit_id = ANY (ARRAY(SELECT u.id FROM unit u WHERE u.path && $2::uuid[])))`);
/** `$1`: company; `$2`: area, null for all of it; `$3`: whether the caller sees what concerns the machinery. */
const ALARMS = `
  SELECT ${standing('blocked')} AS stuck, ${standing('unheeded')} AS unheeded,
    CASE WHEN $3 THEN ${counted(`FROM command c WHERE c.company_id = $1 AND c.status = 'undelivered' AND c.n IS NULL`)} ELSE 0 END AS undelivered,
    CASE WHEN $3 THEN ${counted(`FROM command c WHERE c.company_id = $1 AND c.status = 'undelivered' AND c.n IS NOT NULL`)} ELSE 0 END AS unconfirmed,
    CASE WHEN $3 THEN ${counted(`FROM outbox o WHERE o.company_id = $1 AND o.state = 'dead'`)} ELSE 0 END AS failed,
    CASE WHEN $3 THEN ${counted(`FROM request r WHERE r.company_id = $1 AND r.diverged IS NOT NULL`)} ELSE 0 END AS diverged,
    CASE WHEN $3 THEN ${counted(`FROM recurring_start s WHERE s.company_id = $1 AND s.state = 'failed' AND s.fault <> '${PROCESS_RETIRED}'`)} ELSE 0 END AS "notStarted"`;

/** What does not go on by itself, and how one request stands with the machinery below it. */
@Injectable()
export class TrackEngineService {
  constructor(
    private readonly database: DataSource,
    private readonly areas: TrackAreaService,
    private readonly people: PersonRefsService,
    private readonly settings: Settings,
    private readonly actions: OperatorActionRepository,
  ) {}

  async alarms(actor: Actor): Promise<AlarmsView> {
    const area = await this.areas.require(actor);
    const machinery = actor.rights.includes('requests.operate');
    const [row] = await this.database.query<AlarmsView[]>(ALARMS, [actor.companyId, area, machinery]);
    if (!row) throw new Error('Expected the alarms, but the database gave no row');
    return row;
  }

  /** That the caller may read the request was settled at the door; this is for those who track. */
  async read(actor: Actor, requestId: string): Promise<EngineView> {
    await this.areas.require(actor);
    const rows = await this.database.query<EffectRow[]>(
      `SELECT id, effect, state, attempts, next_attempt_at AS "nextAttemptAt", last_error AS "lastError", created_at AS "createdAt"
         FROM outbox WHERE request_id = $1 AND company_id = $2 ORDER BY n DESC, id DESC LIMIT ${MOST_EFFECTS}`,
      [requestId, actor.companyId],
    );
    const refs = await this.people.byIds(rows.flatMap(({ effect }) => (effect.type === 'notify' ? effect.to : [])));
    const run = workflowIdOf(requestId);
    return {
      run,
      link: this.settings.runLink(run),
      effects: rows.map(({ id, effect, state, attempts, nextAttemptAt, lastError, createdAt }) => ({
        id,
        what: WHAT[effect.type],
        to: effect.type === 'notify' ? effect.to.map((person) => this.people.in(refs, person)) : [],
        state,
        attempts,
        nextAt: state === 'waiting' ? nextAttemptAt.toISOString() : null,
        error: lastError,
        at: createdAt.toISOString(),
      })),
    };
  }

  /** Has an effect that was given up tried again, now. */
  async retry(actor: Actor, id: string): Promise<void> {
    if (!/^\d{1,18}$/.test(id)) throw new Problem('not-found', { what: 'effect' });
    const [row] = await this.database.query<{ requestId: string }[][]>(
      `UPDATE outbox SET state = 'waiting', attempts = 0, next_attempt_at = now(), updated_at = now()
         WHERE id = $1 AND company_id = $2 AND state = 'dead' RETURNING request_id AS "requestId"`,
      [id, actor.companyId],
    );
    const [found] = row ?? [];
    if (!found) throw new Problem('not-found', { what: 'effect' });
    await this.actions.note({ ...actor, requestId: found.requestId, kind: 'effect-again', params: { effect: id } });
  }
}
