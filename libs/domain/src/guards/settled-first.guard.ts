import { z } from 'zod';
import type { EarlierLookup } from '../definition/structure/outline';
import { daysBetween } from '../calendar/day-count';
import { refusal } from '../request/refusal';
import { ownValue } from '../text/own-value';
import { defineGuard } from './guard';

const params = z.strictObject({
  /** Key of the process of the earlier requests. */
  definition: z.string().min(1),
  /** The step that opens something there, and the one that settles it. */
  since: z.string().min(1),
  until: z.string().min(1),
  /** It may be open for so many days. */
  days: z.int().min(0).max(36_500),
});

const lookup = ({ definition, since, until }: z.infer<typeof params>): EarlierLookup => ({
  ...{ name: `open:${definition}:${since}:${until}`, definition, same: [], days: null },
  open: { since, until },
});

/** What the requester has had open for longer than so many days is settled before anything new (G02): an advance that was paid and not cleared. */
export const settledFirst = defineGuard({
  params,
  inDefinitions: true,
  earlier: lookup,
  refuse({ facts }, asked) {
    const found = ownValue(facts.earlier ?? {}, lookup(asked).name);
    if (!found?.oldest) return null;
    const age = daysBetween(found.oldest, facts.today);
    return age > asked.days ? refusal('settle-first', { request: found.number, days: asked.days, age }) : null;
  },
});
