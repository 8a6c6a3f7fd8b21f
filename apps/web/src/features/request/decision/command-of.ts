import { ownValue, type Resume, type Stance } from '@countersign/domain';
import type { AllowedCommand, OwnTask, RequestView } from '../../../shared/api/wire';
import type { WireForm } from '../../../shared/form';
import type { CommandToSend } from '../../../shared/state/sending/send-command';
import { MOST_SIGNS, overBy } from '../../../shared/words/too-long';
import { taskOf } from '../buttons/buttons';

/** Everything that may be asked of whoever presses. */
export type AskedPart = AllowedCommand['asks'][number];

/** Whether the time of a step runs on, or begins anew. */
export type Due = 'kept' | 'anew';

/** What whoever presses has said so far. */
export interface SaidWith {
  comment: string;
  stance: Stance | null;
  fields: WireForm;
  person?: string | null;
  from?: string | null;
  to?: string | null;
  resume?: Resume;
  change?: string[];
  due?: Due;
  form?: WireForm | null;
  item?: string;
  seen?: number;
}

/** The first place where it may go for whoever reads; null where there is none. Pure. */
export const firstTarget = ({ targets }: AllowedCommand): AllowedCommand['targets'][number] | null =>
  targets.find(({ reason }) => reason === null) ?? null;

const someOf = (fields: WireForm): WireForm | undefined => (Object.keys(fields).length > 0 ? fields : undefined);

/** What each brings to the body of a press; undefined where there is nothing to bring. */
const BRINGS: Record<AskedPart, (said: SaidWith, option: AllowedCommand, task: OwnTask | null) => unknown> = {
  comment: ({ comment }) => comment.trim() || undefined,
  // An item brings its own evidence, and nothing of the others'.
  fields: ({ fields }, { place, rows, part }, task) =>
    rows || part !== null
      ? someOf(Object.fromEntries([rows?.table ?? part ?? ''].map((table) => [table, ownValue(fields, table) ?? []])))
      : place === 'item'
        ? someOf(fields)
        : someOf({ ...((task && task.fields.length > 0 ? task.values : {}) as WireForm), ...fields }),
  item: ({ item }) => item,
  seen: ({ seen }) => seen,
  stance: ({ stance }, _option, task) => (task?.signed ? (stance ?? undefined) : undefined),
  person: ({ person }) => person ?? undefined,
  from: ({ from }) => from ?? undefined,
  to: ({ to }, option) => to ?? firstTarget(option)?.to,
  resume: ({ resume }, option) => (option.resume === 'choose' ? (resume ?? 'walk-again') : undefined),
  change: ({ to, change = [] }, option) => ((to ?? firstTarget(option)?.to) === 'requester' && change.length > 0 ? change : undefined),
  due: ({ due }) => (due === 'anew' ? due : undefined),
  form: ({ form }) => form ?? undefined,
  step: (_said, { step }) => step ?? undefined,
  // The question was answered: its dialog is the only way to the press.
  again: (_said, { again }) => again || undefined,
  // Of several at once, which is pressed elsewhere.
  bulk: () => undefined,
  // Made where the form was handed in; they stay as they are.
  choices: () => undefined,
};

/** The body of a press: of what was said, as much as this button takes. Pure. */
export function bodyOf(option: AllowedCommand, said: SaidWith, task: OwnTask | null): Record<string, unknown> {
  const brought = option.asks.map((asked) => [asked, BRINGS[asked](said, option, task)] as const);
  return Object.fromEntries(brought.filter(([, value]) => value !== undefined));
}

/** What has to be asked, a comment aside, before this button can be pressed; empty where nothing has. Pure. */
export function asksOf(option: AllowedCommand, task: OwnTask | null): AskedPart[] {
  const needed: Record<AskedPart, boolean> = {
    comment: false,
    fields: option.rows !== null || option.part !== null || (task !== null && task.fields.length > 0),
    stance: task?.signed === true,
    person: true,
    from: true,
    item: true,
    seen: false,
    to: option.targets.length > 0,
    resume: option.resume === 'choose',
    change: option.targets.some(({ to }) => to === 'requester'),
    due: true,
    form: true,
    step: false,
    again: false,
    bulk: false,
    choices: false,
  };
  return option.asks.filter((asked) => needed[asked]);
}

/** What of stance and comment is still missing, or too much: the server would only send it back. Pure. */
export function lacksOf(option: AllowedCommand, said: SaidWith, task: OwnTask | null): ('stance' | 'comment')[] {
  const stance = asksOf(option, task).includes('stance') && said.stance === null;
  const comment = (option.needsComment && said.comment.trim() === '') || overBy(said.comment, MOST_SIGNS) > 0;
  return [...(stance ? (['stance'] as const) : []), ...(comment ? (['comment'] as const) : [])];
}

/** The command as it is sent: what concerns a task goes to that task and carries what was shown. Pure. */
export function commandOf(view: RequestView, option: AllowedCommand, said: SaidWith): CommandToSend {
  const { command, label, past, task, shown } = option;
  return {
    requestId: view.id,
    command,
    path: task === null ? `/requests/${view.id}/${command}` : `/tasks/${task}/${command}`,
    body: bodyOf(option, said, taskOf(view, option)),
    label,
    past,
    comment: said.comment,
    shown: task === null ? null : shown,
  };
}
