import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { useOnline } from '../../../shared/state/online';
import { useTooLong } from '../../../shared/words/too-long';
import type { DecisionControls } from '../decision/use-decision';
import type { AllowedCommand } from '../../../shared/api/wire';
import type { AsksProps } from '../asks/asks-props';
import { useRebuild } from './use-rebuild';

/** Why the button is off, in words; null when it is not. */
export function useLack({ decision, option, trial, answers }: AsksProps): string | null {
  const { t } = useTranslation('request');
  const words = useWords();
  const online = useOnline();
  const tooLong = useTooLong();
  const { held } = decision;
  if (!online || held === 'offline') return t('operationOffline');
  if (!option.enabled && option.reason) return words(option.reason.text);
  if (answers.unready === 'person') return t('operationNeedsPerson');
  if (answers.unready === 'stance') return t('stanceNeeded');
  if (answers.unready === 'rows') return t('rowsNeeded');
  if (answers.unready === 'part') return t('partNeeded');
  if (answers.unready === 'form') return t('operationFaults', { count: answers.faults });
  if (option.needsComment && answers.comment.trim() === '') return t(option.task === null ? 'operationNeedsReason' : 'commentNeeded');
  const over = tooLong(answers.comment);
  if (over !== null) return over;
  if (trial.data?.refusal && trial.fresh) return words(trial.data.refusal.text);
  return trial.fresh || trial.error ? null : t('operationNeedsTrial');
}

/** What is sent, and what happens once it is done. */
export interface Sending {
  decision: DecisionControls;
  option: AllowedCommand;
  onDone: () => void;
}

/** Sends what was asked, and goes on once it is done. */
export function useSend({ decision, option, onDone }: Sending, { said, stepFieldsRef }: AsksProps['answers']): () => void {
  const rebuild = useRebuild();
  const send = async (): Promise<void> => {
    if (option.command === 'rebuild') return rebuild(decision.view).then(onDone);
    if (stepFieldsRef.current?.isSound() === false) return;
    const sent = await decision.send(option, said);
    if (sent && sent.end !== 'refused') onDone();
  };
  return () => void send();
}
