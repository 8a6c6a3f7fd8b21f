import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { onSendKeys } from '../../../shared/keyboard/send-keys';
import { useTooLong } from '../../../shared/words/too-long';
import styles from './recurring.module.css';
import { useRecurring, type RecurringProcess } from './recurring-query';

/** A longer reason is not taken. */
const MOST_OF_REASON = 500;

/** Why nothing is to start by itself for now. */
export function PauseDialog({ process, onClose }: { process: RecurringProcess; onClose: () => void }) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const id = useId();
  const [why, setWhy] = useState('');
  const over = useTooLong()(why, MOST_OF_REASON);
  const pause = useRecurring<string>({
    path: `${process.key}/pause`,
    body: (said) => ({ why: said }),
    done: t('pausedDone'),
    onDone: onClose,
  });
  const ready = why.trim() !== '' && over === null && !pause.isPending;
  const send = (): void => pause.mutate(why.trim());
  return (
    <Modal
      open
      centered
      width={460}
      title={t('pauseTitle', { process: words(process.title) })}
      onCancel={onClose}
      onOk={send}
      okText={t('pause')}
      okButtonProps={{
        disabled: !ready,
        loading: pause.isPending,
        'aria-description': ready ? undefined : (over ?? t('pauseReasonNeeded')),
      }}
    >
      <div className={styles.ask}>
        <p>{t('pauseHint')}</p>
        <label htmlFor={id}>{t('pauseReason')}</label>
        <Input.TextArea
          id={id}
          autoFocus
          rows={3}
          status={over === null ? '' : 'error'}
          aria-invalid={over !== null}
          value={why}
          aria-required
          placeholder={t('pauseReasonNeeded')}
          onChange={(event) => setWhy(event.target.value)}
          onKeyDown={onSendKeys(ready ? send : undefined)}
        />
        {over === null ? null : <p role="alert">{over}</p>}
      </div>
    </Modal>
  );
}
