import { BilingualView, PersonRef } from '../../http/values.view';
import { Flag, Many, One, OneOrNull, Text } from '../../http/schema.decorators';
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

/** Who will decide, before anything is submitted. */
export class PreviewView {
  @One(() => PersonRef) requester!: PersonRef;
  @Many(() => ExpectedStep) steps!: ExpectedStep[];
  @Many(() => AssumptionView) assumptions!: AssumptionView[];
  @Many(() => FormProblemView) problems!: FormProblemView[];
  @OneOrNull(() => BilingualView) blocked!: BilingualView | null;
  @Flag() submittable!: boolean;
}
