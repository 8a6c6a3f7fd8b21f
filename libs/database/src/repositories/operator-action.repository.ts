import type { Json } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OperatorActionKind } from '../entities/requests/operator-action.entity';

export interface OperatorAction {
  actorId: string;
  kind: OperatorActionKind;
  params: Record<string, Json>;
  at: Date;
}

const NOTE = `INSERT INTO operator_action (id, company_id, request_id, actor_id, kind, params) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`;
const LIST = `SELECT actor_id AS "actorId", kind, params, at FROM operator_action WHERE request_id = $1 ORDER BY at, id LIMIT 500`;

/** What operators did to a request without deciding on it: no transition tells of it. */
@Injectable()
export class OperatorActionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async note(action: {
    companyId: string;
    requestId: string;
    personId: string;
    kind: OperatorActionKind;
    params: Record<string, Json>;
  }): Promise<void> {
    const { companyId, requestId, personId, kind, params } = action;
    await this.dataSource.query(NOTE, [companyId, requestId, personId, kind, JSON.stringify(params)]);
  }

  /** Oldest first. */
  async list(requestId: string): Promise<OperatorAction[]> {
    return this.dataSource.query<OperatorAction[]>(LIST, [requestId]);
  }
}
