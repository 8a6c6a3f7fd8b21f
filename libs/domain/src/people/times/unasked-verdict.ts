import { isCalling, isPausing } from '../../definition/flow';
import type { Outline } from '../../definition/structure/outline';
import type { StepVerdict } from '../../request/facts';
import type { RequestState } from '../../request/request-state';
import { ownValue } from '../../text/own-value';
import type { Directory } from '../directory';
import { pauseVerdict } from './pause-verdict';
import { resolutionCase, type ResolvableProcess } from '../resolution-case';
import { stepTimes } from './step-times';

/** Why a step is stuck that has asked something of another system: that was given up. */
export const CALL_FAILED = 'call-failed';

/** What is found for a step that asks nobody: until when it waits, or who looks after what another system did not do. Null for every other step. Pure. */
export function unaskedVerdict(process: Pick<Outline, 'steps'>, at: RequestState, id: string, directory: Directory): StepVerdict | null {
  const step = ownValue(process.steps, id);
  if (step === undefined) return null;
  if (isPausing(step)) return pauseVerdict(process, at, id, directory);
  return isCalling(step) ? { kind: 'blocked', owners: [...directory.operators], reason: CALL_FAILED } : null;
}

/** How the time of a step runs on that stood still, as its calendar counts today. Pure. */
export function timesAgain(process: ResolvableProcess, at: RequestState, id: string, directory: Directory): StepVerdict {
  const step = ownValue(process.steps, id);
  if (step !== undefined && isPausing(step)) return pauseVerdict(process, at, id, directory);
  return { kind: 'times', times: stepTimes(resolutionCase(process, at, id, directory)) ?? null };
}
