import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { onSendKeys } from '../../../shared/keyboard/send-keys';
import styles from './dead-letters.module.css';
import type { Letter } from './letters-query';

interface GiveUpProps {
  letter: Letter;
  busy: boolean;
  onGiveUp: (reason: string) => void;
  onClose: () => void;
}

/** Closes one for good: what follows, and why, which whoever sent it will read. */
export function GiveUpDialog({ letter, busy, onGiveUp, onClose }: GiveUpProps) {
  const { t } = useTranslation('administration');
  const words = useWords();
  const id = useId();
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '' && !busy;
  const send = (): void => onGiveUp(reason.trim());
  return (
    <Modal
      open
      centered
      width={460}
      title={t('letterGiveUpTitle', { what: words(letter.label) })}
      onCancel={onClose}
      onOk={send}
      okText={t('letterGiveUp')}
      okButtonProps={{ danger: true, disabled: !ready, loading: busy, 'aria-description': ready ? undefined : t('letterReasonNeeded') }}
    >
      <div className={styles.ask}>
        <p>{t('letterGiveUpHint', { name: words(letter.person.name) })}</p>
        <label htmlFor={id}>{t('letterReason')}</label>
        <Input.TextArea
          id={id}
          autoFocus
          rows={3}
          maxLength={500}
          value={reason}
          aria-required
          placeholder={t('letterReasonNeeded')}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={onSendKeys(ready ? send : undefined)}
        />
      </div>
    </Modal>
  );
}
