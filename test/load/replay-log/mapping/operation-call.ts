import { flatten, operationOf, type Definition, type Field, type PersonCommandType } from '@countersign/domain';
import type { Activity, OperationCommand } from './mapping.schema';
import type { OwnTask, View } from '../request-client';

type Column = Extract<Field, { type: 'table' }>['columns'][number];

/** What is never done without a word: the activity says it where the mapping has no other. */
export const NEEDS_REASON: ReadonlySet<string> = new Set<PersonCommandType>([
  'reject',
  'return',
  'revoke',
  'reopen',
  'waive',
  'sign-before',
  'sign-after',
  'sign-beside',
  'advise',
  'answer',
  'demand',
  'answer-demand',
  'escalate',
  'transfer',
  'consult',
  'ask',
  'leave-out',
  'assign',
  'reassign',
  'override',
  'call-again',
  'end-wait',
  'jump',
  'suspend',
  'terminate',
]);

/** The operation of the product that a command is; null: it is none, or one that fills in a form. */
export function operationBehind(command: Activity['command']): ReturnType<typeof operationOf<OperationCommand>> | null {
  const own = ['draft', 'submit', 'acknowledge', 'comment', 'ignore'];
  return own.includes(command) ? null : operationOf(command as OperationCommand);
}

/** What is handed to somebody so that they do just that. */
const WANTS: Readonly<Record<string, string>> = { answer: 'answer', advise: 'advice' };

/** The task by which somebody does it at a step. */
export function taskFor(command: string, step: string, { task, otherTasks }: View): OwnTask | undefined {
  const own = [...(task ? [task] : []), ...otherTasks].filter((each) => each.step === step);
  return own.find(({ handedOn }) => !Object.hasOwn(WANTS, command) || handedOn?.wants === WANTS[command]) ?? own[0];
}

/** What has been said about an item, as somebody sees it who signs it. */
export function seenOf(view: View, step: string, item: string | undefined): number | undefined {
  return view.lists.find((list) => list.step === step)?.items.find(({ id }) => id === item)?.seen;
}

/** As much of a body as the operation takes. */
export function bodyOf(command: OperationCommand, brought: Record<string, unknown>): Record<string, unknown> {
  const { shape } = operationOf(command).body;
  return Object.fromEntries(Object.entries(brought).filter(([key, value]) => value !== undefined && Object.hasOwn(shape, key)));
}

/** The definition as a decision row by row fills it in: of each row its number, the reason, and what is left of its amount. */
export function decidingRows(definition: Definition): Definition {
  const cut = new Map(flatten(definition.flow).flatMap((step) => ('rows' in step && step.rows ? [[step.rows.table, step.rows.cut]] : [])));
  const fields = definition.form.fields.map((field): Field => {
    if (field.type !== 'table') return field;
    const amount = field.columns.find(({ key }) => key === cut.get(field.key));
    const own = (key: string, type: 'number' | 'text'): Column => ({ key, type, label: field.label }) as Column;
    return { ...field, columns: [own('row', 'number'), own('reason', 'text'), ...(amount ? [{ ...amount, key: 'cut' }] : [])] };
  });
  return { ...definition, form: { ...definition.form, fields } };
}
