import type { Outline } from '../../definition/structure/outline';
import { WHOLE } from '../../definition/structure/structure';
import { differsMaterially } from '../../form/shown/step-fields';
import { choicesWith } from '../../people/choices';
import type { CommandOf } from '../../request/command';
import { WITH_REQUESTER, type RequestContext } from '../../request/request-state';
import { askedAnew, concernsOf } from '../form/asked-form';
import { ownValue } from '../../text/own-value';
import { forgettingSteps } from './leaving';
import { telling, withoutSteps, type MachineContext } from '../parts/machine-context';

/**
 * A returned request goes on with another form. Where it goes straight back and nothing material has changed, or where only what changed is asked
 * for, decisions stand as far as what they were shown is still there; else everybody is asked anew, and what steps filled in is blank again. Pure.
 */
export function sentAgain(
  machine: MachineContext,
  { command, n }: { command: CommandOf<'resubmit' | 'correct'>; n: number },
  process: Outline,
): MachineContext {
  const { editedBy, concerns: _before, ...request } = machine.request;
  const { resume } = request.returned ?? {};
  const stands =
    resume === 'only-changed' || (resume === 'straight-back' && !differsMaterially(request.material, command.material, process));
  const { others } = command;
  const round = request.round + 1;
  const sent: RequestContext = {
    ...request,
    ...(stands ? { fields: command.fields, material: command.material } : askedAnew(command, process)),
    // What was signed counts among what was shown, as long as it stands.
    ...(request.others && others ? { others: stands ? { ...request.others, ...others } : (askedAnew(command, process).others ?? {}) } : {}),
    beneficiary: command.beneficiary,
    ...concernsOf(command.concerns),
    choices: choicesWith(request, command),
    round,
    formDigest: command.digest,
    written: stands ? request.written : {},
    walked: { [WHOLE]: n },
    steps: stands ? withoutSteps(request.steps, [WITH_REQUESTER]) : forgettingSteps(request.steps, Object.keys(request.steps)),
    returned: null,
    // Whoever asks for all of it anew has written all of it.
    ...(stands && editedBy ? { editedBy } : {}),
  };
  return chosenAnew(telling({ ...machine, request: sent }, { type: 'request.submitted', round }), request.choices);
}

/** Tells of every step for which somebody else has been chosen than `before`: whoever was asked the first time does not vanish. Pure. */
export function chosenAnew(machine: MachineContext, before: Readonly<Record<string, string>>): MachineContext {
  return Object.entries(machine.request.choices).reduce((told, [step, to]) => {
    const from = ownValue(before, step);
    return from === undefined || from === to ? told : telling(told, { type: 'choice.changed', step, from, to });
  }, machine);
}
