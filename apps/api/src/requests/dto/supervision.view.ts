import { Flag, Many, One, OneOf, OneOrNull, TextOrNull, Time, TimeOrNull } from '../../http/schema/schema.decorators';
import { BilingualView, PersonRef, ReasonView } from '../../http/schema/values.view';

/** Who holds a request where it stands, since when, and why. */
export class SuspendedView {
  @One(() => PersonRef) by!: PersonRef;
  @Time() at!: string;
  @TextOrNull() reason!: string | null;
}

/** Why nobody can move it in the ordinary way. */
export class BlockedView {
  @OneOf(['no-approver', 'poisoned', 'diverged']) kind!: string;
  @One(() => BilingualView) reason!: BilingualView;
  @Many(() => PersonRef) owners!: PersonRef[];
  @OneOrNull(() => ReasonView, {
    description:
      'Of a reader it is with who does not hold the right to sort it out: that, and who can give it (`params.gives`: they themselves).',
  })
  wanting!: ReasonView | null;
}

/** An answer that somebody who supervises the request demands of whoever has it. */
export class DemandView {
  @One(() => PersonRef) by!: PersonRef;
  @One(() => PersonRef, { description: 'Who owes it: the task is theirs now.' }) of!: PersonRef;
  @TextOrNull() question!: string | null;
  @Time() at!: string;
  @TimeOrNull() due!: string | null;
  @Flag({ description: 'Its time is over.' }) late!: boolean;
}

/** Somebody who is asked to confirm that they have read a copy. */
export class ReceiptView {
  @One(() => PersonRef) person!: PersonRef;
  @OneOrNull(() => BilingualView, { description: 'Title of the step that sent it.' }) step!: BilingualView | null;
  @TimeOrNull({ description: 'When they confirmed it; null while they have not.' }) at!: string | null;
}

/** Who sees to a request besides those who have it, and who is to have read it. */
export class SupervisionView {
  @Many(() => PersonRef) people!: PersonRef[];
  @Many(() => DemandView) demands!: DemandView[];
  @Many(() => ReceiptView) receipts!: ReceiptView[];
}

/** What an operator has done to a request: it stays marked by it. */
export class RepairView {
  @One(() => PersonRef) by!: PersonRef;
  @One(() => BilingualView, { description: 'What they pressed, as done.' }) done!: BilingualView;
  @Time() at!: string;
}
