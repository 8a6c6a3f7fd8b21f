import type { Outline } from '../definition/structure/outline';
import { ref } from '../definition/state-json';
import { kindOf } from '../definition/step.schema';
import { MOST_SIGNERS } from '../guards/signer-fits.guard';
import type { CommandOf } from '../request/command';
import type { Bilingual } from '../text/bilingual';
import { telling, type MachineContext, type MachineEvent } from './parts/machine-context';
import { attemptOnPerson, personBody, personOf, readOnPerson, type OnPerson } from './seats/on-person';
import { ownSeat } from './seats/on-seat';
import { humanStepNamed, mayAct, sitsOn, taskGone, withSeats } from './seats/on-task';
import type { Operation } from './operation';
import type { OwnEventWords, OwnRefusalWords } from './words/operation-words';
import { PLAIN } from './parts/plain';
import { withSigner, type Where } from './seats/signer-seats';

type Adding = `sign-${Where}`;

declare module '../request/command' {
  interface CommandShapes {
    'sign-before': OnPerson;
    'sign-after': OnPerson;
    'sign-beside': OnPerson;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'sign-before': { 'signer.before': { step: string; person: string } };
    'sign-after': { 'signer.after': { step: string; person: string } };
    'sign-beside': { 'signer.beside': { step: string; person: string } };
  }
  interface OwnClosings {
    'sign-before': 'signed-before';
  }
  interface OwnRefusals {
    'sign-before': 'signs-already' | 'too-many-signers';
  }
}

interface Words {
  button: Bilingual;
  undone: Bilingual;
  confirm: NonNullable<Operation['confirm']>;
  text: OwnEventWords<{ person: string }>['text'];
}

type AddingEvent = Pick<MachineEvent, 'n'> & { command: CommandOf<Adding> };

/** The request with one more who signs the step. */
function withAdded(
  machine: MachineContext,
  { command, n }: AddingEvent,
  { step: id, where }: { step: string; where: Where },
  process: Pick<Outline, 'steps'>,
): MachineContext {
  const person = personOf(command);
  const { record, name } = ownSeat(machine, command);
  const step = humanStepNamed(process, id);
  const seats = withSigner(step, record.seats, name, { where, person, generation: n, addedBy: command.actor });
  return telling(withSeats(machine, { step, seats, n }), { type: `signer.${where}`, step: id, person });
}

/** Asks somebody to sign the step as well, with a reason: before one's own word, after it, or beside it. The rule of the step stays what it is; the step waits for the signature too. Of a list nobody signs the whole: its items say who signs each. */
function adding<T extends Adding>(
  where: Where,
  { text: _text, ...words }: Words,
): Omit<Operation<T>, 'events' | 'closings' | 'refusals' | 'closes'> {
  return {
    ...PLAIN,
    ...words,
    type: `sign-${where}` as T,
    scope: 'task' as Operation<T>['scope'],
    onStep: true,
    names: 'signer',
    group: 'together',
    ofContent: true,
    body: personBody,
    past: { zh: '已请人加签', en: 'Signature asked for' },
    needsComment: () => true,
    undo: `sign-${where}` as T,
    concerns: sitsOn,
    read: (body) => readOnPerson(body) as never,
    attempt: (state, at) => attemptOnPerson(state, at) as never,
    at: {
      open(place) {
        if (kindOf(place.step).list) return [];
        const guard = [...mayAct(place), ref('signer-fits', { step: place.step.id }), ref('comment-required', { where: true })];
        return [{ guard, actions: [ref(`sign-${where}`, { step: place.step.id })] }];
      },
    },
    act: (machine, event, { step }, process) => withAdded(machine, event as AddingEvent, { step, where }, process),
    untaken: taskGone,
  };
}

const BEFORE: Words = {
  button: { zh: '加签 · 在我之前', en: 'Add a signer before me' },
  undone: { zh: '撤销了加签', en: 'Undid the added signature' },
  confirm: {
    title: { zh: '请谁先签？', en: 'Who signs before you?' },
    consequence: { zh: '对方先签，签完回到您。', en: 'They sign first; then it comes back to you.' },
  },
  text: ({ person }, naming) => ({ zh: `请${naming.person(person).zh}先加签`, en: `Asked ${naming.person(person).en} to sign first` }),
};
const AFTER: Words = {
  button: { zh: '加签 · 在我之后', en: 'Add a signer after me' },
  undone: BEFORE.undone,
  confirm: {
    title: { zh: '请谁在您之后签？', en: 'Who signs after you?' },
    consequence: { zh: '您同意后由对方再签，然后才继续。', en: 'They sign after you have agreed; only then does it go on.' },
  },
  text: ({ person }, naming) => ({
    zh: `请${naming.person(person).zh}随后加签`,
    en: `Asked ${naming.person(person).en} to sign afterwards`,
  }),
};
const BESIDE: Words = {
  button: { zh: '加签 · 与我并签', en: 'Add a signer beside me' },
  undone: BEFORE.undone,
  confirm: {
    title: { zh: '请谁与您并签？', en: 'Who signs beside you?' },
    consequence: { zh: '您和对方都同意才算通过，不分先后。', en: 'Both of you have to agree, in either order.' },
  },
  text: ({ person }, naming) => ({ zh: `请${naming.person(person).zh}一起加签`, en: `Asked ${naming.person(person).en} to sign as well` }),
};

const REFUSALS: Record<'signs-already' | 'too-many-signers', OwnRefusalWords> = {
  'signs-already': { kind: 'conflict', text: () => ({ zh: '此人已在这一步签署之列', en: 'This person signs this step already' }) },
  'too-many-signers': {
    kind: 'conflict',
    text: () => ({ zh: `一个步骤最多加签 ${MOST_SIGNERS} 人`, en: `At most ${MOST_SIGNERS} people can be added to one step` }),
  },
};

/** The other signs first; then it comes back. */
export const signBeforeOperation: Operation<'sign-before'> = {
  ...adding<'sign-before'>('before', BEFORE),
  events: { 'signer.before': { text: BEFORE.text } },
  closes: 'signed-before',
  closings: { 'signed-before': { zh: '先由加签人签署', en: 'Somebody who was added signs first' } },
  refusals: REFUSALS,
};

/** The other signs once one has agreed. */
export const signAfterOperation: Operation<'sign-after'> = {
  ...adding<'sign-after'>('after', AFTER),
  events: { 'signer.after': { text: AFTER.text } },
  closes: PLAIN.closes,
  closings: {},
  refusals: {},
};

/** Both sign, in either order. */
export const signBesideOperation: Operation<'sign-beside'> = {
  ...adding<'sign-beside'>('beside', BESIDE),
  events: { 'signer.beside': { text: BESIDE.text } },
  closes: PLAIN.closes,
  closings: {},
  refusals: {},
};
