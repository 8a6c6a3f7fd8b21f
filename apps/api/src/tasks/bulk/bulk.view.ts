import { Id, IdOrNull, Many, OneOf, OneOrNull, TextOrNull, TimeOrNull, WholeOrNull } from '../../http/schema/schema.decorators';
import { BilingualView, MoneyView, PersonRef, ReasonView } from '../../http/schema/values.view';
import { UndoView } from '../../requests/dto/request.view';

/** What would become of one task. Nothing but the task is told of one that is not the reader’s. */
export class BulkTrialItem {
  @Id() task!: string;
  @IdOrNull() requestId!: string | null;
  @OneOrNull(() => BilingualView) rowTitle!: BilingualView | null;
  @OneOrNull(() => BilingualView, { description: 'Its step.' }) step!: BilingualView | null;
  @OneOrNull(() => BilingualView, {
    description: 'What its button says there: an approval and a review are pressed under their own names.',
  })
  press!: BilingualView | null;
  @OneOrNull(() => PersonRef) requester!: PersonRef | null;
  @OneOrNull(() => MoneyView) amount!: MoneyView | null;
  @WholeOrNull() round!: number | null;
  @TimeOrNull() waitingSince!: string | null;
  @OneOrNull(() => BilingualView, { description: 'By what the reader decides it: the limit that covers it, the post.' })
  why!: BilingualView | null;
  @OneOrNull(() => BilingualView, { description: 'What follows; null where it would be skipped.' }) next!: BilingualView | null;
  @TextOrNull({ description: 'Content hash of what it shows; the press sends it back.' }) shown!: string | null;
  @OneOrNull(() => ReasonView, { description: 'Why it would be skipped; null where it would be done.' }) reason!: ReasonView | null;
}

export class BulkTrialView {
  @Many(() => BulkTrialItem, { description: 'In the order in which they were asked for.' }) items!: BulkTrialItem[];
  @Many(() => MoneyView, { description: 'What would be approved, by currency.' }) approves!: MoneyView[];
  @Many(() => MoneyView, { description: 'What would be skipped, by currency.' }) skips!: MoneyView[];
}

export const BULK_ENDS = ['done', 'open', 'refused', 'not-begun'] as const;

/** What became of one task. */
export class BulkResult {
  @Id() task!: string;
  @IdOrNull() requestId!: string | null;
  @OneOf(BULK_ENDS, {
    description: '`open`: sent, and not yet known to be done. `not-begun`: there was no time left; the same press sends it.',
  })
  status!: (typeof BULK_ENDS)[number];
  @WholeOrNull({ description: 'Number of the transition that it became.' }) n!: number | null;
  @OneOrNull(() => UndoView) undo!: UndoView | null;
  @OneOrNull(() => ReasonView) reason!: ReasonView | null;
}

export class BulkAnswer {
  @Many(() => BulkResult, { description: 'In the order in which they were sent; a refusal of one stops no other.' }) items!: BulkResult[];
}
