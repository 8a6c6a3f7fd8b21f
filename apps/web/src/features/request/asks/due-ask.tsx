import { Radio } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../../shared/format/moment';
import { useLanguage } from '../../../shared/i18n/use-language';
import { useNow } from '../../../shared/kit/moment';
import type { Due } from '../decision/command-of';
import type { AsksProps } from './asks-props';
import styles from '../operation/operation.module.css';

/** Whether whoever gets a step has what is left of its time, or all of it; nothing is asked of one that is due at no moment. */
export function DueAsk({ decision, option, answers }: AsksProps) {
  const { t } = useTranslation('repair');
  const language = useLanguage();
  const now = useNow();
  const id = useId();
  const due = decision.view.current.find(({ step }) => step === option.step)?.dueAt ?? null;
  if (due === null) return null;
  const late = Date.parse(due) < now.getTime();
  return (
    <div>
      <span id={id} className={styles.label}>
        {t('due')}
      </span>
      <Radio.Group
        aria-labelledby={id}
        className={styles.choices}
        value={answers.due}
        onChange={(event) => answers.setDue(event.target.value as Due)}
        options={[
          { value: 'kept', label: t(late ? 'dueKeptLate' : 'dueKept', { when: momentText(due, language, now) }) },
          { value: 'anew', label: t('dueAnew') },
        ]}
        vertical
      />
    </div>
  );
}
