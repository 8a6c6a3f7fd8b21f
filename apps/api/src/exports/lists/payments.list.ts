import type { PaymentRow, VoucherRow } from '../../payments/dto/payment.view';
import { PaymentsQuery, VouchersQuery } from '../../payments/dto/payment.query';
import { PaymentsService } from '../../payments/payments.service';
import { exportedList, moneyColumn, textColumn, timeColumn } from '../exported-list';

/** Payments, as a bank takes them in. */
export const paymentsList = exportedList<PaymentsService, PaymentsQuery, PaymentRow>({
  title: { zh: '付款', en: 'Payments' },
  service: PaymentsService,
  query: PaymentsQuery,
  right: 'payments.read',
  page: (service, actor, query) => service.list(actor, query),
  columns: [
    textColumn(['单号', 'Number'], ({ number }) => number),
    textColumn(['申请人', 'Requester'], ({ requester }, words) => words(requester.name)),
    textColumn(['收款账户', 'Pay to'], ({ payee, requester }, words) => payee ?? words(requester.name)),
    moneyColumn(['金额', 'Amount'], ({ amount }) => amount),
    moneyColumn(['已付', 'Paid before'], ({ paid }) => paid),
    moneyColumn(['待付', 'To pay'], ({ left }) => left),
    textColumn(['用途', 'Purpose'], ({ title }, words) => words(title)),
    textColumn(['成本归属', 'Charged to'], ({ unit }, words) => words(unit?.name)),
    timeColumn(['到期', 'Due'], ({ dueAt }) => dueAt),
    timeColumn(['时间', 'Time'], ({ at }) => at),
    textColumn(['由谁', 'By'], ({ by }, words) => words(by?.name)),
    textColumn(['付款回单号', 'Payment slip number'], ({ slip }) => slip),
  ],
});

const SIDES: Record<VoucherRow['side'], { zh: string; en: string }> = {
  debit: { zh: '借', en: 'Debit' },
  credit: { zh: '贷', en: 'Credit' },
};

/** Payments as they are booked, each on both sides. */
export const vouchersList = exportedList<PaymentsService, VouchersQuery, VoucherRow>({
  title: { zh: '凭证', en: 'Vouchers' },
  service: PaymentsService,
  query: VouchersQuery,
  right: 'payments.read',
  page: (service, actor, query) => service.vouchers(actor, query),
  columns: [
    timeColumn(['时间', 'Time'], ({ at }) => at),
    textColumn(['付款回单号', 'Payment slip number'], ({ slip }) => slip),
    textColumn(['单号', 'Number'], ({ number }) => number),
    textColumn(['方向', 'Side'], ({ side }, words) => words(SIDES[side])),
    textColumn(['科目', 'Account'], ({ account }, words) => words(account)),
    textColumn(['成本归属', 'Charged to'], ({ unit }, words) => words(unit?.name)),
    moneyColumn(['金额', 'Amount'], ({ amount }) => amount),
  ],
});
