import { z } from 'zod';
import { refusal } from '../request/refusal';
import { defineGuard, textsOf, valueWith } from './guard';

/** Name under which claimed invoice numbers are kept. */
export const INVOICE_CHECK = 'duplicate-invoice';

/** No invoice number stands on another live or paid request, nor twice on this one. `request` is the other request's number, null for the same. */
export const duplicateInvoice = defineGuard({
  params: z.strictObject({ field: z.string().min(1) }),
  inDefinitions: true,
  fields: ({ field }) => [field],
  refuse(input, { field }) {
    const numbers = textsOf(valueWith(input, field));
    const claimed = input.facts.claimed[INVOICE_CHECK] ?? {};
    for (const [index, number] of numbers.entries()) {
      if (Object.hasOwn(claimed, number)) return refusal('duplicate-invoice', { field, invoice: number, request: claimed[number] ?? null });
      if (numbers.indexOf(number) < index) return refusal('duplicate-invoice', { field, invoice: number, request: null });
    }
    return null;
  },
});
