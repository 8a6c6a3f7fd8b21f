import { LINE_CONTROLS, type LineControl } from '@countersign/domain';
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
  Whole,
  WholeOrNull,
} from '../../http/schema/schema.decorators';
import { BilingualView, MoneyView, PersonRef } from '../../http/schema/values.view';
import { BudgetUnit, KeyedView, SumsView } from '../../requests/budget/budget-effect.view';

/** A row of the tree: a unit with everything below it, or a line. */
export class BudgetTreeRow {
  @Id({ description: 'Of the unit, or of the line.' }) id!: string;
  @One(() => BudgetUnit) unit!: BudgetUnit;
  @Flag({ description: 'Other rows stand below it.' }) folds!: boolean;
  @IdOrNull({ description: 'The line that it is, or the only one that it has.' }) line!: string | null;
  @OneOrNull(() => KeyedView, { description: 'Of a line; null there: on anything.' }) category!: KeyedView | null;
  @Flag({ description: 'It is a line.' }) isLine!: boolean;
  @TextOrNull({ description: 'Of a line: first day, YYYY-MM-DD.' }) from!: string | null;
  @TextOrNull({ description: 'Of a line: last day, YYYY-MM-DD.' }) to!: string | null;
  @One(() => SumsView) sums!: SumsView;
}

export class BudgetTreePage {
  @Text({ description: 'The month or year that is shown.' }) period!: string;
  @Many(() => BudgetTreeRow) items!: BudgetTreeRow[];
  @TextOrNull() nextCursor!: string | null;
}

export class BudgetLineRow {
  @Id() id!: string;
  @One(() => BudgetUnit) unit!: BudgetUnit;
  @OneOrNull(() => KeyedView, { description: 'Null: on anything.' }) category!: KeyedView | null;
  @Text({ description: 'First day, YYYY-MM-DD.' }) from!: string;
  @Text({ description: 'Last day, YYYY-MM-DD.' }) to!: string;
  @OneOf(LINE_CONTROLS, { description: 'What happens where a request asks for more than is left.' }) control!: LineControl;
  @Whole({ description: 'By how much more than its plan it may take, in tenths of a per cent.' }) tolerance!: number;
  @OneOrNull(() => PersonRef) owner!: PersonRef | null;
  @One(() => SumsView) sums!: SumsView;
}

export class BudgetLinePage {
  @Many(() => BudgetLineRow) items!: BudgetLineRow[];
  @TextOrNull() nextCursor!: string | null;
}

export class BudgetPlanView {
  @Text() key!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Whole() version!: number;
  @Time() effectiveAt!: string;
  @Whole() lines!: number;
}

/** What one request holds of a line. */
export class BudgetRequestView {
  @Id() id!: string;
  @TextOrNull() number!: string | null;
  @OneOrNull(() => BilingualView) title!: BilingualView | null;
  @One(() => PersonRef) requester!: PersonRef;
  @Text() status!: string;
  @One(() => MoneyView, { description: 'Reserved, committed and spent together.' }) takes!: MoneyView;
  @Flag({ description: 'The reader may open it.' }) readable!: boolean;
}

/** The same unit and category in another period. */
export class BudgetPeriodView {
  @Id() line!: string;
  @Text() from!: string;
  @Text() to!: string;
  @One(() => SumsView) sums!: SumsView;
}

export class BudgetLineView extends BudgetLineRow {
  @One(() => BudgetPlanView) plan!: BudgetPlanView;
  @Many(() => BudgetPeriodView, { description: 'Of the same plan, in their order, at most 24.' }) periods!: BudgetPeriodView[];
  @Many(() => BudgetRequestView, { description: 'The last 20 that drew on it.' }) requests!: BudgetRequestView[];
}

export const LEDGER_KINDS = ['plan', 'transfer', 'outside', 'release', 'refund', 'extend', 'spend', 'commit', 'reserve'] as const;

/** What a movement says of the request that made it. */
export class MovementRequest {
  @Id() id!: string;
  @TextOrNull() number!: string | null;
  @OneOrNull(() => BilingualView) title!: BilingualView | null;
  @Flag({ description: 'The reader may open it.' }) readable!: boolean;
}

export class BudgetMovementRow {
  @Text() id!: string;
  @Time() at!: string;
  @OneOf(LEDGER_KINDS) kind!: (typeof LEDGER_KINDS)[number];
  @One(() => MoneyView, { description: 'How much it is about.' }) amount!: MoneyView;
  @OneOrNull(() => MovementRequest) request!: MovementRequest | null;
  @OneOrNull(() => PersonRef, { description: 'Who did it; null: the system, or the command line.' }) by!: PersonRef | null;
  @TextOrNull() note!: string | null;
  @TextOrNull({ description: 'By which its source knows it.' }) reference!: string | null;
  @One(() => SumsView, { description: 'The line right after it.' }) after!: SumsView;
}

export class BudgetMovementPage {
  @Many(() => BudgetMovementRow) items!: BudgetMovementRow[];
  @TextOrNull() nextCursor!: string | null;
}

export class RecountView {
  @Whole({ description: 'Lines of the company.' }) lines!: number;
  @Whole({ description: 'Movements that were added up.' }) movements!: number;
  @Whole({ description: 'Lines whose sums are not those of their movements.' }) differing!: number;
  @WholeOrNull({ description: 'Movements of the line that was asked about.' }) ofLine!: number | null;
  @Whole({ description: 'How long it took, in milliseconds.' }) took!: number;
}

/** Whoever reads budgets, and what they may do besides. */
export class BudgetSetView {
  @Many(() => KeyedView) categories!: KeyedView[];
  @Many(() => BudgetPlanView) plans!: BudgetPlanView[];
  @Flag({ description: 'The caller may import plans and post what others have spent.' }) manages!: boolean;
}
