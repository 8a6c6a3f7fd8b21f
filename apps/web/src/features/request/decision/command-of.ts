import type { Resume } from '@countersign/domain';
import type { AllowedCommand, RequestCommand, RequestView } from '../../../shared/api/wire';
import type { WireForm } from '../../../shared/form';
import type { CommandToSend } from '../../../shared/state/send-command';
import type { DecisionDraft } from './decision-draft';

/** What a press brings besides the command and what stands in the draft. */
export interface DecisionExtra {
  to?: string;
  resume?: Resume;
  comment?: string;
  /** What a dialog asks besides a comment: a step, a person, a form. */
  brought?: Brought;
}

/** What the body of a press holds besides a comment, for operations that ask for more. */
export interface Brought {
  step?: string;
  person?: string;
  form?: WireForm;
}

function bodyOf(view: RequestView, draft: DecisionDraft, command: RequestCommand, extra: DecisionExtra): Record<string, unknown> {
  const comment = (extra.comment ?? draft.comment).trim();
  const said = comment === '' ? {} : { comment };
  if (command === 'approve') {
    const fields = { ...view.task?.values, ...draft.fields };
    return { ...said, ...(view.task && view.task.fields.length > 0 ? { fields } : {}), ...(draft.stance ? { stance: draft.stance } : {}) };
  }
  if (command === 'return') return { ...said, to: extra.to, ...(extra.resume ? { resume: extra.resume } : {}) };
  return { ...said, ...extra.brought };
}

/** The button of a command, where the server offers it. Pure. */
export const optionOf = (view: RequestView, command: RequestCommand): AllowedCommand | undefined =>
  view.allowed.find((allowed) => allowed.command === command);

/** What the server would only send back: said here, before anything leaves. Pure. */
export function lackOf(
  view: RequestView,
  draft: DecisionDraft,
  command: RequestCommand,
  extra: DecisionExtra,
): 'stanceNeeded' | 'commentNeeded' | null {
  if (command === 'approve' && view.task?.signed && draft.stance === null) return 'stanceNeeded';
  return optionOf(view, command)?.needsComment && (extra.comment ?? draft.comment).trim() === '' ? 'commentNeeded' : null;
}

/** The command as it is sent: decisions of a task go to the task and carry what was shown. Pure. */
export function commandOf(
  view: RequestView,
  draft: DecisionDraft,
  command: RequestCommand,
  extra: DecisionExtra,
): CommandToSend & { ofTask: boolean } {
  const option = optionOf(view, command);
  const ofTask = option?.scope === 'task' && view.task !== null;
  return {
    ofTask,
    requestId: view.id,
    command,
    path: ofTask ? `/tasks/${view.task?.id}/${command}` : `/requests/${view.id}/${command}`,
    body: bodyOf(view, draft, command, extra),
    label: option?.label ?? view.rowTitle,
    past: option?.past ?? view.rowTitle,
    comment: extra.comment ?? draft.comment,
    shown: ofTask ? view.contentHash : null,
  };
}
