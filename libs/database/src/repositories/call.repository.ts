import type { Definition, RequestState } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A request that asks something of another system. */
export interface AskingRequest {
  definition: Definition;
  state: RequestState;
}

const ASKING = `
  SELECT d.body AS definition, r.state FROM request r JOIN definition d ON d.id = r.definition_id WHERE r.id = $1 AND r.state IS NOT NULL`;

/** What requests ask of other systems. */
@Injectable()
export class CallRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The request that asks, as it stands; null where there is none any more. */
  async askedBy(requestId: string): Promise<AskingRequest | null> {
    const [row] = await this.dataSource.query<AskingRequest[]>(ASKING, [requestId]);
    return row ?? null;
  }
}
