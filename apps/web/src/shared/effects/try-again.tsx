import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client';
import { ReasonDialog } from '../kit/controls/reason-dialog';
import { useProblemText } from '../kit/waiting/states';
import { showToast } from '../state/toasts';

interface TryAgainProps {
  /** Address of what is tried again. */
  path: string;
  what: string;
  /** Why it cannot be; null: it can. */
  why: string | null;
  /** What has to be read anew afterwards. */
  stale: QueryKey;
}

/** Has something tried again that was given up, once it has been said why. */
export function TryAgain({ path, what, why, stale }: TryAgainProps) {
  const { t } = useTranslation('audit');
  const problemText = useProblemText();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const retry = useMutation({
    mutationFn: (reason: string) => call<void>('POST', path, { body: { reason } }),
    onSuccess: () => showToast({ id: 'effect', tone: 'done', text: t('effectRetried') }),
    onError: (error) => showToast({ id: 'effect', tone: 'problem', text: problemText(error) }),
    onSettled: () => {
      setAsking(false);
      return client.invalidateQueries({ queryKey: stale });
    },
  });
  return (
    <>
      <Button
        size="small"
        className="finger"
        disabled={why !== null}
        aria-description={why ?? undefined}
        aria-label={t('effectRetryOf', { what })}
        onClick={() => setAsking(true)}
      >
        {t('effectRetry')}
      </Button>
      {asking ? (
        <ReasonDialog
          title={t('effectRetryTitle', { what })}
          hint={t('effectRetryHint')}
          words={{ reason: t('effectReason'), needed: t('effectReasonNeeded'), send: t('effectRetry') }}
          busy={retry.isPending}
          onSend={(reason) => retry.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
