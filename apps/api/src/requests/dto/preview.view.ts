import { BudgetEffectView } from '../budget/budget-effect.view';
import { BilingualView, PersonRef, ReasonView } from '../../http/schema/values.view';
import { Flag, Many, One, OneOrNull, Text } from '../../http/schema/schema.decorators';
import { ExpectedStep } from './timeline.view';

export class AssumptionView {
  @Text() field!: string;
  @One(() => BilingualView) label!: BilingualView;
  @One(() => BilingualView) value!: BilingualView;
  @OneOrNull(() => BilingualView) otherwise!: BilingualView | null;
}

export class FormProblemView {
  @Text() field!: string;
  @Text() code!: string;
  @One(() => BilingualView) message!: BilingualView;
}

/** A step whose person the requester picks. */
export class ChoiceView {
  @Text() step!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Many(() => PersonRef) candidates!: PersonRef[];
  @OneOrNull(() => PersonRef) chosen!: PersonRef | null;
}

/** Who will decide, before anything is submitted. */
export class PreviewView {
  @One(() => PersonRef) requester!: PersonRef;
  @Many(() => ExpectedStep) steps!: ExpectedStep[];
  @Many(() => AssumptionView) assumptions!: AssumptionView[];
  @Many(() => ChoiceView) choices!: ChoiceView[];
  @Many(() => FormProblemView) problems!: FormProblemView[];
  @OneOrNull(() => ReasonView, { description: 'Why a submit would be refused although everything is filled in.' })
  refusal!: ReasonView | null;
  @OneOrNull(() => BudgetEffectView, { description: 'What it would do to a budget; null: it draws on none.' })
  budget!: BudgetEffectView | null;
  @OneOrNull(() => BilingualView) blocked!: BilingualView | null;
  @Flag() submittable!: boolean;
}
