import type { Bilingual, Json, RightName } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Actor } from './actor';
import { Problem } from '../http/problem';

interface Standing {
  requester_id: string;
  concerned: boolean;
}

const BY = {
  request: `FROM request r WHERE r.id = $1 AND r.company_id = $2`,
  task: `FROM task t JOIN request r ON r.id = t.request_id WHERE t.id = $1 AND r.company_id = $2`,
} as const;

/** SQL condition: the person `$n` is concerned by request `r`. Drafts are their requester's alone. */
export const concerns = (person: string): string =>
  `(r.requester_id = ${person} OR EXISTS (SELECT 1 FROM participant c WHERE c.request_id = r.id AND c.person_id = ${person}))`;

/** SQL array: the steps by which the person `$n` reads a request: of their tasks, and of the copies they got. */
export const readingSteps = (request: string, person: string): string =>
  `ARRAY(SELECT k.step FROM task k WHERE k.request_id = ${request} AND k.person_id = ${person}
      UNION SELECT y.step FROM copy y WHERE y.request_id = ${request} AND y.person_id = ${person})`;

/** Who may read a request: requester, beneficiary, people who have or had a task of it, people with a copy, holders of `requests.read-all`. */
@Injectable()
export class ReadersService {
  constructor(private readonly database: DataSource) {}

  async requireReader(actor: Actor, id: string, of: 'request' | 'task'): Promise<void> {
    const standing = await this.standing(actor, id, of);
    if (standing.concerned || actor.rights.includes('requests.read-all')) return;
    const { ask } = await this.holdersOf(actor, 'requests.read-all');
    throw new Problem('not-a-participant', ask ? { ask } : {});
  }

  async mayRead(actor: Actor, requestId: string): Promise<boolean> {
    const { concerned } = await this.standing(actor, requestId, 'request');
    return concerned || actor.rights.includes('requests.read-all');
  }

  async requireRequester(actor: Actor, id: string): Promise<void> {
    const standing = await this.standing(actor, id, 'request');
    if (standing.requester_id === actor.personId) return;
    throw new Problem(standing.concerned ? 'not-requester' : 'not-a-participant');
  }

  /** Whom to ask: the holders of a right, by name. */
  async holdersOf(actor: Actor, right: RightName): Promise<Record<string, Json>> {
    const rows = await this.database.query<{ name: Bilingual }[]>(
      `SELECT p.name FROM person_right h JOIN person p ON p.id = h.person_id
         WHERE h.company_id = $1 AND h.right_name = $2 AND p.active ORDER BY p.key LIMIT 3`,
      [actor.companyId, right],
    );
    if (rows.length === 0) return { right };
    return { right, ask: { zh: rows.map((row) => row.name.zh).join('、'), en: rows.map((row) => row.name.en).join(', ') } };
  }

  private async standing(actor: Actor, id: string, of: 'request' | 'task'): Promise<Standing> {
    const [row] = isUuid(id)
      ? await this.database.query<Standing[]>(
          `SELECT r.requester_id, ${concerns('$3')} AS concerned ${BY[of]} AND (r.n > 0 OR r.requester_id = $3)`,
          [id, actor.companyId, actor.personId],
        )
      : [];
    if (!row) throw new Problem('not-found', { what: of });
    return row;
  }
}
