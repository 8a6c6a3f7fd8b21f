import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { AllowedCommand, RequestCommand, RequestView } from '../../../shared/api/wire';
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

/** What has a place of its own: in the bar, or in the toast. */
const PLACED: ReadonlySet<RequestCommand> = new Set<RequestCommand>(['submit', 'resubmit', 'undo']);

/** Which button it is: an operation on a step stands once for each. */
export const keyOf = ({ command, step }: AllowedCommand): string => (step === null ? command : `${command} ${step}`);

/** One thing that can be done besides deciding; `title` says why it is off, `hint` what follows from it. */
export interface MoreItem {
  key: string;
  label: string;
  disabled: boolean;
  title: string;
  hint: string;
  danger: boolean;
  /** Its requester is likely to want it next. */
  likely: boolean;
  onClick: () => void;
}

/** What can be done besides deciding: what the server allows, said with its reason where it does not. What asks something first opens its dialog. */
export function useMoreItems(decision: Decision, open: (option: AllowedCommand) => void): MoreItem[] {
  const { t } = useTranslation('request');
  const words = useWords();
  const copy = useCopyAsDraft();
  const { view } = decision;
  const items = view.allowed
    .filter(({ scope, command }) => scope !== 'task' && !PLACED.has(command))
    .map((option): MoreItem => ({
      key: keyOf(option),
      label: words(option.label),
      disabled: !option.enabled || decision.held !== null || decision.busy,
      title: option.reason ? words(option.reason.text) : '',
      hint: option.confirm ? words(option.confirm.consequence) : '',
      danger: option.tone === 'danger',
      likely: option.likely,
      onClick: () => (option.confirm ? open(option) : void decision.send(option.command)),
    }));
  if (!view.own) return items;
  const again = { title: '', hint: '', disabled: false, danger: false, likely: view.outcome !== null };
  return [...items, { ...again, key: 'copy', label: t('copy'), onClick: () => void copy(view) }];
}

/** The same as lines of a menu: what is off says why in its place, what is on what follows from it. */
export function menuLines(items: readonly MoreItem[]): NonNullable<MenuProps['items']> {
  return items.map(({ key, title, hint, label, disabled, danger, onClick }) => {
    const said = disabled && title !== '' ? title : hint;
    return {
      ...{ key, disabled, danger, onClick },
      label:
        said === '' ? (
          label
        ) : (
          <span className={styles.line}>
            {label}
            <small>{said}</small>
          </span>
        ),
    };
  });
}
