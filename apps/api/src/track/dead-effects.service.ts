import { OutboxRepository, type DeadEffect } from '@countersign/database';
import { flatten, type Bilingual } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import type { PageQuery } from '../http/schema/page.query';
import { Problem } from '../http/problem/problem';
import type { DeadEffectPage } from './dto/engine.view';
import { againOf, EFFECT_WORDS } from './effect-words';

/** Effects that were given up, for those who look after requests. */
@Injectable()
export class DeadEffectsService {
  constructor(private readonly outbox: OutboxRepository) {}

  /** Oldest first. */
  async list({ companyId }: Actor, query: PageQuery): Promise<DeadEffectPage> {
    const { rows, nextCursor } = await readPage(query, {
      kinds: ['time', 'whole'],
      read: (after, most) => this.outbox.dead(companyId, after, most),
      cursorOf: ({ updatedAt, id }) => [updatedAt.toISOString(), id],
    });
    const items = rows.map((row) => ({
      ...{ id: row.id, requestId: row.requestId, number: row.number, definitionTitle: row.definition.title, attempts: row.attempts },
      what: EFFECT_WORDS[row.effect.type],
      step: stepTitle(row),
      detail: row.lastError ?? '',
      again: row.told ? ('request' as const) : ('here' as const),
      at: row.createdAt.toISOString(),
      since: row.updatedAt.toISOString(),
    }));
    return { items, nextCursor };
  }

  /** Has one tried again, now; why stays on record with its request. */
  async retry(actor: Actor, id: string, reason: string): Promise<void> {
    const row = /^\d{1,18}$/.test(id) ? await this.outbox.standing(actor.companyId, id) : null;
    if (row === null) throw new Problem('not-found', { what: 'effect' });
    const { again, why } = againOf(row);
    const tried =
      again === 'here' && (await this.outbox.revive({ id, companyId: actor.companyId, by: actor.personId, reason: reason.trim() }));
    if (!tried) throw new Problem('effect-not-given-up', { why: { ...(why ?? againOf({ state: 'waiting', told: false }).why) } });
  }
}

function stepTitle({ effect, definition }: DeadEffect): Bilingual | null {
  const step = 'step' in effect ? effect.step : null;
  return (step !== null && flatten(definition.flow).find(({ id }) => id === step)?.title) || null;
}
