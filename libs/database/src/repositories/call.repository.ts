import type { Definition, FormValues, RequestState } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A request that asks something of another system. */
export interface AskingRequest {
  companyId: string;
  definition: Definition;
  state: RequestState;
  /** The whole form as it stands. */
  form: FormValues;
  /** The company's day. */
  today: string;
}

/** What another system has answered to a call. */
export interface CallAnswer {
  requestId: string;
  companyId: string;
  step: string;
  call: string;
  failed: boolean;
  /** It is no use: the other system may answer again. */
  wrong: boolean;
  /** What of it belongs into the form, in wire form. */
  fields: FormValues;
}

const ASKING = `
  SELECT r.company_id AS "companyId", d.body AS definition, r.state, r.form, (now() AT TIME ZONE c.time_zone)::date::text AS today
  FROM request r JOIN definition d ON d.id = r.definition_id JOIN company c ON c.id = r.company_id WHERE r.id = $1 AND r.state IS NOT NULL`;
const KEEP = `
  INSERT INTO call_answer (request_id, company_id, step, call, failed, wrong, fields) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING call`;
const UNTOLD = `
  SELECT request_id AS "requestId", company_id AS "companyId", step, call, failed, wrong, fields FROM call_answer
  WHERE told_at IS NULL AND at < now() - make_interval(secs => $1) ORDER BY at LIMIT $2`;

/** What requests ask of other systems, and what those answer. */
@Injectable()
export class CallRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The request that asks, as it stands; null where there is none any more. */
  async askedBy(requestId: string): Promise<AskingRequest | null> {
    const [row] = await this.dataSource.query<AskingRequest[]>(ASKING, [requestId]);
    return row ?? null;
  }

  /** Keeps an answer, the first of its call for good, and the first that is no use. False: there is one already. */
  async keep({ requestId, companyId, step, call, failed, wrong, fields }: CallAnswer): Promise<boolean> {
    const rows = await this.dataSource.query<object[]>(KEEP, [requestId, companyId, step, call, failed, wrong, JSON.stringify(fields)]);
    return rows.length > 0;
  }

  async told({ requestId, call, wrong }: Pick<CallAnswer, 'requestId' | 'call' | 'wrong'>): Promise<void> {
    const text = 'UPDATE call_answer SET told_at = now() WHERE request_id = $1 AND call = $2 AND wrong = $3';
    await this.dataSource.query(text, [requestId, call, wrong]);
  }

  /** Answers that their requests have not heard of after so many seconds, oldest first. */
  untold(seconds: number, most: number): Promise<CallAnswer[]> {
    return this.dataSource.query<CallAnswer[]>(UNTOLD, [seconds, most]);
  }
}
