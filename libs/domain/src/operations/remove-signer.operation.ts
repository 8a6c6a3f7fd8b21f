import { ref } from '../definition/state-json';
import { refusal } from '../request/refusal';
import { recordOf, standingSteps } from '../request/standing';
import { ownValue } from '../text/own-value';
import { commentBody } from './form/asked-form';
import { telling } from './parts/machine-context';
import { humanStepNamed, withSeats } from './seats/on-task';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { addedSeat, withoutSigner } from './seats/signer-seats';

declare module '../request/command' {
  interface CommandShapes {
    'remove-signer': object;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'remove-signer': { 'signer.removed': { step: string; person: string } };
  }
  interface OwnClosings {
    'remove-signer': 'signer-removed';
  }
  interface OwnNotices {
    'remove-signer': 'signature-not-needed';
  }
  interface OwnRefusals {
    'remove-signer': 'nothing-added';
  }
}

/** Takes away the newest signature that one has asked for oneself, as long as it was not given. */
export const removeSignerOperation: Operation<'remove-signer'> = {
  ...PLAIN,
  type: 'remove-signer',
  scope: 'request',
  onStep: false,
  group: 'together',
  body: commentBody,
  button: { zh: '减签', en: 'Remove the added signer' },
  past: { zh: '已减签', en: 'Signer removed' },
  undone: { zh: '撤销了减签', en: 'Undid the removal of the signer' },
  confirm: {
    title: { zh: '减去您加的签？', en: 'Remove the signer you added?' },
    consequence: { zh: '对方无需再签；最后加的先减。', en: 'They need not sign any more. The one added last is removed first.' },
  },
  closes: 'signer-removed',
  closings: { 'signer-removed': { zh: '已减签', en: 'The added signature is not needed any more' } },
  events: {
    'signer.removed': {
      text: ({ person }, naming) => ({
        zh: `减去${naming.person(person).zh}的加签`,
        en: `Removed ${naming.person(person).en} as a signer`,
      }),
    },
  },
  notices: {
    'signature-not-needed': ({ request, actor }) => ({
      zh: `${actor?.zh ?? '加签人'}减去了加签，「${request.zh}」无需您再签`,
      en: `${actor?.en ?? 'Whoever asked you'} no longer needs your signature on “${request.en}”`,
    }),
  },
  refusals: {
    'nothing-added': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '没有可以减去的加签', en: 'There is no added signer to remove' }),
    },
  },
  tells: 'signature-not-needed',
  undo: 'remove-signer',
  concerns: ({ context }, actor) => standingSteps(context).some((step) => addedSeat(recordOf(context, step), actor.id) !== undefined),
  read: () => ({}),
  attempt: () => ({}),
  at: {
    open: ({ step }) => [{ guard: [ref('added-one', { step: step.id })], actions: [ref('remove-signer', { step: step.id })] }],
  },
  act(machine, { command, n }, { step: id }, process) {
    const record = recordOf(machine.request, id);
    const gone = addedSeat(record, command.actor);
    const removed = gone === undefined ? undefined : ownValue(record?.seats ?? {}, gone);
    if (record === undefined || gone === undefined || removed === undefined)
      throw new Error(`Expected to remove a signature that ${command.actor} has asked for, but there is none`);
    const changed = withSeats(machine, { step: humanStepNamed(process, id), seats: withoutSigner(record.seats, gone), n });
    return telling(changed, { type: 'signer.removed', step: id, person: removed.person });
  },
  untaken: () => refusal('nothing-added'),
};
