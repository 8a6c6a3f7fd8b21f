import {
  Flag,
  Id,
  IdOrNull,
  Many,
  One,
  OneOf,
  OneOrNull,
  Text,
  TextOrNull,
  Time,
  TimeOrNull,
  Whole,
} from '../../http/schema/schema.decorators';
import { BilingualView, MoneyView, PersonRef } from '../../http/schema/values.view';
import { BudgetUnit, KeyedView } from '../../requests/budget/budget-effect.view';

/** What somebody was paid in advance and has not settled. */
export class OpenAdvance {
  @Id() requestId!: string;
  @TextOrNull() number!: string | null;
  @One(() => MoneyView) amount!: MoneyView;
  @Flag({ description: 'The reader may open the request.' }) readable!: boolean;
}

/** One payment of a request that was approved: to be made, made, or sent back. */
export class PaymentRow {
  @Id() requestId!: string;
  @Text({ description: 'The step that pays.' }) step!: string;
  @TextOrNull() number!: string | null;
  @One(() => BilingualView) title!: BilingualView;
  @One(() => KeyedView, { description: 'Its process.' }) definition!: KeyedView;
  @One(() => PersonRef) requester!: PersonRef;
  @TextOrNull({ description: 'To whom, as the request says; null: to the requester.' }) payee!: string | null;
  @OneOrNull(() => BudgetUnit, { description: 'The unit that is charged.' }) unit!: BudgetUnit | null;
  @OneOrNull(() => MoneyView, { description: 'All that is to be paid; of what was paid, how much that was.' }) amount!: MoneyView | null;
  @Flag({ description: 'It may be paid in parts.' }) inParts!: boolean;
  @OneOrNull(() => MoneyView, { description: 'What was paid of it in parts so far; null: nothing.' }) paid!: MoneyView | null;
  @OneOrNull(() => MoneyView, { description: 'What is still to be paid.' }) left!: MoneyView | null;
  @TimeOrNull({ description: 'By when it is to be made.' }) dueAt!: string | null;
  @Time({ description: 'Since when it waits, or when it was made or sent back.' }) at!: string;
  @OneOrNull(() => PersonRef, { description: 'Who is to pay, has paid or sent it back.' }) by!: PersonRef | null;
  @TextOrNull({ description: 'By which slip it was paid.' }) slip!: string | null;
  @IdOrNull({ description: 'The reader’s own task; null: it is not theirs to pay.' }) task!: string | null;
  @TextOrNull({ description: 'Content hash of what the task shows; the press sends it back.' }) shown!: string | null;
  @Flag({ description: 'An operator has stopped the request, or nobody is found who may pay.' }) stopped!: boolean;
  @Many(() => OpenAdvance, { description: 'Of what is to be paid: what its requester was paid in advance and has not settled.' })
  advances!: OpenAdvance[];
  @Flag({ description: 'The reader may open the request.' }) readable!: boolean;
}

export class PaymentPage {
  @Many(() => PaymentRow) items!: PaymentRow[];
  @TextOrNull() nextCursor!: string | null;
}

/** How payments stand; a view with more than 10,000 says 10,000. */
export class PaymentCounts {
  @Whole() due!: number;
  @Whole() overdue!: number;
  @Whole({ description: 'In the last 30 days.' }) paid!: number;
  @Whole({ description: 'In the last 30 days.' }) returned!: number;
  @Many(() => MoneyView, { description: 'What is to be paid, by currency.' }) amounts!: MoneyView[];
}

export const VOUCHER_SIDES = ['debit', 'credit'] as const;

/** One line of a voucher: each payment is booked once on either side. */
export class VoucherRow {
  @Time() at!: string;
  @Text() slip!: string;
  @TextOrNull() number!: string | null;
  @Id() requestId!: string;
  @OneOf(VOUCHER_SIDES) side!: (typeof VOUCHER_SIDES)[number];
  @One(() => BilingualView) account!: BilingualView;
  @OneOrNull(() => BudgetUnit) unit!: BudgetUnit | null;
  @One(() => MoneyView) amount!: MoneyView;
}

export class VoucherPage {
  @Many(() => VoucherRow) items!: VoucherRow[];
  @TextOrNull() nextCursor!: string | null;
}
