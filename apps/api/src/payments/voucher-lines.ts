import type { MoneyView } from '../http/schema/values.view';
import { wireMoney } from '../requests/wire-money';
import type { VoucherRow } from './dto/payment.view';
import type { FoundPayment } from './payment-statements';

const BANK = { zh: '银行存款', en: 'Bank deposits' };

/** How a payment is booked: the account of its process on one side, the bank on the other. Pure. */
export function voucherLines(payment: FoundPayment): VoucherRow[] {
  const { at, slip, number, requestId, books, unit, amountMinor, currency } = payment;
  const amount = wireMoney(amountMinor, currency) as MoneyView;
  const of = { at, slip: slip ?? '', number, requestId, amount };
  return [
    { ...of, side: 'debit', account: books, unit },
    { ...of, side: 'credit', account: BANK, unit: null },
  ];
}
