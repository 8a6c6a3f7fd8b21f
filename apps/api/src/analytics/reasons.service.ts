import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../auth/actor';
import { TrackAreaService } from '../auth/track-area.service';
import { readPage } from '../http/cursor';
import { Problem } from '../http/problem/problem';
import { companyOf, spanOf, versionsOf } from './analytics-span';
import { timedReasons, type TimedSpan } from './analytics-statements';
import type { ReasonsQuery } from './dto/analytics.query';
import type { ReasonsGivenPage } from './dto/analytics.view';
import { WhileWaitedFor } from './while-waited-for';

type ReasonRow = Omit<ReasonsGivenPage['items'][number], 'at'> & { at: Date };

/** Why steps did not let requests pass. */
@Injectable()
export class ReasonsService {
  constructor(
    private readonly areas: TrackAreaService,
    private readonly waited: WhileWaitedFor,
  ) {}

  /** Why a step sent back or said no, in the words that were said. */
  async page(actor: Actor, query: ReasonsQuery, response: Response): Promise<ReasonsGivenPage> {
    const area = await this.areas.require(actor);
    const { definition, step, ended, back = null } = query;
    if (definition === undefined) throw new Problem('invalid-parameter', { name: 'definition' });
    return this.waited.read(response, async (asking) => {
      const { timeZone, today } = await companyOf(asking, actor.companyId);
      const versions = await versionsOf(asking, actor.companyId, definition);
      const drawn = versions.find(({ version }) => version === query.version);
      if (query.version !== undefined && !drawn) throw new Problem('not-found', { what: 'definition' });
      const span: TimedSpan = {
        ...{ companyId: actor.companyId, timeZone, ...spanOf(query, today), area, unit: query.unit ?? null },
        ...{ definition, definitionId: drawn?.id ?? null },
      };
      const { rows, nextCursor } = await readPage<ReasonRow>(query, {
        kinds: ['time', 'uuid'],
        read: ([at, id], most) => {
          const { text, values } = timedReasons(span, { step, ended, back, after: [at, id], most });
          return asking.query<ReasonRow[]>(text, values);
        },
        cursorOf: ({ at, requestId }) => [at.toISOString(), requestId],
      });
      return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })), nextCursor };
    });
  }
}
