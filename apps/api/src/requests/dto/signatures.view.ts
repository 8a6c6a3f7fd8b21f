import { BilingualView, PersonRef } from '../../http/schema/values.view';
import { Flag, Many, One, OneOf, OneOfOrNull, OneOrNull, Text, TimeOrNull, Whole } from '../../http/schema/schema.decorators';

/** One person’s signature, given or awaited. */
export class SignatureView {
  @One(() => PersonRef) person!: PersonRef;
  @OneOrNull(() => BilingualView, { description: 'What those of their group are called.' }) group!: BilingualView | null;
  @OneOrNull(() => PersonRef, { description: 'Who asked for it beside the rules of the step.' }) addedBy!: PersonRef | null;
  @OneOrNull(() => PersonRef, { description: 'Who is away, in whose place they sign.' }) actingFor!: PersonRef | null;
  @OneOfOrNull(['yes', 'no', 'back', 'abstain']) answer!: 'yes' | 'no' | 'back' | 'abstain' | null;
  @TimeOrNull() at!: string | null;
  @OneOf(['now', 'later', 'over'], { description: 'It is asked for now, later, or not any more.' }) turn!: 'now' | 'later' | 'over';
}

/** A step that several people sign. */
export class SignaturesView {
  @Text() step!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Flag() open!: boolean;
  @OneOrNull(() => BilingualView, { description: 'How the words are counted.' }) counting!: BilingualView | null;
  @Whole() agreed!: number;
  @Whole() of!: number;
  @One(() => BilingualView) progress!: BilingualView;
  @Many(() => SignatureView) signers!: SignatureView[];
}
