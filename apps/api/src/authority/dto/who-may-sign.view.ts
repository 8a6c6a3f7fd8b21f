import type { SigningTurn } from '@countersign/domain';
import { BilingualView, MoneyView, PersonRef } from '../../http/schema/values.view';
import { CandidateView, LadderRungView } from '../../requests/dto/decision.view';
import { Flag, Id, Many, One, OneOf, OneOrNull, Text, TextOrNull, Time, TimeOrNull, Whole } from '../../http/schema/schema.decorators';

/** The unit that a case comes from. */
export class SigningUnit {
  @Id() id!: string;
  @One(() => BilingualView) name!: BilingualView;
}

/** What gives somebody the authority. */
export class GivenView {
  @OneOrNull(() => BilingualView, { description: 'The role that it was given to; null: the person.' }) role!: BilingualView | null;
  @OneOrNull(() => BilingualView, { description: 'The unit below which it holds; null: where the holder’s post serves.' })
  scope!: BilingualView | null;
  @OneOf(['in', 'over', 'any']) plan!: string;
  @TimeOrNull() validFrom!: string | null;
  @TimeOrNull() validTo!: string | null;
  @TextOrNull({ description: 'By what it was given.' }) source!: string | null;
}

export class SignerView extends CandidateView {
  @OneOf(['asked', 'stands-in', 'later'] satisfies SigningTurn[], {
    description: 'At once, in the place of somebody who is away, or only where those before do not.',
  })
  turn!: string;
  @OneOrNull(() => PersonRef) actingFor!: PersonRef | null;
  @TimeOrNull({ description: 'Until when that one is away.' }) until!: string | null;
  @OneOrNull(() => GivenView, { description: 'Null: the step asks for no authority.' }) given!: GivenView | null;
  @OneOrNull(() => BilingualView, { description: 'The rule by which the step finds them.' }) rule!: BilingualView | null;
  @Many(() => CandidateView, { description: 'Whom that rule passes over before them.' }) passed!: CandidateView[];
}

export class SigningStepView {
  @Text() step!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Flag({ description: 'Such a case comes to this step.' }) comes!: boolean;
  @Many(() => SignerView) may!: SignerView[];
  @Many(() => CandidateView) mayNot!: CandidateView[];
  @Whole({ description: 'People beyond those that are named here.' }) more!: number;
  @Many(() => LadderRungView, { description: 'The line that the step goes up, from below; empty: it goes up none.' })
  ladder!: LadderRungView[];
}

export class WhoMaySignView {
  @One(() => BilingualView) process!: BilingualView;
  @One(() => SigningUnit) unit!: SigningUnit;
  @OneOrNull(() => PersonRef, { description: 'Who is taken to ask; null: nobody heads the unit.' }) requester!: PersonRef | null;
  @Flag({ description: 'Nobody was named: it is whoever heads the unit.' }) assumed!: boolean;
  @OneOrNull(() => MoneyView) amount!: MoneyView | null;
  @OneOf(['in', 'over']) plan!: string;
  @Text({ description: 'The company’s day that is asked about.' }) date!: string;
  @TimeOrNull({ description: 'As it was known then; null: as it is known by now.' }) knownAt!: string | null;
  @Time({ description: 'Before this nothing was recorded: what was asked of an earlier day is answered by what was known then.' })
  recordedSince!: string;
  @Many(() => SigningStepView) steps!: SigningStepView[];
  @Whole({ description: 'Milliseconds.' }) took!: number;
}
