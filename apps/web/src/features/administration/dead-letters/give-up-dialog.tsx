import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { ReasonDialog } from '../../../shared/kit/controls/reason-dialog';
import type { DeadLetter } from './letters-query';

interface GiveUpProps {
  letter: DeadLetter;
  busy: boolean;
  onGiveUp: (reason: string) => void;
  onClose: () => void;
}

/** Closes one for good: what follows, and why, which whoever sent it will read. */
export function GiveUpDialog({ letter, busy, onGiveUp, onClose }: GiveUpProps) {
  const { t } = useTranslation('administration');
  const words = useWords();
  return (
    <ReasonDialog
      title={t('letterGiveUpTitle', { what: words(letter.label) })}
      hint={t('letterGiveUpHint', { name: words(letter.person.name) })}
      words={{ reason: t('letterReason'), needed: t('letterReasonNeeded'), send: t('letterGiveUp') }}
      danger
      busy={busy}
      onSend={onGiveUp}
      onClose={onClose}
    />
  );
}
