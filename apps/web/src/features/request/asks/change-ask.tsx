import { isDerived } from '@countersign/domain';
import { Checkbox } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import type { AsksProps } from './asks-props';
import styles from '../operation/operation.module.css';

/** Which fields the requester is asked to change; of a return to somebody else none are. */
export function ChangeAsk({ decision, answers }: AsksProps) {
  const { t } = useTranslation('supervision');
  const words = useWords();
  const id = useId();
  const fields = decision.view.form.fields.filter((field) => field.filledAt === 'start' && !isDerived(field));
  if (answers.to !== 'requester' || fields.length === 0) return null;
  return (
    <div>
      <span id={id} className={styles.label}>
        {t('returnChange')}
      </span>
      <Checkbox.Group
        className={styles.ticks}
        aria-labelledby={id}
        value={answers.change}
        onChange={(keys) => answers.setChange(keys)}
        options={fields.map(({ key, label }) => ({ value: key, label: words(label) }))}
      />
    </div>
  );
}
