import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call, ProblemError } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { dropDraft, useUndoToast } from '../../features/request';
import type { CommandState, Problem, RequestView } from '../../shared/api/wire';
import { useWords } from '../../shared/i18n/use-language';
import { forgetPending, keepRefusal, usePending, type PendingCommand } from '../../shared/state/pending';
import { showToast } from '../../shared/state/toasts';

/** A command that the server does not know this long after it was sent never arrived. */
const graceMilliseconds = 15_000;

type End = { end: 'done'; view: RequestView | null } | { end: 'refused'; problem: Problem } | { end: 'lost' } | null;

async function askAfter(command: PendingCommand): Promise<End> {
  try {
    const answer = await call<CommandState>('GET', `/commands/${command.id}`);
    if (answer.status === 'done') return { end: 'done', view: answer.view };
    return answer.status === 'refused' && answer.problem ? { end: 'refused', problem: answer.problem } : null;
  } catch (error) {
    const unknown = error instanceof ProblemError && error.status === 404;
    return unknown && Date.now() - new Date(command.sentAt).getTime() > graceMilliseconds ? { end: 'lost' } : null;
  }
}

/** Asks for the end of every command whose answer has not come, also after a reload, and says how it ended. */
export function PendingWatch() {
  const { t } = useTranslation('frame');
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const showUndo = useUndoToast();
  const now = Date.now();
  const asked = usePending().filter((command) => command.ask || now - new Date(command.sentAt).getTime() > graceMilliseconds);
  const ends = useQueries({
    queries: asked.map((command) => ({
      queryKey: ['command', command.id],
      queryFn: () => askAfter(command),
      refetchInterval: 1_500,
      staleTime: 0,
      gcTime: 0,
    })),
  });
  useEffect(() => {
    asked.forEach((command, index) => {
      const end = ends[index]?.data;
      if (!end) return;
      // What it looks like now stands before the buttons are free again.
      if (end.end === 'done' && end.view) client.setQueryData(keys.request(command.requestId), end.view);
      forgetPending(command.id);
      void client.invalidateQueries({ queryKey: keys.tasks });
      void client.invalidateQueries({ queryKey: keys.request(command.requestId) });
      const what = words(command.label);
      if (end.end === 'done') {
        if (command.draftKey) dropDraft(command.draftKey);
        if (end.view) return showUndo({ undo: end.view.undo, shown: end.view, command: command.command, label: what });
        return showToast({ id: command.id, tone: 'done', text: t('lateDone', { what }) });
      }
      const problem = end.end === 'refused' ? end.problem : { title: t('lateLost', { what }), status: 0, code: 'lost' };
      keepRefusal({ requestId: command.requestId, label: command.label, comment: command.comment, problem });
      const reason = problem.detail ?? problem.title;
      showToast({
        id: command.id,
        tone: 'problem',
        text: end.end === 'lost' ? problem.title : t('lateRefused', { what, reason }),
        action: { label: t('lateRefusedOpen'), run: () => void navigate({ to: '/inbox', search: { open: command.requestId } }) },
      });
    });
  });
  return null;
}
