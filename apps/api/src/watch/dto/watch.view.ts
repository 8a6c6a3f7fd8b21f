import { Flag, Id, IdOrNull, Many, OneOf, One, OneOrNull, TextOrNull, WholeOrNull } from '../../http/schema/schema.decorators';
import { BilingualView, MoneyView, PersonRef } from '../../http/schema/values.view';
import { BudgetUnit, KeyedView } from '../../requests/budget/budget-effect.view';

export const WATCHED = ['split', 'line', 'reservation', 'near-limit', 'vendor', 'advance', 'over-plan'] as const;

/** One request behind something that is worth a look. */
export class WatchedRequest {
  @Id() id!: string;
  @TextOrNull() number!: string | null;
  @OneOrNull(() => BilingualView) title!: BilingualView | null;
  @One(() => MoneyView) amount!: MoneyView;
  @Flag({ description: 'The reader may open it.' }) readable!: boolean;
}

/** Something that is worth a look, with the requests that it is about. */
export class WatchItem {
  @OneOf(WATCHED, {
    description:
      '`split`: each under a limit, together over it; `near-limit`: one requester just below a limit again and again; `vendor`: a payee over a sum; `line`: a line that is nearly or more than used up; `reservation`: held for long; `advance`: paid in advance and not settled in time; `over-plan`: granted over the plan, by who granted it.',
  })
  kind!: (typeof WATCHED)[number];
  @OneOrNull(() => PersonRef) person!: PersonRef | null;
  @OneOrNull(() => BudgetUnit) unit!: BudgetUnit | null;
  @OneOrNull(() => KeyedView) category!: KeyedView | null;
  @TextOrNull() vendor!: string | null;
  @IdOrNull({ description: 'The line of a budget that it is about.' }) line!: string | null;
  @One(() => MoneyView, { description: 'Together.' }) amount!: MoneyView;
  @OneOrNull(() => MoneyView, { description: 'The limit that each of them stays under.' }) limit!: MoneyView | null;
  @WholeOrNull({ description: 'How much of the line is taken, in per cent.' }) share!: number | null;
  @TextOrNull({ description: 'First day, YYYY-MM-DD.' }) from!: string | null;
  @TextOrNull({ description: 'Last day, YYYY-MM-DD.' }) to!: string | null;
  @Many(() => WatchedRequest, { description: 'At most 20.' }) requests!: WatchedRequest[];
}

export class WatchView {
  @Many(() => WatchItem, { description: 'At most 50 of each kind, the largest amounts first.' }) items!: WatchItem[];
}
