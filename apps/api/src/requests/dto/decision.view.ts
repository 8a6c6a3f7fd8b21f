import { PERSON_OPERATIONS } from '@countersign/domain';
import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { BilingualView, MoneyView, PersonRef, ReasonView } from '../../http/values.view';
import { Flag, Many, One, OneOf, OneOfOrNull, OneOrNull, Text } from '../../http/schema.decorators';

export type LimitValue = 'no-limit' | MoneyView | null;
const Limit = (): PropertyDecorator =>
  ApiProperty({
    anyOf: [{ type: 'string', enum: ['no-limit'] }, { $ref: getSchemaPath(MoneyView) }, { type: 'null' }],
    description: 'Up to this amount; expressly without limit; or blank, which covers nothing.',
  });

export class ChangeView {
  @Text() field!: string;
  @One(() => BilingualView) label!: BilingualView;
  @One(() => BilingualView) before!: BilingualView;
  @One(() => BilingualView) after!: BilingualView;
}

export class LadderRungView {
  @OneOrNull(() => PersonRef) person!: PersonRef | null;
  @One(() => BilingualView) role!: BilingualView;
  @Limit() limit!: LimitValue;
  @Flag() reaches!: boolean;
  @OneOrNull(() => BilingualView, {
    description: 'Why it does not reach, or why it is passed over, where the limit itself does not say so.',
  })
  why!: BilingualView | null;
  @Flag() current!: boolean;
  @Flag() you!: boolean;
}

export class CandidateView {
  @OneOrNull(() => PersonRef) person!: PersonRef | null;
  @OneOrNull(() => BilingualView) role!: BilingualView | null;
  @Limit() limit!: LimitValue;
  @Flag() chosen!: boolean;
  @OneOrNull(() => BilingualView, { description: 'Why this candidate was passed over.' }) removed!: BilingualView | null;
}

export class DerivationRuleView {
  @One(() => BilingualView) rule!: BilingualView;
  @Many(() => CandidateView) candidates!: CandidateView[];
}

/** How a step got its people: the rules in order, who was looked at, who was passed over and why. */
export class DerivationView {
  @Many(() => DerivationRuleView) rules!: DerivationRuleView[];
  @OneOf(['seats', 'merged', 'skipped', 'blocked']) result!: string;
  @OneOrNull(() => MoneyView) amount!: MoneyView | null;
  @OneOfOrNull(['in', 'over']) plan!: string | null;
}

export class WhyView {
  @Text() step!: string;
  @One(() => BilingualView) line!: BilingualView;
  @One(() => DerivationView) derivation!: DerivationView;
}

export class ReturnTargetView {
  @Text() to!: string;
  @One(() => BilingualView) title!: BilingualView;
}

/** One button: what it says, whether it may be pressed, and if not, why. */
export class AllowedView {
  @OneOf([...PERSON_OPERATIONS.map(({ type }) => type), 'rebuild']) command!: string;
  @One(() => BilingualView) label!: BilingualView;
  @Flag() enabled!: boolean;
  @OneOrNull(() => ReasonView) reason!: ReasonView | null;
  @Many(() => ReturnTargetView) targets!: ReturnTargetView[];
  @OneOfOrNull(['walk-again', 'straight-back', 'choose']) resume!: string | null;
  @Flag() needsComment!: boolean;
}
