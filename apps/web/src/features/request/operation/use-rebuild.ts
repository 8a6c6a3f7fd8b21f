import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { RequestView } from '../../../shared/api/wire';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { showToast } from '../../../shared/state/toasts';

/** Works out a request's state again from its journal. No command of the request: it ends with its answer, and there is nothing to ask after. */
export function useRebuild(): (view: RequestView) => Promise<void> {
  const client = useQueryClient();
  const { t } = useTranslation('request');
  const problemText = useProblemText();
  return async ({ id }) => {
    try {
      const view = await call<RequestView>('POST', `/requests/${id}/rebuild`);
      client.setQueryData(keys.request(id), view);
      void client.invalidateQueries({ queryKey: keys.tasks });
      const agrees = view.blocked === null && view.status !== 'blocked';
      showToast({ id: 'rebuilt', tone: agrees ? 'done' : 'problem', text: t(agrees ? 'rebuilt' : 'rebuilding') });
    } catch (error) {
      showToast({ id: 'rebuilt', tone: 'problem', text: problemText(error) });
    }
  };
}
