import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { useProblemText } from '../../../shared/kit/states';
import { showToast } from '../../../shared/state/toasts';
import styles from './decision.module.css';
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

const asks = {
  withdraw: { title: 'withdrawTitle', hint: 'withdrawHint' },
  rebuild: { title: 'rebuildTitle', hint: 'rebuildHint' },
} as const;

/** Works out a request's state again from its journal. No command of the request: it ends with its answer, and there is nothing to ask after. */
function useRebuild(): (view: RequestView) => Promise<void> {
  const client = useQueryClient();
  const { t } = useTranslation('request');
  const problemText = useProblemText();
  return async ({ id }) => {
    try {
      const view = await call<RequestView>('POST', `/requests/${id}/rebuild`);
      client.setQueryData(keys.request(id), view);
      void client.invalidateQueries({ queryKey: keys.tasks });
      const agrees = view.blocked === null && view.status !== 'blocked';
      showToast({ id: 'rebuilt', tone: 'done', text: t(agrees ? 'rebuilt' : 'rebuilding') });
    } catch (error) {
      showToast({ id: 'rebuilt', tone: 'problem', text: problemText(error) });
    }
  };
}

/** Sends a command that decides nothing by itself: the far-reaching ones ask once more. */
export function useSideCommand(decision: Decision): (command: 'withdraw' | 'rebuild' | 'resolve-again') => void {
  const { t } = useTranslation('request');
  const words = useWords();
  const { modal } = App.useApp();
  const rebuild = useRebuild();
  return (command) => {
    if (command === 'resolve-again') return void decision.send(command);
    const label = decision.option(command)?.label;
    const ask = asks[command];
    modal.confirm({
      title: t(ask.title),
      content: t(ask.hint),
      okText: label && words(label),
      onOk: () => (command === 'rebuild' ? rebuild(decision.view) : decision.send(command).then(() => undefined)),
    });
  };
}

/** One thing that can be done besides deciding; `title` says why it is off. */
export interface MoreItem {
  key: string;
  label: string;
  disabled: boolean;
  title: string;
  onClick: () => void;
}

/** What can be done besides deciding: what the server allows, said with its reason where it does not. */
export function useMoreItems(decision: Decision): MoreItem[] {
  const { t } = useTranslation('request');
  const words = useWords();
  const copy = useCopyAsDraft();
  const press = useSideCommand(decision);
  const { view } = decision;
  const items = (['withdraw', 'resolve-again', 'rebuild'] as const).flatMap((command) => {
    const option = decision.option(command);
    if (!option) return [];
    const reason = option.reason ? words(option.reason.text) : '';
    const off = !option.enabled || decision.held !== null || decision.busy;
    return [{ key: command as string, label: words(option.label), disabled: off, title: reason, onClick: () => press(command) }];
  });
  return view.own ? [...items, { key: 'copy', label: t('copy'), disabled: false, title: '', onClick: () => void copy(view) }] : items;
}

/** The same as lines of a menu: what is off says why in its place. */
export function menuLines(items: readonly (MoreItem & { danger?: boolean })[]): NonNullable<MenuProps['items']> {
  return items.map(({ title, label, ...item }) => ({
    ...item,
    label:
      item.disabled && title !== '' ? (
        <span className={styles.off}>
          {label}
          <small>{title}</small>
        </span>
      ) : (
        label
      ),
  }));
}
