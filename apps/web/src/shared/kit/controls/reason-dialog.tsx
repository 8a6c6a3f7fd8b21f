import { Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { onSendKeys } from '../../keyboard/send-keys';
import { useTooLong } from '../../words/too-long';
import styles from './reason-dialog.module.css';

/** A longer reason is not taken. */
const MOST_OF_REASON = 500;

interface ReasonDialogProps {
  title: string;
  /** What follows from it, and who will read the reason. */
  hint: ReactNode;
  words: { reason: string; needed: string; send: string };
  danger?: boolean;
  busy: boolean;
  onSend: (reason: string) => void;
  onClose: () => void;
}

/** Does something for good once it has been said why. */
export function ReasonDialog({ title, hint, words, danger = false, busy, onSend, onClose }: ReasonDialogProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  const over = useTooLong()(reason, MOST_OF_REASON);
  const ready = reason.trim() !== '' && over === null && !busy;
  const send = (): void => onSend(reason.trim());
  const lack = ready ? undefined : (over ?? words.needed);
  return (
    <Modal
      open
      centered
      width={460}
      title={title}
      onCancel={onClose}
      onOk={send}
      okText={words.send}
      okButtonProps={{ danger, disabled: !ready, loading: busy, 'aria-description': lack }}
    >
      <div className={styles.ask}>
        <p>{hint}</p>
        <label htmlFor={id}>{words.reason}</label>
        <Input.TextArea
          id={id}
          autoFocus
          rows={3}
          status={over === null ? '' : 'error'}
          aria-invalid={over !== null}
          value={reason}
          aria-required
          placeholder={words.needed}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={onSendKeys(ready ? send : undefined)}
        />
        {over === null ? null : <p role="alert">{over}</p>}
      </div>
    </Modal>
  );
}
