import { InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand } from '../../../shared/api/wire';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { useStore } from '../../../shared/state/store';
import { OpinionNote } from '../notes/opinion-note';
import { confirmAbove } from '../../../shared/state/confirm-above';
import styles from '../decision/decision.module.css';
import type { DecisionControls } from '../decision/use-decision';

/** One more look at a large amount, with the sentence; the threshold is the reader's own. */
export function ConfirmDialog({
  decision,
  option,
  onClose,
}: {
  decision: DecisionControls;
  option: AllowedCommand | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('request');
  const words = useWords();
  const language = useLanguage();
  const { amount } = decision.view;
  const threshold = useStore(confirmAbove);
  const send = (): void => {
    onClose();
    if (option) void decision.send(option);
  };
  return (
    <Modal
      open={option !== null}
      title={t('confirmTitle')}
      onCancel={onClose}
      onOk={send}
      okText={option ? [words(option.label), amount && amountText(amount, language, 'if-any')].filter(Boolean).join(' ') : t('confirm')}
      okButtonProps={{ autoFocus: true }}
      width={460}
    >
      <div className={styles.form}>
        <p className={styles.sentence}>{words(decision.view.sentence)}</p>
        <OpinionNote view={decision.view} />
        <label className={styles.threshold}>
          {t('confirmAbove')}
          <InputNumber min={0} precision={0} value={threshold} prefix="¥" onChange={(value) => confirmAbove.set(value ?? threshold)} />
        </label>
      </div>
    </Modal>
  );
}
