import { useNavigate, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RequestView, Undo } from '../../shared/api/wire';
import { amountText } from '../../shared/format/amount';
import { useProblemText } from '../../shared/kit/waiting/states';
import { useLanguage } from '../../shared/i18n/use-language';
import { forgetDecided } from '../../shared/state/decided-here';
import { useSendCommand } from '../../shared/state/sending/send-command';
import { takenBack } from '../../shared/state/taken-back';
import { dropToast, showToast, type Toast } from '../../shared/state/toasts';
import { giveDraftBack, type DecisionDraft } from './inputs/decision-draft';

interface Done {
  /** Until when the server allows to take it back, if at all. */
  undo: Undo | null;
  /** What was decided on, as it was shown. */
  shown: RequestView;
  /** What is said of it, as its operation has it. */
  past: string;
  /** What had been written for it. */
  written: DecisionDraft | null;
}

/** There is one undo, the newest: a second decision takes the place of the first. */
const TOAST = 'decision';

/** Whether a toast offers to take back what was done to a request. Pure. */
export const takesBack = ({ id, about, action }: Toast, requestId: string): boolean =>
  id === TOAST && about === requestId && action !== undefined;

/** Opens a request where its reader is: beside the list, or as the page that it is. */
function useOpenAgain(): (id: string) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return (id) => {
    const { pathname } = router.state.location;
    if (pathname.startsWith('/requests/')) return void navigate({ to: '/requests/$id', params: { id }, search: {} });
    const keep = pathname === '/inbox';
    void navigate({ to: '/inbox', search: (before) => ({ ...(keep ? before : {}), tab: undefined, open: id }) });
  };
}

/** Says what was done, and offers to take it back for as long as the server allows. */
export function useUndoToast(): (done: Done) => void {
  const { t } = useTranslation('request');
  const { t: frame } = useTranslation('frame');
  const language = useLanguage();
  const problemText = useProblemText();
  const openAgain = useOpenAgain();
  const { send } = useSendCommand();
  const named = ({ amount, requester }: RequestView): string =>
    [requester.name[language], amount ? amountText(amount, language, 'if-any') : ''].filter(Boolean).join(' ');
  const takeBack = async ({ shown, written }: Done): Promise<void> => {
    dropToast(TOAST);
    const sent = await send({
      requestId: shown.id,
      command: 'undo',
      path: `/requests/${shown.id}/undo`,
      body: {},
      label: { zh: '撤销', en: 'Undo' },
      past: { zh: '已撤销', en: 'Undone' },
    });
    if (sent.end === 'refused')
      showToast({ id: TOAST, tone: 'problem', text: t('undoRefused', { what: named(shown), reason: problemText(sent.error) }) });
    if (sent.end !== 'done') return;
    forgetDecided(shown.id);
    giveDraftBack(shown.id, written);
    showToast({ id: TOAST, tone: 'done', text: t('undone') });
    takenBack.set(shown.id);
    openAgain(shown.id);
  };
  return (done) => {
    const { undo, shown } = done;
    const base = { id: TOAST, about: shown.id, tone: 'done' as const, text: `${done.past} · ${named(shown)}` };
    if (!undo) return showToast(base);
    showToast({ ...base, until: undo.until, action: { label: frame('undo'), key: 'u', run: () => void takeBack(done) } });
  };
}
