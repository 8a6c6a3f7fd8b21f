import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RequestCommand, RequestView, Undo } from '../../shared/api/wire';
import { amountText } from '../../shared/format/amount';
import { useProblemText } from '../../shared/kit/states';
import { useLanguage } from '../../shared/i18n/use-language';
import { useSendCommand } from '../../shared/state/send-command';
import { dropToast, showToast } from '../../shared/state/toasts';

interface Done {
  /** Until when the server allows to take it back, if at all. */
  undo: Undo | null;
  /** What was decided on, as it was shown. */
  shown: RequestView;
  command: RequestCommand;
  /** The word on the button that was pressed. */
  label: string;
}

/** Says what was done, and offers to take it back for as long as the server allows. */
export function useUndoToast(): (done: Done) => void {
  const { t } = useTranslation('request');
  const { t: frame } = useTranslation('frame');
  const language = useLanguage();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const { send } = useSendCommand();
  const takeBack = async (view: RequestView, id: string): Promise<void> => {
    dropToast(id);
    const sent = await send({
      requestId: view.id,
      command: 'undo',
      path: `/requests/${view.id}/undo`,
      body: {},
      label: { zh: '撤销', en: 'Undo' },
    });
    if (sent.end === 'refused') showToast({ id, tone: 'problem', text: problemText(sent.error) });
    if (sent.end !== 'done') return;
    showToast({ id, tone: 'done', text: t('undone') });
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) =>
        'tab' in before || window.location.pathname === '/inbox' ? { ...before, open: view.id } : before,
    });
  };
  const pastOf = ({ shown, command, label }: Done): string => {
    const plain = shown.task?.kind !== 'work' && shown.task?.kind !== 'opinion';
    if (command === 'approve' && plain) return t('past-approve');
    return command === 'reject' || command === 'return' || command === 'withdraw' ? t(`past-${command}`) : t('past', { what: label });
  };
  return (done) => {
    const { undo, shown } = done;
    const amount = shown.amount ? ` ${amountText(shown.amount, language, 'if-any')}` : '';
    const id = `decision-${shown.id}`;
    const base = { id, tone: 'done' as const, text: `${pastOf(done)} · ${shown.requester.name[language]}${amount}` };
    if (!undo) return showToast(base);
    showToast({ ...base, until: undo.until, action: { label: frame('undo'), key: 'u', run: () => void takeBack(shown, id) } });
  };
}
