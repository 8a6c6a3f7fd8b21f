import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../../shared/api/keys';
import { requestQuery } from '../../../shared/api/request-query';
import type { AllowedCommand, Problem, RequestView } from '../../../shared/api/wire';
import type { WireForm } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { useSendCommand } from '../../../shared/state/sending/send-command';
import { showToast } from '../../../shared/state/toasts';
import { useAlive } from '../../../shared/effects/use-alive';

/** What is sent, and how it is called. */
export type Sending = Pick<AllowedCommand, 'command' | 'label' | 'past' | 'place'>;

/** What sends a form that has no request yet that could say so. */
const FIRST: Sending = {
  command: 'submit',
  label: { zh: '提交', en: 'Submit' },
  past: { zh: '已提交', en: 'Submitted' },
  place: 'form',
};

/** What sends the form of a request, or of none yet. Pure. */
export const sendingOf = (request: RequestView | null): Sending => request?.allowed.find(({ place }) => place === 'form') ?? FIRST;

/** Why it was refused, and the form that was. */
export interface Refused {
  problem: Problem;
  about: WireForm;
}

/** Sends a command of the requester and opens the request once it is done; a refusal stays with the form. */
export function useSubmit() {
  const { t } = useTranslation('fill');
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const onScreen = useAlive();
  const { send: sendCommand } = useSendCommand();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  const arrived = async ({ command, past, place }: Sending, id: string) => {
    void client.invalidateQueries({ queryKey: keys.drafts });
    // The page that opens next needs it too; where it cannot be had, that page says so.
    const view = await client.fetchQuery(requestQuery(id)).catch(() => null);
    const next = view?.current[0]?.people[0];
    const sent = next ? t('submitted', { name: words(next.name) }) : t('submittedPlain');
    const text = place === 'form' ? sent : words(past);
    showToast({ id: `${command} ${id}`, tone: 'done', text });
    if (onScreen()) await navigate({ to: '/requests/$id', params: { id }, search: {} });
  };

  const send = async (sending: Sending, requestId: string, body: Record<string, unknown>): Promise<void> => {
    const { command, label, past } = sending;
    setRefused(null);
    setBusy(true);
    try {
      const sent = await sendCommand({ requestId, command, path: `/requests/${requestId}/${command}`, body, label, past });
      if (sent.end === 'refused') setRefused({ problem: sent.error.problem, about: (body.form ?? {}) as WireForm });
      if (sent.end === 'done') await arrived(sending, requestId);
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, refused };
}
