import type { AllowedCommand } from '../../../shared/api/wire';
import type { DecisionControls } from '../decision/use-decision';
import type { Answers } from './use-answers';
import type { Trial } from '../operation/use-trial';

/** What every question of a dialog is asked with. */
export interface AsksProps {
  decision: DecisionControls;
  option: AllowedCommand;
  trial: Trial;
  answers: Answers;
}
