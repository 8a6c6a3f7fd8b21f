import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { ReasonDialog } from '../../../shared/kit/controls/reason-dialog';
import { useRecurring, type RecurringProcess } from './recurring-query';

/** Why nothing is to start by itself for now. */
export function PauseDialog({ process, onClose }: { process: RecurringProcess; onClose: () => void }) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const pause = useRecurring<string>({
    path: `${process.key}/pause`,
    body: (said) => ({ why: said }),
    done: t('pausedDone'),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t('pauseTitle', { process: words(process.title) })}
      hint={t('pauseHint')}
      words={{ reason: t('pauseReason'), needed: t('pauseReasonNeeded'), send: t('pause') }}
      busy={pause.isPending}
      onSend={(reason) => pause.mutate(reason)}
      onClose={onClose}
    />
  );
}
