import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { useProblemText } from '../../../shared/kit/states';
import styles from './parameters.module.css';
import { useSetTarget, type ProcessParameters } from './parameters-query';

const MOST = 100;

/** What share of its decisions a process is to have on time. */
export function TargetRow({ process }: { process: ProcessParameters }) {
  const { t } = useTranslation('parameters');
  const words = useWords();
  const problemText = useProblemText();
  const id = useId();
  const [value, setValue] = useState<number | null>(process.onTime);
  const { mutate, isPending, error } = useSetTarget(process);
  const name = t('targetOf', { process: words(process.title) });
  const lack = value === null ? t('targetNeeded') : value === process.onTime ? t('same') : null;
  return (
    <li className={styles.row}>
      <label htmlFor={id}>{t('target')}</label>
      <div className={styles.edit}>
        <InputNumber
          id={id}
          aria-describedby={`${id}-hint`}
          className={styles.input ?? ''}
          min={1}
          max={MOST}
          precision={0}
          suffix="%"
          value={value}
          onChange={(next) => setValue(typeof next === 'number' ? next : null)}
        />
        <Button
          type="primary"
          disabled={lack !== null}
          title={lack ?? undefined}
          loading={isPending}
          aria-label={t('saveOf', { title: name })}
          onClick={() => mutate(value)}
        >
          {t('save')}
        </Button>
        {process.onTime === null ? null : (
          <Button
            type="text"
            disabled={isPending}
            aria-label={t('targetNoneOf', { process: words(process.title) })}
            onClick={() => mutate(null)}
          >
            {t('targetNone')}
          </Button>
        )}
      </div>
      <p id={`${id}-hint`} className="hint">
        {t(process.onTime === null ? 'targetHint' : 'targetSetHint')}
      </p>
      {error ? (
        <p className={styles.problem} role="alert">
          {problemText(error)}
        </p>
      ) : null}
    </li>
  );
}
