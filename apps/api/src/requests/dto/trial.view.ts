import { OUTCOMES } from '@countersign/domain';
import { IsIn, IsObject, IsString, MaxLength } from 'class-validator';
import { Many, One, OneOf, OneOrNull, Optional, Text } from '../../http/schema/schema.decorators';
import { BilingualView, PersonRef, ReasonView } from '../../http/schema/values.view';
import { FORETOLD_OPERATIONS } from '../trial/foretold-operations';
import { FormProblemView } from './preview.view';
import { ExpectedStep } from './timeline.view';

const COMMANDS = FORETOLD_OPERATIONS.map(({ type }) => type as string);

export class TrialBody {
  @OneOf(COMMANDS) @IsIn(COMMANDS) command!: string;
  @Optional({
    type: 'object',
    additionalProperties: true,
    description: 'What the press would bring: its body.',
  })
  @IsObject()
  body?: Record<string, unknown>;
  @Optional({ type: 'string', maxLength: 80, description: 'Of an operation on a task: the step where its person sits.' })
  @IsString()
  @MaxLength(80)
  step?: string;
}

/** A task that somebody would lose. */
export class LostTaskView {
  @Text() step!: string;
  @One(() => BilingualView) title!: BilingualView;
  @One(() => PersonRef) person!: PersonRef;
  @One(() => BilingualView) why!: BilingualView;
}

/** A step that stays decided: nobody is asked there again. */
export class KeptDecisionView {
  @Text() step!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Many(() => PersonRef) people!: PersonRef[];
}

/** When a step would be due. */
export class StepDueView {
  @Text() step!: string;
  @Text({ description: 'ISO, UTC.' }) at!: string;
}

/** What an operation would bring about, if it were sent now. */
export class TrialView {
  @OneOrNull(() => ReasonView, { description: 'Why it would be refused.' }) refusal!: ReasonView | null;
  @Many(() => FormProblemView, { description: 'What is wrong with the form that it brings.' }) problems!: FormProblemView[];
  @OneOf(['running', 'returned', 'blocked', ...OUTCOMES], { description: 'Where the request would stand.' }) stands!: string;
  @Many(() => ExpectedStep, { description: 'Steps that would be open (`current`), and the expected way from there.' })
  steps!: ExpectedStep[];
  @Many(() => LostTaskView) lost!: LostTaskView[];
  @Many(() => KeptDecisionView, { description: 'Decisions that stand on that way.' }) kept!: KeptDecisionView[];
  @Many(() => PersonRef, { description: 'Who would be told, whoever asks for it left out.' }) told!: PersonRef[];
  @Many(() => StepDueView, { description: 'When steps that would be open would be due.' }) due!: StepDueView[];
  @Many(() => BilingualView, { description: 'Of a press that names somebody for a step: why they may have it.' }) fit!: BilingualView[];
}
