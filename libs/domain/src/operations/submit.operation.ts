import { parametersOf } from '../definition/parameters';
import { rolesToStart } from '../guards/may-start.guard';
import { WHOLE } from '../definition/structure/structure';
import type { AskedForm } from '../request/command';
import { refusal } from '../request/refusal';

import type { ParentLink } from '../request/links/child-record';
import { phaseOf } from '../request/standing';
import { askedForm, concernsOf, formAsItIs, formBody } from './form/asked-form';
import { telling } from './parts/machine-context';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref, WALK } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    submit: AskedForm & { parent?: ParentLink };
  }
}
declare module '../request/words/own-words' {
  interface OwnRefusals {
    submit: 'already-submitted';
  }
}

/** The request begins: who asks, what is asked, under which parameters. */
export const submitOperation: Operation<'submit'> = {
  ...PLAIN,
  type: 'submit',
  refusals: {
    'already-submitted': {
      kind: 'conflict',
      text: () => ({ zh: '这份申请已经提交过了', en: 'This request has already been submitted' }),
    },
  },
  scope: 'request',
  onStep: false,
  brings: 'form',
  body: formBody,
  button: { zh: '提交', en: 'Submit' },
  past: { zh: '已提交', en: 'Submitted' },
  place: 'form',
  concerns: (state) => phaseOf(state) === 'draft',
  read: (body, reading) => ({ ...askedForm(body, reading), ...(body.parent && { parent: body.parent }) }),
  attempt: ({ context }, { process }) => formAsItIs(context, process),
  at: {
    draft({ definition, mayAsk }) {
      const roles = rolesToStart(definition.start);
      return [{ target: WALK, guard: [ref('may-start', { roles }), ...mayAsk], actions: [ref('submit')] }];
    },
  },
  act(machine, { command, facts, n }, _params, { definition }) {
    const { actor } = facts;
    if (actor?.unitId == null) throw new Error('Expected to submit for somebody who belongs to a unit, but the facts hold none');
    const request = {
      ...machine.request,
      requester: { id: actor.id, roles: actor.roles, unitId: actor.unitId },
      beneficiary: command.beneficiary,
      ...concernsOf(command.concerns),
      params: parametersOf(definition, facts.params),
      fields: command.fields,
      choices: command.choices,
      round: 1,
      firstSubmittedAt: facts.now,
      firstSubmittedOn: facts.today,
      formDigest: command.digest,
      material: command.material,
      ...(command.others ? { others: command.others } : {}),
      walked: { [WHOLE]: n },
      ...(command.parent && { parent: command.parent }),
    };
    return telling({ ...machine, request }, { type: 'request.submitted', round: 1 });
  },
  untaken: (context) => refusal('already-submitted', { state: context.outcome ?? (context.returned ? 'returned' : 'walk') }),
};
