import { z } from 'zod';
import { restButton, restToPay } from '../tables/paid-parts';
import { partButton, partDecided, partPast } from '../budget/part-decided';
import type { Outline } from '../definition/structure/outline';
import { bulkBar } from '../definition/structure/in-bulk';
import { broughtFields, isHuman } from '../definition/flow';
import { kindOf, type HumanStep } from '../definition/step.schema';
import { signsBesides } from '../guards/guard';
import { demandsComment } from '../people/deciders';
import { recordOf } from '../request/standing';
import type { Command, OnTask, Stance, StepWriting } from '../request/command';
import { refusal, type Refusal } from '../request/refusal';
import { doneBefore } from '../request/standing';
import type { Bilingual } from '../text/bilingual';
import { commentSchema, wireFormSchema } from './form/asked-form';
import { telling, type MachineContext } from './parts/machine-context';
import { ownValue } from '../text/own-value';
import { aloneText } from './words/bulk-words';
import { attemptOnTask, cast, humanStepNamed, readOnTask, sitsOn, taskGone } from './seats/on-task';
import type { Operation, StepPlace } from './operation';
import { mayPass } from './seats/passing';
import { PLAIN } from './parts/plain';
import { othersAskedAgain } from './walk/standing-words';
import { NOTHING_WRITTEN, readWriting, writing } from './form/step-writing';
import { decidedStep } from './form/written-form';
import { ref, WALK, type MachineReference } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    approve: OnTask &
      StepWriting & {
        stance: Stance | null;
        /** Whoever presses knows that the step was carried out before. */
        again?: true;
        /** It is one of several that were passed by one press. */
        bulk?: InBulk;
      };
  }
  interface CommandBody {
    stance?: Stance;
    again?: true;
    bulk?: InBulk;
  }
}
declare module '../request/words/own-words' {
  interface OwnRefusals {
    approve: 'not-in-bulk' | 'signs-only' | 'edit-raises';
  }
  interface OwnEvents {
    approve: {
      /** Its decider has corrected these fields of the requester. */
      'form.edited': { step: string; fields: string[] };
    };
  }
  interface OwnNotices {
    approve: 'form-edited';
  }
}

/** Passed together with others: nothing above so many whole units of its currency is. */
export interface InBulk {
  upTo: string;
}

/** A step's own word for what was done, as a sentence of its own: 付款, paid → 已付款, Paid. */
function pastOf(step: HumanStep): Bilingual | undefined {
  const { done } = step.labels;
  return done ? { zh: `已${done.zh}`, en: done.en.charAt(0).toUpperCase() + done.en.slice(1) } : kindOf(step).decision?.past;
}

/** What has to be known of a step and its request to pass it together with others. */
function bulkParams({ step: { authority, commentRequired }, amount }: StepPlace): MachineReference['params'] {
  return {
    ...(typeof commentRequired === 'object' ? { comment: commentRequired } : {}),
    ...(authority ? { authority } : {}),
    ...(amount === undefined ? {} : { amount }),
  };
}

function mayApprove(place: StepPlace): MachineReference[] {
  const { step } = place;
  return mayPass(place, {
    before: [ref('in-bulk', { step: step.id, bar: bulkBar(step), ...bulkParams(place) })],
    after: step.fields.edit ? [ref('edits-fit')] : [],
  });
}

/** Remembers who has corrected the form, and where. */
function editedBy(machine: MachineContext, step: string, person: string): MachineContext {
  const { request } = machine;
  const known = request.editedBy ?? {};
  const people = [...new Set([...(ownValue(known, step) ?? []), person])];
  return { ...machine, request: { ...request, editedBy: { ...known, [step]: people } } };
}

/** A list is signed item by item, also where several are passed together. */
function listTogether(command: Command, process: Pick<Outline, 'steps'>): Refusal | null {
  if (command.type !== 'approve' || command.bulk === undefined) return null;
  const step = ownValue(process.steps, command.step ?? '');
  return step && isHuman(step) && kindOf(step).list ? refusal('not-in-bulk', { why: 'list' }) : null;
}

/** Passes a step, with what its decider wrote. */
export const approveOperation: Operation<'approve'> = {
  ...PLAIN,
  type: 'approve',
  scope: 'task',
  onStep: true,
  ofContent: true,
  brings: 'fields',
  body: z.strictObject({
    comment: commentSchema,
    fields: wireFormSchema.optional(),
    stance: z.enum(['for', 'against', 'conditional']).optional(),
    again: z
      .literal(true)
      .optional()
      .meta({ description: 'Where the step was carried out before: what is written is put right or confirmed.' }),
    bulk: z
      .strictObject({ upTo: z.string().regex(/^(0|[1-9]\d{0,14})$/) })
      .optional()
      .meta({
        description:
          'It is one of several that are passed together: refused where it needs a look of its own, or more than so many whole units of its currency.',
      }),
  }),
  button: { zh: '同意', en: 'Approve' },
  past: { zh: '已同意', en: 'Approved' },
  undone: { zh: '撤销了同意', en: 'Undid the approval' },
  undoneOn(step) {
    const done = step.labels.done ?? kindOf(step).decision?.done;
    return done && { zh: `撤销了${done.zh}`, en: `Undid the decision on “${step.title.en}”` };
  },
  place: 'main',
  key: 'a',
  buttonOn(step, at) {
    const button = step.labels.approve ?? kindOf(step).decision?.button;
    const part = at && partDecided(step, at.definition, at.context);
    return button && (part ? partButton(button, part) : restButton(button, at ? restToPay(step, at.definition, at.context) : null));
  },
  pastOn(step, at) {
    const past = pastOf(step);
    const part = at && partDecided(step, at.definition, at.context);
    return past && part ? partPast(past, part) : past;
  },
  confirms: {
    of: (step, context) => doneBefore(context, step.id),
    button: { zh: '核对确认', en: 'Confirm' },
    past: { zh: '已核对确认', en: 'Confirmed' },
  },
  refusals: {
    'not-in-bulk': { kind: 'conflict', text: aloneText },
    'signs-only': {
      kind: 'forbidden',
      text: () => ({
        zh: '加签只签署意见；这一步的内容由原处理人填写',
        en: 'Whoever was added only signs; what this step fills in is for whoever decides it',
      }),
    },
    'edit-raises': {
      kind: 'forbidden',
      text: () => ({
        zh: '这一步的更正不能调高金额；明细逐行比较，也不能增加有金额的行',
        en: 'A correction on this step cannot raise an amount, in any row of a table either, nor add a row that has one',
      }),
    },
  },
  events: {
    'form.edited': {
      tells: ({ step }) => ({ notice: 'form-edited', step }),
      text: ({ step }, naming) => {
        const title = naming.step(step);
        return { zh: `在「${title.zh}」更正了申请内容`, en: `Corrected the form at “${title.en}”` };
      },
    },
  },
  notices: {
    'form-edited': ({ request, actor }) => ({
      zh: `${actor?.zh ?? '处理人'}同意「${request.zh}」时更正了您填写的内容`,
      en: `${actor?.en ?? 'Whoever approved it'} corrected what you filled in while approving “${request.en}”`,
    }),
  },
  said: { zh: '同意', en: 'Approved' },
  saidOn: (step) => step.labels.done ?? kindOf(step).decision?.done,
  needsComment: (step, context) => step !== null && demandsComment(step, context),
  undo: 'approve',
  concerns: (state, actor, step) => recordOf(state.context, step ?? '')?.items === undefined && sitsOn(state, actor, step),
  read(body, reading) {
    const written = readWriting(body, reading);
    const step = reading && decidedStep(reading.process, body);
    const signs = step !== null && step !== undefined && kindOf(step).decision?.signed === true;
    return {
      ...readOnTask(body),
      ...written,
      writes: written.writes || signs,
      stance: body.stance ?? null,
      ...(body.again ? { again: true } : {}),
      ...(body.bulk ? { bulk: body.bulk } : {}),
    };
  },
  attempt: (state, at) => ({ ...attemptOnTask(state, at), ...NOTHING_WRITTEN, stance: 'for', again: true }),
  at: {
    open(place) {
      if (kindOf(place.step).list) return [];
      const actions = [ref('approve', { step: place.step.id })];
      // A walk from the top passes through everything that stands; what was decided about another content is asked anew.
      return [
        ...(broughtFields(place.step).length > 0
          ? [{ target: WALK, reenter: true as const, guard: [ref('rewrites'), ...mayApprove(place)], actions }]
          : []),
        { guard: mayApprove(place), actions },
      ];
    },
  },
  act(machine, event, { step: id }, process) {
    const step = humanStepNamed(process, id);
    const { command } = event;
    const signs = kindOf(step).decision?.signed === true;
    const { digest } = command;
    const besides = signsBesides({ context: machine.request, command }, id);
    const written = besides ? { ...NOTHING_WRITTEN, step: id, digest, writes: signs } : command;
    const word = { step: id, answer: 'yes' as const, stance: signs ? command.stance : null };
    // Whoever corrects what they were shown says yes to what stands there then.
    if ('edits' in written && written.edits) {
      const { fields } = written.edits;
      const changed = othersAskedAgain(writing(machine, written, signs), { step: id, n: event.n }, process);
      return telling(cast(editedBy(changed, id, command.actor), event, word, process), { type: 'form.edited', step: id, fields });
    }
    return writing(cast(machine, event, word, process), written, signs);
  },
  untaken: (context, command, process) => listTogether(command, process) ?? taskGone(context, command),
};
