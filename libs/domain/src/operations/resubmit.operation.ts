import type { AskedForm } from '../request/command';
import { refusal } from '../request/refusal';
import { phaseOf } from '../request/standing';
import { askedForm, formAsItIs, formBody } from './form/asked-form';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { sentAgain } from './walk/sent-again';
import { ref, WALK } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    resubmit: AskedForm;
  }
}

/** The requester sends a returned request again. */
export const resubmitOperation: Operation<'resubmit'> = {
  ...PLAIN,
  type: 'resubmit',
  scope: 'request',
  onStep: false,
  brings: 'form',
  body: formBody,
  button: { zh: '重新提交', en: 'Resubmit' },
  past: { zh: '已重新提交', en: 'Resubmitted' },
  place: 'form',
  concerns: (state, actor) => phaseOf(state) === 'returned' && state.context.requester?.id === actor.id,
  read: askedForm,
  attempt: ({ context }, { process }) => formAsItIs(context, process),
  at: { returned: ({ mayAsk }) => [{ target: WALK, guard: [ref('is-requester'), ...mayAsk], actions: [ref('resubmit')] }] },
  act: (machine, event, _params, process) => sentAgain(machine, event, process),
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? 'walk' }),
};
