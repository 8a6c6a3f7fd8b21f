import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxRow } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { PlainButton } from '../../../shared/kit/controls/plain-button';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { useSendCommand } from '../../../shared/state/sending/send-command';
import { showToast } from '../../../shared/state/toasts';
import styles from './inbox-row.module.css';

const TOAST = 'claim';

/** The row after this one, else the one before: where the focus goes when this one has left the list. */
function beside(button: Element): HTMLElement | null {
  const row = button.closest('li');
  const others = [row?.nextElementSibling, row?.previousElementSibling];
  return others.map((other) => other?.querySelector<HTMLElement>('[data-row]') ?? null).find((found) => found !== null) ?? null;
}

/** Takes a task that several could take: from the list, without opening it. */
export function ClaimButton({ row: { taskId, requestId, rowTitle, toClaim } }: { row: InboxRow }) {
  const { t } = useTranslation('inbox');
  const words = useWords();
  const problemText = useProblemText();
  const { busy, send } = useSendCommand();
  if (!toClaim || taskId === null) return null;
  const claim = async (event: MouseEvent<HTMLElement>): Promise<void> => {
    const next = beside(event.currentTarget);
    const sent = await send({
      requestId,
      command: 'claim',
      path: `/tasks/${taskId}/claim`,
      body: {},
      label: { zh: '领取', en: 'Claim' },
      past: { zh: '已领取', en: 'Claimed' },
    });
    if (sent.end === 'refused') showToast({ id: TOAST, tone: 'problem', text: problemText(sent.error) });
    if (sent.end !== 'done') return;
    showToast({ id: TOAST, tone: 'done', text: t('claimed', { what: words(rowTitle) }) });
    next?.focus();
  };
  return (
    <div className={styles.claim} onClick={(event) => event.stopPropagation()}>
      <PlainButton busy={busy} label={t('claimOf', { what: words(rowTitle) })} onClick={(event) => void claim(event)}>
        {t('claim')}
      </PlainButton>
    </div>
  );
}
