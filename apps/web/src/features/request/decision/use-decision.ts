import type { Json, Resume } from '@countersign/domain';
import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemError } from '../../../shared/api/client';
import type { AllowedCommand, RequestCommand, RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { usePendingOf } from '../../../shared/state/pending';
import { useOnline } from '../../../shared/state/online';
import { useOutdated } from '../../../shared/state/reached';
import { useSendCommand, type CommandToSend, type Sent } from '../../../shared/state/send-command';
import { useUndoToast } from '../use-undo-toast';
import { changeDraft, dropDraft, useDecisionDraft, type DecisionDraft } from './decision-draft';

export interface DecisionExtra {
  to?: string;
  resume?: Resume;
  comment?: string;
}

/** All that a decision bar needs, on a desk and on a phone. */
export interface Decision {
  view: RequestView;
  draft: DecisionDraft;
  change: (change: Partial<DecisionDraft>) => void;
  writeField: (key: string, value: Json) => void;
  option: (command: RequestCommand) => AllowedCommand | undefined;
  /** Why nothing can be sent now, whatever the command; null when something can. */
  held: 'pending' | 'offline' | null;
  /** Something is on its way: the command, or what has become of the request by it. */
  busy: boolean;
  problem: ProblemError | null;
  /** What is still missing before the command may be sent, in words; null when nothing is. */
  lacking: string | null;
  send: (command: RequestCommand, extra?: DecisionExtra) => Promise<Sent | null>;
  commentRef: RefObject<HTMLTextAreaElement | null>;
}

const taskCommands: ReadonlySet<RequestCommand> = new Set<RequestCommand>(['approve', 'reject', 'return']);

function bodyOf(view: RequestView, draft: DecisionDraft, command: RequestCommand, extra: DecisionExtra): Record<string, unknown> {
  const comment = (extra.comment ?? draft.comment).trim();
  const said = comment === '' ? {} : { comment };
  if (command === 'approve') {
    const fields = { ...view.task?.values, ...draft.fields };
    return { ...said, ...(view.task && view.task.fields.length > 0 ? { fields } : {}), ...(draft.stance ? { stance: draft.stance } : {}) };
  }
  if (command === 'return') return { ...said, to: extra.to, ...(extra.resume ? { resume: extra.resume } : {}) };
  return said;
}

const optionOf = (view: RequestView, command: RequestCommand): AllowedCommand | undefined =>
  view.allowed.find((allowed) => allowed.command === command);

/** What the server would only send back: said here, before anything leaves. */
function lackOf(
  view: RequestView,
  draft: DecisionDraft,
  command: RequestCommand,
  extra: DecisionExtra,
): 'stanceNeeded' | 'commentNeeded' | null {
  if (command === 'approve' && view.task?.kind === 'opinion' && draft.stance === null) return 'stanceNeeded';
  return optionOf(view, command)?.needsComment && (extra.comment ?? draft.comment).trim() === '' ? 'commentNeeded' : null;
}

/** The command as it is sent: decisions of a task go to the task and carry what was shown. */
function commandOf(
  view: RequestView,
  draft: DecisionDraft,
  command: RequestCommand,
  extra: DecisionExtra,
): CommandToSend & { ofTask: boolean } {
  const ofTask = taskCommands.has(command) && view.task !== null;
  return {
    ofTask,
    requestId: view.id,
    command,
    path: ofTask ? `/tasks/${view.task?.id}/${command}` : `/requests/${view.id}/${command}`,
    body: bodyOf(view, draft, command, extra),
    label: optionOf(view, command)?.label ?? view.rowTitle,
    comment: extra.comment ?? draft.comment,
    draftKey: view.task?.id ?? view.id,
    shown: ofTask ? view.contentHash : null,
  };
}

/** Decides on a request: keeps what is written, checks what can be known here, sends, and says how it ended. */
export function useDecision(view: RequestView, onDecided: (() => void) | undefined): Decision {
  const { t } = useTranslation('request');
  const words = useWords();
  const draftKey = view.task?.id ?? view.id;
  const draft = useDecisionDraft(draftKey);
  const pending = usePendingOf(view.id);
  const online = useOnline();
  const { busy: sending, send } = useSendCommand();
  const busy = useOutdated(view) || sending;
  const showUndo = useUndoToast();
  const commentRef = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [lack, setLack] = useState<ReturnType<typeof lackOf>>(null);
  const decide = async (command: RequestCommand, extra: DecisionExtra = {}): Promise<Sent | null> => {
    const missing = lackOf(view, draft, command, extra);
    setLack(missing);
    setProblem(null);
    if (missing !== null) commentRef.current?.focus();
    if (missing !== null) return null;
    const { ofTask, ...input } = commandOf(view, draft, command, extra);
    const sent = await send(input);
    if (sent.end === 'refused') setProblem(sent.error);
    if (sent.end !== 'done') return sent;
    dropDraft(draftKey);
    showUndo({ undo: sent.undo, shown: view, command, label: words(input.label) });
    if (ofTask) onDecided?.();
    return sent;
  };
  const change = (part: Partial<DecisionDraft>): void => {
    setLack(null);
    changeDraft(draftKey, part);
  };
  const writeField = (key: string, value: Json): void => change({ fields: { ...draft.fields, [key]: value } });
  const option = (command: RequestCommand): AllowedCommand | undefined => optionOf(view, command);
  const held = pending ? 'pending' : online ? null : 'offline';
  return { view, draft, change, writeField, option, held, busy, problem, lacking: lack && t(lack), send: decide, commentRef };
}
