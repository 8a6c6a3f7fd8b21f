import { commandId } from '@countersign/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, ProblemError } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { CommandAnswer, RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { freshId } from '../../../shared/state/fresh-id';
import { askForPending, forgetPending, forgetRefusal, keepPending } from '../../../shared/state/pending';
import { useMe } from '../../../shared/state/session';
import { showToast } from '../../../shared/state/toasts';
import { useAlive } from '../../../shared/state/use-alive';

type Command = 'submit' | 'resubmit' | 'withdraw';

const labels: Record<Command, { zh: string; en: string }> = {
  submit: { zh: '提交', en: 'Submit' },
  resubmit: { zh: '重新提交', en: 'Resubmit' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
};

/** Sends a command of the requester. Its id is kept before it leaves, so that a lost answer or a reload finds out how it ended. */
export function useSubmit() {
  const { t } = useTranslation('fill');
  const me = useMe().person.id;
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const onScreen = useAlive();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);

  const arrived = (command: Command, view: RequestView) => {
    for (const queryKey of [keys.tasks, keys.drafts, keys.request(view.id)]) void client.invalidateQueries({ queryKey });
    const next = view.current[0]?.people[0];
    const text = command === 'withdraw' ? t('withdrawn') : next ? t('submitted', { name: words(next.name) }) : t('submittedPlain');
    showToast({ id: `${command} ${view.id}`, tone: 'done', text });
    if (!onScreen()) return;
    return navigate({ to: '/requests/$id', params: { id: view.id }, search: {} });
  };

  const send = async (command: Command, requestId: string, body: object): Promise<void> => {
    const key = freshId();
    const id = commandId(me, key);
    setBusy(true);
    setProblem(null);
    forgetRefusal(requestId);
    keepPending({ id, requestId, command, label: labels[command], comment: '', sentAt: new Date().toISOString(), ask: false });
    try {
      const answer = await call<CommandAnswer>('POST', `/requests/${requestId}/${command}`, { idempotencyKey: key, body });
      if (answer.status === 'open' || !answer.view) return askForPending(id);
      forgetPending(id);
      await arrived(command, answer.view);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status === 0 || error.status >= 500) return askForPending(id);
      forgetPending(id);
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
