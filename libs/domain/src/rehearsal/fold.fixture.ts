import { canonicalJson } from '../digest/canonical-json';
import { advance } from '../engine/advance';
import { begin } from '../engine/begin';
import type { Process } from '../machine/process/process';
import type { EngineRequest, Transition } from '../request/transition';

/** Folds stored transitions from the beginning, as the workflow does. */
export function fold(process: Process, journal: readonly Transition[]): EngineRequest {
  return journal.reduce(
    (request, { command, facts, hash, events }) => {
      const answer = advance(process, request, command, facts);
      if ('need' in answer || answer.request.hash !== hash)
        throw new Error(`Expected to fold transition ${request.n + 1}, but it came out differently`);
      if (canonicalJson(answer.transition.events) !== canonicalJson(events))
        throw new Error(`Expected to fold what transition ${request.n + 1} tells, but it tells it otherwise`);
      return answer.request;
    },
    begin(process.definition, 'request-1'),
  );
}
