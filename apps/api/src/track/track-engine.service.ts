import { workflowIdOf } from '@countersign/contracts';
import { MailRepository, PROCESS_RETIRED } from '@countersign/database';
import type { Effect } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { TrackAreaService } from '../auth/track-area.service';
import { PersonRefsService } from '../people/person-refs.service';
import { Settings } from '../settings';
import { againOf, EFFECT_WORDS, MAIL_WORDS } from './effect-words';
import type { AlarmsView, EffectView, EngineView } from './dto/engine.view';

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
  told: boolean;
  createdAt: Date;
}

/** What waits in one of the queues, of either kind; `to`: people. */
type Queued = Omit<EffectRow, 'effect'> & Pick<EffectView, 'queue' | 'what'> & { to: string[] };

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
    private readonly mails: MailRepository,
    private readonly settings: Settings,
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
    const [rows, mails] = await Promise.all([
      this.database.query<EffectRow[]>(
        `SELECT id, effect, state, attempts, next_attempt_at AS "nextAttemptAt", last_error AS "lastError", told, created_at AS "createdAt"
           FROM outbox WHERE request_id = $1 AND company_id = $2 ORDER BY n DESC, id DESC LIMIT ${MOST_EFFECTS}`,
        [requestId, actor.companyId],
      ),
      this.mails.unsent(actor.companyId, requestId, MOST_EFFECTS),
    ]);
    const queued: Queued[] = [
      ...mails.map(({ personId, ...mail }) => ({ ...mail, queue: 'mail' as const, what: MAIL_WORDS, to: [personId], told: false })),
      ...rows.map(({ effect, ...row }) => ({
        ...row,
        queue: 'outbox' as const,
        what: EFFECT_WORDS[effect.type],
        to: effect.type === 'notify' ? effect.to : [],
      })),
    ];
    const refs = await this.people.byIds(queued.flatMap(({ to }) => to));
    const run = workflowIdOf(requestId);
    return {
      run,
      link: this.settings.runLink(run),
      effects: queued
        .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
        .map(({ id, queue, what, to, state, attempts, nextAttemptAt, lastError, told, createdAt }) => ({
          ...{ id, queue, what, state, attempts },
          to: to.map((person) => this.people.in(refs, person)),
          nextAt: state === 'waiting' ? nextAttemptAt.toISOString() : null,
          error: lastError,
          at: createdAt.toISOString(),
          ...againOf({ state, told }),
        })),
    };
  }
}
