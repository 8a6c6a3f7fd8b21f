import type { Resume } from '@countersign/domain';
import { Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { onSendKeys } from '../../../shared/keyboard/send-keys';
import type { Decision } from './use-decision';
import styles from './decision.module.css';

const resumes: Resume[] = ['walk-again', 'straight-back'];

/** To whom it goes back, what should change, and where it goes on afterwards. */
export function ReturnDialog({ decision, open, onClose }: { decision: Decision; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const id = useId();
  const option = decision.option('return');
  const targets = option?.targets ?? [];
  const [to, setTo] = useState<string | null>(null);
  const [resume, setResume] = useState<Resume>('walk-again');
  const target = to ?? targets[0]?.to ?? 'requester';
  const chooses = option?.resume === 'choose';
  const send = async (): Promise<void> => {
    const sent = await decision.send('return', { to: target, ...(chooses ? { resume } : {}) });
    if (sent) onClose();
  };
  const ready = decision.draft.comment.trim() !== '' && decision.held === null && !decision.busy;
  return (
    <Modal
      open={open}
      title={t('returnTitle')}
      onCancel={onClose}
      onOk={() => void send()}
      okText={option ? words(option.label) : t('returnTitle')}
      okButtonProps={{ disabled: !ready, loading: decision.busy }}
      width={460}
    >
      <div className={styles.form}>
        {targets.length > 1 ? (
          <>
            <span id={`${id}-to`}>{t('returnTo')}</span>
            <Radio.Group
              aria-labelledby={`${id}-to`}
              value={target}
              onChange={(event) => setTo(event.target.value as string)}
              options={targets.map((choice) => ({ value: choice.to, label: words(choice.title) }))}
              vertical
            />
          </>
        ) : targets[0] ? (
          <p>
            {t('returnTo')} {words(targets[0].title)}
          </p>
        ) : null}
        <label htmlFor={`${id}-why`}>{t('returnComment')}</label>
        <Input.TextArea
          id={`${id}-why`}
          autoFocus
          rows={3}
          maxLength={2000}
          value={decision.draft.comment}
          placeholder={t('commentNeeded')}
          onChange={(event) => decision.change({ comment: event.target.value })}
          onKeyDown={onSendKeys(ready ? () => void send() : undefined)}
        />
        {chooses ? (
          <>
            <span id={`${id}-resume`}>{t('resume')}</span>
            <Radio.Group
              aria-labelledby={`${id}-resume`}
              value={resume}
              onChange={(event) => setResume(event.target.value as Resume)}
              options={resumes.map((choice) => ({ value: choice, label: t(`resume-${choice}`) }))}
              vertical
            />
          </>
        ) : null}
      </div>
    </Modal>
  );
}
