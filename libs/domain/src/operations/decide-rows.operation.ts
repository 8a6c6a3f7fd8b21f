import { z } from 'zod';
import { ref, WALK, type MachineReference } from '../definition/state-json';
import { kindOf } from '../definition/step.schema';
import type { OnTask, StepWriting } from '../request/command';
import { recordOf } from '../request/standing';
import { commentSchema } from './form/asked-form';
import { telling } from './parts/machine-context';
import { attemptOnTask, cast, readOnTask, sitsOn, taskGone } from './seats/on-task';
import type { Operation, StepPlace } from './operation';
import { mayPass } from './seats/passing';
import { PLAIN } from './parts/plain';
import { othersAskedAgain, wordsCarried } from './walk/standing-words';
import { between, missingOnStep, NOTHING_WRITTEN, writing } from './form/step-writing';
import { decidedRowsOf, writtenValues } from './form/written-form';

declare module '../request/command' {
  interface CommandShapes {
    'decide-rows': OnTask &
      StepWriting & {
        /** Rows that it refuses, in which it cuts an amount, and that count after it. */
        refused: number;
        cut: number;
        left: number;
      };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'decide-rows': {
      'rows.decided': { step: string; refused: number; cut: number; left: number };
    };
  }
  interface OwnNotices {
    'decide-rows': 'rows-decided';
  }
  interface OwnRefusals {
    'decide-rows': 'no-row-decided' | 'no-row-left';
  }
}

const decisionSchema = z.strictObject({
  row: z.int().min(0).max(999).meta({ description: 'Of the table as it stands, counted from 0, refused rows among them.' }),
  reason: z.string().min(1).max(500),
  cut: z
    .strictObject({ amount: z.string().max(20), currency: z.string().max(3) })
    .optional()
    .meta({ description: 'What is left of its amount; absent: the row is refused.' }),
});
const MOST_ROWS = 200;

function mayDecide(place: StepPlace): MachineReference[] {
  const { step, lanes } = place;
  const mayReject = 'mayReject' in step && step.mayReject;
  return mayPass(place, { after: [ref('rows-decided', { ...(lanes.length > 0 ? { lanes } : {}), mayReject })] });
}

/**
 * Passes a step row by row of a table: rows are refused, or an amount is cut, each for a reason; all others are accepted. What was refused stays to be
 * read and counts for nothing. Whoever agreed to all of it before agreed to what is left; a step that comes in now, by a condition that is true only of what
 * is left, is asked. Where nothing is left, the answer is no.
 */
export const decideRowsOperation: Operation<'decide-rows'> = {
  ...PLAIN,
  type: 'decide-rows',
  scope: 'task',
  onStep: true,
  ofContent: true,
  rowByRow: true,
  brings: 'fields',
  body: z.strictObject({
    comment: commentSchema,
    fields: z
      .record(z.string().max(80), z.array(decisionSchema).max(MOST_ROWS))
      .meta({ maxProperties: 1, description: 'Table → what is decided about its rows; rows that are not named are accepted.' }),
  }),
  button: { zh: '逐行审批', en: 'Decide row by row' },
  past: { zh: '已逐行审批', en: 'Decided row by row' },
  undone: { zh: '撤销了逐行审批', en: 'Undid the decision row by row' },
  place: 'menu',
  said: { zh: '逐行审批', en: 'Decided row by row' },
  events: {
    'rows.decided': {
      tells: ({ step }) => ({ notice: 'rows-decided', step }),
      text({ refused, cut, left }) {
        const zh = [...(refused > 0 ? [`不同意 ${refused} 行`] : []), ...(cut > 0 ? [`核减 ${cut} 行`] : [])].join('，');
        const en = [...(refused > 0 ? [`${refused} refused`] : []), ...(cut > 0 ? [`${cut} cut`] : [])].join(', ');
        if (left === 0) return { zh: `${zh}，没有保留任何一行`, en: `${en}; no row is left` };
        // A row that was cut is left too, but not as it was asked for.
        const whole = left - cut;
        return whole === 0 ? { zh, en } : { zh: `${zh}，其余 ${whole} 行同意`, en: `${en}; the other ${whole} accepted` };
      },
    },
  },
  notices: {
    'rows-decided': ({ request, actor }) => ({
      zh: `${actor?.zh ?? '处理人'}逐行审批了「${request.zh}」，有明细被核减或未获同意`,
      en: `${actor?.en ?? 'Somebody'} decided “${request.en}” row by row; some of it was cut or refused`,
    }),
  },
  refusals: {
    'no-row-decided': {
      kind: 'invalid',
      text: () => ({ zh: '请先选出不同意或核减的行；全部同意请直接通过', en: 'Refuse or cut a row first; to accept all of them, approve' }),
    },
    'no-row-left': {
      kind: 'forbidden',
      text: () => ({
        zh: '这一步不能驳回，所以至少要保留一行；全部不同意请退回',
        en: 'This step cannot reject, so at least one row has to be left; to accept none, return the request',
      }),
    },
  },
  undo: 'decide-rows',
  concerns: (state, actor, step) => recordOf(state.context, step ?? '')?.items === undefined && sitsOn(state, actor, step),
  read(body, reading) {
    const base = { ...readOnTask(body), ...NOTHING_WRITTEN, refused: 0, cut: 0, left: 0 };
    const found = reading && decidedRowsOf(reading.process, body, reading.before);
    if (!reading || !found) return base;
    const { refused, cut, left } = found;
    const { values, invalid } = writtenValues(reading.process, body, reading.before);
    const missing = missingOnStep(reading, values, base.step ?? '');
    return { ...base, ...between(reading, values, []), missing, invalid, brings: true, writes: true, refused, cut, left };
  },
  attempt: (state, at) => ({ ...attemptOnTask(state, at), ...NOTHING_WRITTEN, refused: 1, cut: 0, left: 1 }),
  offers: (_process, { rows }) => (rows ? { rows } : {}),
  at: {
    open(place) {
      if (place.step.rows === undefined || kindOf(place.step).list) return [];
      const actions = [ref('decide-rows', { step: place.step.id })];
      // What hangs on the sums is looked at anew, as after any other change of the form; where no row is left there is nothing to look at.
      return [
        { target: WALK, reenter: true as const, guard: [ref('rewrites'), ref('leaves-rows'), ...mayDecide(place)], actions },
        { guard: mayDecide(place), actions },
      ];
    },
  },
  ways: { 'leaves-rows': (_machine, { command }) => command.left > 0 },
  act(machine, event, { step: id }, process) {
    const { command } = event;
    const { refused, cut, left } = command;
    const written = writing(machine, command);
    const request = wordsCarried({ process, before: machine.request, after: written.request });
    const changed = othersAskedAgain({ ...written, request }, { step: id, n: event.n }, process);
    const decided = cast(changed, event, { step: id, answer: left === 0 ? 'no' : 'yes', stance: null }, process);
    return telling(decided, { type: 'rows.decided', step: id, refused, cut, left });
  },
  untaken: taskGone,
};
