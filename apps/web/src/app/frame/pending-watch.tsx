import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys';
import { pressOf } from '../../shared/api/press';
import { takeDraft, useUndoToast } from '../../features/request';
import type { RequestView } from '../../shared/api/wire';
import { useWords } from '../../shared/i18n/use-language';
import { noteDecided } from '../../shared/state/decided-here';
import { forgetPending, keepRefusal, usePending } from '../../shared/state/sending/pending';
import { useMe } from '../../shared/state/session';
import { showToast } from '../../shared/state/toasts';
import { isOrphan, settle } from './settle-command';

/** Follows every command whose answer has not come to its end, also after a reload, and says how it ended. */
export function PendingWatch() {
  const { t } = useTranslation('frame');
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const showUndo = useUndoToast();
  const { person } = useMe();
  // Whose press it was stands in its id: nobody sends another one's.
  const asked = usePending().filter((command) => isOrphan(command) && pressOf(person.id, command.key).id === command.id);
  const ends = useQueries({
    queries: asked.map((command) => ({
      queryKey: ['command', command.id],
      queryFn: () => settle(command),
      refetchInterval: 1_500,
      staleTime: 0,
      gcTime: 0,
    })),
  });
  useEffect(() => {
    asked.forEach((command, index) => {
      const end = ends[index]?.data;
      if (!end) return;
      const shown = (end.end === 'done' && end.view) || client.getQueryData<RequestView>(keys.request(command.requestId));
      // What it looks like now stands before the buttons are free again.
      if (end.end === 'done' && end.view) client.setQueryData(keys.request(command.requestId), end.view);
      forgetPending(command.id);
      void client.invalidateQueries({ queryKey: keys.tasks });
      void client.invalidateQueries({ queryKey: keys.request(command.requestId) });
      const what = words(command.label);
      if (end.end === 'done') {
        const written = takeDraft(command.requestId);
        if (command.path.startsWith('/tasks/')) noteDecided(command.requestId);
        if (shown) return showUndo({ undo: end.undo, shown, past: words(command.past), written });
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
