import { z } from 'zod';
import { refusal } from '../request/refusal';
import { itemOf, newestWord } from '../request/items/items';
import { recordOf } from '../request/standing';
import { defineGuard } from './guard';
import { tickRefusal } from './item-refusal';

/** What of a step's items says whether one can be done. */
export const itemParams = z.strictObject({
  step: z.string(),
  rules: z.array(z.strictObject({ id: z.string(), after: z.array(z.string()), waivable: z.boolean() })),
});

/** The item waits for the actor's word, what comes first is done, and its evidence is as whoever signed before signed it. */
export const mayTick = defineGuard({
  params: itemParams,
  refuse({ context, command }, { step, rules }) {
    if (command.type !== 'tick') return null;
    const { item, actor, replaces, seen } = command;
    const at = { step, item, person: actor };
    const no = tickRefusal(
      context,
      at,
      rules.find(({ id }) => id === item),
    );
    if (no !== null) return no;
    const known = itemOf(recordOf(context, step), item);
    // What somebody else has brought and signed is read before it is signed.
    if (seen !== undefined && seen !== newestWord(known)) return refusal('item-changed', { step, item });
    return replaces && (known?.signed ?? []).length > 0 ? refusal('evidence-signed', { step, item }) : null;
  },
});
