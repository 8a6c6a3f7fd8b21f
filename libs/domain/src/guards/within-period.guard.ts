import { z } from 'zod';
import { PATTERNS } from '../definition/patterns';
import type { EarlierLookup } from '../definition/structure/outline';
import { fromMinor, isMoney, toMinor } from '../money/money';
import { refusal } from '../request/refusal';
import { ownValue } from '../text/own-value';
import { defineGuard, valueWith } from './guard';

const params = z.strictObject({
  /** Key of the process whose requests count together: its own. */
  definition: z.string().min(1),
  /** The amount of a request. */
  field: z.string().min(1),
  /** Fields in which they say the same, besides that they are of one requester. */
  same: z.array(z.string().min(1)).max(10).default([]),
  days: z.int().min(1).max(366),
  /** Together no more than that. */
  most: z.strictObject({ money: z.string().regex(PATTERNS.decimal.regex), currency: z.string().length(3) }),
});

const lookup = ({ definition, same, days }: z.infer<typeof params>): EarlierLookup => ({
  ...{ name: ['sum', definition, days, ...same].join(':'), definition, same, days, open: null },
});

/** What one requester asks for within some days, about the same, is together no more than so much (C8): nothing is split to stay under a limit. */
export const withinPeriod = defineGuard({
  params,
  inDefinitions: true,
  fields: ({ field }) => [field],
  takes: ['money', 'money-sum'],
  earlier: lookup,
  refuse(input, asked) {
    const own = valueWith(input, asked.field);
    const { money, currency } = asked.most;
    const most = toMinor(money, currency);
    if (!isMoney(own) || own.currency !== currency || typeof most !== 'bigint') return null;
    const found = ownValue(input.facts.earlier ?? {}, lookup(asked).name);
    const before = BigInt(ownValue(found?.sums ?? {}, currency) ?? '0');
    if (before === 0n || before + BigInt(own.minor) <= most) return null;
    return refusal('over-period', {
      ...{ field: asked.field, days: asked.days, count: found?.count ?? 0, most: money, currency },
      before: fromMinor(before, currency),
    });
  },
});
