import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { useProblemText } from '../../../shared/kit/states';
import { useMe } from '../../../shared/state/session';
import { showToast } from '../../../shared/state/toasts';
import type { Decision } from './use-decision';

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

/** What can be done besides deciding: what the server allows, said with its reason where it does not. */
export function useMoreItems(decision: Decision): NonNullable<MenuProps['items']> {
  const { t } = useTranslation('request');
  const words = useWords();
  const { modal } = App.useApp();
  const copy = useCopyAsDraft();
  const me = useMe();
  const { view } = decision;
  const items: NonNullable<MenuProps['items']> = [];
  const withdraw = decision.option('withdraw');
  if (withdraw)
    items.push({
      key: 'withdraw',
      label: words(withdraw.label),
      disabled: !withdraw.enabled || decision.held !== null,
      title: withdraw.reason ? words(withdraw.reason.text) : '',
      onClick: () =>
        void modal.confirm({
          title: t('withdrawTitle'),
          content: t('withdrawHint'),
          okText: words(withdraw.label),
          onOk: () => decision.send('withdraw').then(() => undefined),
        }),
    });
  const again = decision.option('resolve-again');
  if (again)
    items.push({
      key: 'resolve-again',
      label: words(again.label),
      disabled: !again.enabled || decision.held !== null,
      title: again.reason ? words(again.reason.text) : '',
      onClick: () => void decision.send('resolve-again'),
    });
  if (me.rights.includes('requests.operate'))
    items.push({
      key: 'rebuild',
      label: t('rebuild'),
      disabled: decision.held !== null,
      onClick: () =>
        void modal.confirm({
          title: t('rebuildTitle'),
          content: t('rebuildHint'),
          okText: t('rebuild'),
          onOk: () => decision.send('rebuild').then(() => undefined),
        }),
    });
  if (view.own) items.push({ key: 'copy', label: t('copy'), onClick: () => void copy(view) });
  return items;
}
