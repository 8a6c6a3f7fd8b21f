import { AccessEventEntity, type AccessEventKind } from '@countersign/database';
import type { Json } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { PersonRefsService } from '../people/person-refs.service';
import type { Actor } from '../auth/actor';
import type { AccessEventList } from './dto/auth.view';

export interface AccessEvent {
  companyId: string;
  /** Whose access it is. */
  personId: string;
  /** Who did it; null: the command line. */
  actorId: string | null;
  kind: AccessEventKind;
  params?: Record<string, Json>;
}

const NOTE = 'INSERT INTO access_event (id, company_id, person_id, actor_id, kind, params) VALUES ($1, $2, $3, $4, $5, $6)';
const SHOWN = 200;

/** Notes it, in the transaction of the change. Notes are only ever added. */
export async function noteAccess(manager: EntityManager, { companyId, personId, actorId, kind, params = {} }: AccessEvent): Promise<void> {
  await manager.query(NOTE, [uuidv7(), companyId, personId, actorId, kind, JSON.stringify(params)]);
}

/** Who changed how a person gets in, and when. */
@Injectable()
export class AccessJournal {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
  ) {}

  /** What happened to the caller's own access, newest first. */
  async list(actor: Actor): Promise<AccessEventList> {
    const rows = await this.database.manager.find(AccessEventEntity, {
      where: { personId: actor.personId },
      order: { at: 'DESC', id: 'DESC' },
      take: SHOWN,
    });
    const refs = await this.people.byIds(rows.flatMap(({ actorId }) => actorId ?? []));
    const items = rows.map(({ id, kind, params, at, actorId }) => ({
      id,
      kind,
      params,
      at: at.toISOString(),
      by: actorId === null ? null : this.people.in(refs, actorId),
    }));
    return { items };
  }
}
