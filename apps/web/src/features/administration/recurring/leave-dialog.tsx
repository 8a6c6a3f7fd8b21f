import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { ReasonDialog } from '../../../shared/kit/controls/reason-dialog';
import { useDayText } from '../../../shared/words/day-text';
import { useRecurring, type RecurringProcess, type RecurringStart } from './recurring-query';

interface LeaveDialogProps {
  process: RecurringProcess;
  /** Null: all that have failed so far. */
  start: RecurringStart | null;
  onClose: () => void;
}

/** Why what could not be started is to stay so. */
export function LeaveDialog({ process, start, onClose }: LeaveDialogProps) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const dayText = useDayText();
  const one = start && { unit: start.unit.id, day: start.day, about: start.about };
  const leave = useRecurring<string>({
    path: `${process.key}/leave`,
    body: (why) => ({ why, ...one }),
    done: t('leftDone'),
    onDone: onClose,
  });
  const what = start ? `${words(start.unit.name)} ${dayText(start.day)}` : words(process.title);
  return (
    <ReasonDialog
      title={t(start ? 'leaveTitle' : 'leaveAllTitle', { what })}
      hint={t('leaveHint')}
      words={{ reason: t('pauseReason'), needed: t('pauseReasonNeeded'), send: t('leave') }}
      busy={leave.isPending}
      onSend={(reason) => leave.mutate(reason)}
      onClose={onClose}
    />
  );
}
