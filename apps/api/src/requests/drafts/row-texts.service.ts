import type { RequestEntity } from '@countersign/database';
import { isMoney, ownValue, renderTemplateBoth, type Definition, type FormValues } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { NamesService } from '../names/names.service';

/** What a draft is called in lists, until `record` says it for good. */
@Injectable()
export class RowTexts {
  constructor(private readonly names: NamesService) {}

  async ofDraft(
    actor: Actor,
    definition: Definition,
    values: FormValues,
  ): Promise<Pick<RequestEntity, 'rowTitle' | 'amountMinor' | 'currency'>> {
    const names = await this.names.forRequest({ definition, values, requesterId: actor.personId, number: null });
    const amount = definition.amount === undefined ? null : ownValue(values, definition.amount);
    return {
      rowTitle: renderTemplateBoth(definition.rowTitle, { definition, values, names }),
      amountMinor: isMoney(amount) ? amount.minor : null,
      currency: isMoney(amount) ? amount.currency : null,
    };
  }
}
