import type { Definition } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Something that a step of a request asks of another system. */
export interface AskedCall {
  requestId: string;
  step: string;
  call: string;
}

/** What went back before the step, was withdrawn or ended by somebody asks for nothing any more; what was approved meanwhile still does. */
const WANTED = `
  SELECT d.body AS definition FROM request r JOIN definition d ON d.id = r.definition_id
  WHERE r.id = $1 AND r.state->'context'->'steps'->$2->'call'->>'id' = $3 AND coalesce(r.outcome, 'approved') = 'approved'`;

/** What requests ask of other systems. */
@Injectable()
export class CallRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The definition of the request that still wants the call; null where it is wanted no more. */
  async wantedBy({ requestId, step, call }: AskedCall): Promise<Definition | null> {
    const [row] = await this.dataSource.query<{ definition: Definition }[]>(WANTED, [requestId, step, call]);
    return row?.definition ?? null;
  }
}
