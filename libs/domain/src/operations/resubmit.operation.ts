import { choicesWith } from '../people/choices';
import type { AskedForm } from '../request/command';
import { refusal } from '../request/refusal';
import { phaseOf } from '../request/standing';
import { differsMaterially } from '../form/step-fields';
import { askedAnew, askedForm, formAsItIs, formBody } from './asked-form';
import type { Operation } from './operation';
import { ref, WALK } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    resubmit: AskedForm;
  }
}

/**
 * The requester sends a returned request again. Where it goes straight back and nothing material has changed, decisions stand as far as what they
 * were shown is still there; else everybody is asked anew, and what steps filled in is blank again.
 */
export const resubmitOperation: Operation<'resubmit'> = {
  type: 'resubmit',
  scope: 'request',
  onStep: false,
  body: formBody,
  button: { zh: '重新提交', en: 'Resubmit' },
  past: { zh: '已重新提交', en: 'Resubmitted' },
  undone: null,
  confirm: null,
  tone: 'plain',
  needsComment: () => false,
  closes: 'decided-by-other',
  tells: null,
  undo: null,
  concerns: (state, actor) => phaseOf(state) === 'returned' && state.context.requester?.id === actor.id,
  read: askedForm,
  attempt: ({ context }) => formAsItIs(context),
  at: { returned: ({ mayAsk }) => [{ target: WALK, guard: [ref('is-requester'), ...mayAsk], actions: [ref('resubmit')] }] },
  act(machine, { command, n }, _params, process) {
    const { request } = machine;
    const stands = request.returned?.resume === 'straight-back' && !differsMaterially(request.material, command.material, process);
    const round = request.round + 1;
    return {
      request: {
        ...request,
        ...(stands ? { fields: command.fields, material: command.material } : askedAnew(command, process)),
        beneficiary: command.beneficiary,
        choices: choicesWith(request, command),
        round,
        contentHash: command.digest,
        walkedFrom: n,
        steps: stands ? request.steps : {},
        decided: false,
        returned: null,
      },
      events: [...machine.events, { type: 'request.submitted', round }],
    };
  },
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? 'walk' }),
};
