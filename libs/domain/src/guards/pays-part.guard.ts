import { z } from 'zod';
import { isMoney } from '../money/money';
import { refusal } from '../request/refusal';
import { ownValue } from '../text/own-value';
import { defineGuard } from './guard';

/** Parts of a payment together stay below what is to be paid: the last one is paid as the rest, by which the step ends. `paid`: what they add up to. */
export const paysPart = defineGuard({
  params: z.strictObject({ amount: z.string(), paid: z.string() }),
  refuse({ context: { fields }, command }, { amount, paid }) {
    if (command.type !== 'pay-part') return null;
    const { part } = command;
    if (part === null || BigInt(part.minor) <= 0n) return refusal('no-part');
    const [whole, all] = [ownValue(fields, amount), ownValue(fields, paid)];
    if (!isMoney(whole) || (isMoney(all) && all.currency !== whole.currency)) return refusal('no-part');
    const left = BigInt(whole.minor) - BigInt(isMoney(all) ? all.minor : '0');
    if (left > 0n) return null;
    const rest = { minor: `${left + BigInt(part.minor)}`, currency: whole.currency };
    return refusal(left === 0n ? 'part-is-rest' : 'paid-over', { left: rest });
  },
});
