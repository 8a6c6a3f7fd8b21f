import { z } from 'zod';
import { paidSoFar } from '../tables/paid-parts';
import { partsPath } from '../definition/fields/budget-field';
import { ref } from '../definition/state-json';
import { formatMoney } from '../money/format-money';
import { isMoney, type Money } from '../money/money';
import { paysAt } from '../people/deciders';
import type { Command, OnTask, StepWriting } from '../request/command';
import { refusal, type Refusal } from '../request/refusal';
import type { Outline } from '../definition/structure/outline';
import type { Bilingual, Json } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { commentSchema } from './form/asked-form';
import { between, NOTHING_WRITTEN, writing } from './form/step-writing';
import { paidPartOf } from './form/written-form';
import { telling } from './parts/machine-context';
import { attemptOnTask, humanStepNamed, readOnTask, sitsOn, taskGone } from './seats/on-task';
import type { Operation } from './operation';
import { mayPass } from './seats/passing';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    'pay-part': OnTask &
      StepWriting & {
        /** How much is paid; null: nothing that makes sense. */
        part: Money | null;
      };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'pay-part': {
      /** A part of what is to be paid at a step, and what is left then. */
      'part.paid': { step: string; part: Money; left: Money };
    };
  }
  interface OwnNotices {
    'pay-part': 'part-paid';
  }
  interface OwnRefusals {
    'pay-part': 'no-part' | 'part-is-rest' | 'paid-over' | 'paid-as-a-whole';
  }
}

const moneySchema = z.strictObject({ amount: z.string().max(20), currency: z.string().max(3) });
const partSchema = z.strictObject({ amount: moneySchema, slip: z.string().min(1).max(200) });

function leftText(params: Record<string, Json>): Bilingual {
  const left = params['left'];
  return isMoney(left) ? { zh: formatMoney(left, 'zh'), en: formatMoney(left, 'en') } : { zh: '…', en: '…' };
}

/** A step that pays as a whole says so. */
function wholeOnly(command: Command, { steps }: Pick<Outline, 'steps'>): Refusal | null {
  if (command.type !== 'pay-part') return null;
  const step = ownValue(steps, command.step ?? '');
  const pays = step ? paysAt(step) : null;
  return pays !== null && pays.parts === undefined ? refusal('paid-as-a-whole') : null;
}

/** Pays a part of what is to be paid, by a slip of its own: the step waits for the rest, and what was paid is spent and not gone back before. */
export const payPartOperation: Operation<'pay-part'> = {
  ...PLAIN,
  type: 'pay-part',
  scope: 'task',
  onStep: true,
  ofContent: true,
  rowByRow: true,
  brings: 'fields',
  body: z.strictObject({
    comment: commentSchema,
    fields: z
      .record(z.string().max(80), z.array(partSchema).min(1).max(1))
      .meta({ maxProperties: 1, description: 'The table that keeps the parts → this one: how much, and its slip.' }),
  }),
  button: { zh: '付一部分', en: 'Pay a part' },
  past: { zh: '已登记部分付款', en: 'A part is paid' },
  undone: { zh: '撤销了部分付款', en: 'Undid the payment of a part' },
  place: 'menu',
  said: { zh: '付了一部分', en: 'Paid a part' },
  events: {
    'part.paid': {
      tells: ({ step }) => ({ notice: 'part-paid', step }),
      text: ({ part, left }) => ({
        zh: `付款 ${formatMoney(part, 'zh')}，余 ${formatMoney(left, 'zh')} 未付`,
        en: `Paid ${formatMoney(part, 'en')}; ${formatMoney(left, 'en')} is left to pay`,
      }),
    },
  },
  notices: {
    'part-paid': ({ request, actor }) => ({
      zh: `${actor?.zh ?? '付款人'}支付了「${request.zh}」的一部分，其余待付`,
      en: `${actor?.en ?? 'Whoever pays'} paid a part of “${request.en}”; the rest is still to be paid`,
    }),
  },
  refusals: {
    'no-part': {
      kind: 'invalid',
      text: () => ({ zh: '请填写本次付款的金额（大于零）和回单号', en: 'Say how much is paid now, above zero, and by which slip' }),
    },
    'part-is-rest': {
      kind: 'conflict',
      text: (params) => ({
        zh: `余款正好是 ${leftText(params).zh}，请直接确认付清`,
        en: `What is left is ${leftText(params).en}: pay it as the rest, which ends the step`,
      }),
    },
    'paid-over': {
      kind: 'conflict',
      text: (params) => ({
        zh: `只剩 ${leftText(params).zh} 未付，不能多付`,
        en: `Only ${leftText(params).en} is left to pay; no more than that can be paid`,
      }),
    },
    'paid-as-a-whole': {
      kind: 'conflict',
      text: () => ({ zh: '这一步须一次付清，不能分次付款', en: 'This step is paid as a whole and not in parts' }),
    },
  },
  undo: 'pay-part',
  concerns: (state, actor, step, { steps }) => {
    const found = ownValue(steps, step ?? '');
    return found !== undefined && paysAt(found)?.parts !== undefined && sitsOn(state, actor, step);
  },
  read(body, reading) {
    const base = { ...readOnTask(body), ...NOTHING_WRITTEN, part: null };
    const found = reading && paidPartOf(reading.process, body, reading.before);
    if (!reading || !found) return base;
    const { values, part, invalid } = found;
    return { ...base, ...between(reading, values, []), invalid, brings: true, writes: true, part };
  },
  attempt: (state, at) => ({ ...attemptOnTask(state, at), ...NOTHING_WRITTEN, part: { minor: '1', currency: '' } }),
  offers: (_process, step) => ({ part: paysAt(step)?.parts ?? null }),
  at: {
    open(place) {
      const parts = paysAt(place.step)?.parts;
      if (parts === undefined || place.amount === undefined) return [];
      const guard = mayPass(place, { after: [ref('pays-part', { amount: place.amount, paid: partsPath(parts) })] });
      return [{ guard, actions: [ref('pay-part', { step: place.step.id })] }];
    },
  },
  act(machine, { command }, { step: id }, process) {
    const { part } = command;
    const written = writing(machine, command);
    const carriedOut = [...new Set([...written.request.carriedOut, id])];
    const done = { ...written, request: { ...written.request, carriedOut } };
    const left = paidSoFar(humanStepNamed(process, id), process.definition, written.request.fields)?.left;
    return part && left ? telling(done, { type: 'part.paid', step: id, part, left }) : done;
  },
  untaken: (context, command, process) => wholeOnly(command, process) ?? taskGone(context, command),
};
