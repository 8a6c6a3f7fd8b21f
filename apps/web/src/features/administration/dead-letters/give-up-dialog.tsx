import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { onSendKeys } from '../../../shared/keyboard/send-keys';
import { useTooLong } from '../../../shared/words/too-long';
import styles from './dead-letters.module.css';
import type { Letter } from './letters-query';

/** A longer reason is not taken. */
const MOST_OF_REASON = 500;

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
  const over = useTooLong()(reason, MOST_OF_REASON);
  const ready = reason.trim() !== '' && over === null && !busy;
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
      okButtonProps={{
        danger: true,
        disabled: !ready,
        loading: busy,
        'aria-description': ready ? undefined : (over ?? t('letterReasonNeeded')),
      }}
    >
      <div className={styles.ask}>
        <p>{t('letterGiveUpHint', { name: words(letter.person.name) })}</p>
        <label htmlFor={id}>{t('letterReason')}</label>
        <Input.TextArea
          id={id}
          autoFocus
          rows={3}
          status={over === null ? '' : 'error'}
          aria-invalid={over !== null}
          value={reason}
          aria-required
          placeholder={t('letterReasonNeeded')}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={onSendKeys(ready ? send : undefined)}
        />
        {over === null ? null : <p role="alert">{over}</p>}
      </div>
    </Modal>
  );
}
