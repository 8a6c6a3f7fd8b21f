import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { RequestView } from '../../../shared/api/wire';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { showToast } from '../../../shared/state/toasts';

/** Copies a request into a fresh draft of the reader's and opens it. */
export function useCopyAsDraft(): (view: RequestView) => Promise<void> {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { t } = useTranslation('request');
  const problemText = useProblemText();
  return async (view) => {
    try {
      const draft = await call<RequestView>('POST', `/requests/${view.id}/copy`);
      void client.invalidateQueries({ queryKey: keys.drafts });
      void client.invalidateQueries({ queryKey: keys.tasks });
      showToast({ id: 'copied', tone: 'done', text: t('copied') });
      await navigate({ to: '/start/$key', params: { key: view.definition.key }, search: { draft: draft.id } });
    } catch (error) {
      showToast({ id: 'copied', tone: 'problem', text: problemText(error) });
    }
  };
}
