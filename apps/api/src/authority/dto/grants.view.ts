import { BilingualView, CursorView, MoneyView, PersonRef } from '../../http/schema/values.view';
import { Limit, type LimitValue } from '../../requests/dto/decision.view';
import { Flag, Id, Many, One, OneOf, OneOrNull, Text, TextOrNull } from '../../http/schema/schema.decorators';

/** One authority of a role or a person. */
export class GrantView {
  @Id() id!: string;
  @Text() kind!: string;
  @Text() matter!: string;
  @One(() => BilingualView, { description: 'What it is for: the title of the process, or what the grant calls it.' }) title!: BilingualView;
  @TextOrNull({ description: 'Key of the role; null: it is a person’s own.' }) role!: string | null;
  @OneOrNull(() => BilingualView) roleTitle!: BilingualView | null;
  @OneOrNull(() => PersonRef) person!: PersonRef | null;
  @OneOrNull(() => BilingualView, { description: 'The unit below which it holds; null: where the holder’s post serves.' })
  scope!: BilingualView | null;
  @Limit() limit!: LimitValue;
  @OneOf(['in', 'over', 'any']) plan!: string;
  @OneOf(['proposed', 'granted', 'withheld', 'expired']) state!: string;
  @TextOrNull() withheldReason!: string | null;
  @TextOrNull({ description: 'By what it was given.' }) source!: string | null;
  @TextOrNull() validFrom!: string | null;
  @TextOrNull({ description: 'The day on which it no longer holds.' }) validTo!: string | null;
  @Flag({ description: 'It holds today.' }) inForce!: boolean;
}

export class GrantPage extends CursorView {
  @Many(() => GrantView) items!: GrantView[];
}

/** Amounts for which a change sends cases to other people. */
export class ChangedRouteView {
  @One(() => BilingualView) process!: BilingualView;
  @One(() => BilingualView) step!: BilingualView;
  @OneOf(['in', 'over']) plan!: string;
  @OneOrNull(() => MoneyView, { description: 'Above this; null: from nothing.' }) above!: MoneyView | null;
  @OneOrNull(() => MoneyView, { description: 'Up to this; null: whatever is above.' }) upTo!: MoneyView | null;
  @Many(() => BilingualView, { description: 'Units of which such cases come.' }) units!: BilingualView[];
  @Many(() => PersonRef) before!: PersonRef[];
  @Many(() => PersonRef, { description: 'Nobody: such a case would be stuck.' }) after!: PersonRef[];
}
