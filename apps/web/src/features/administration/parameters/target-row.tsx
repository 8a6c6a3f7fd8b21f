import { InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import styles from './parameters.module.css';
import { useSetTarget, type ProcessParameters } from './parameters-query';
import { SettingRow } from './setting-row';

const MOST = 100;

/** What share of its decisions a process is to have on time. */
export function TargetRow({ process }: { process: ProcessParameters }) {
  const { t } = useTranslation('parameters');
  const words = useWords();
  const id = useId();
  const [value, setValue] = useState<number | null>(process.onTime);
  const { mutate, isPending, error } = useSetTarget(process);
  const named = words(process.title);
  const lack = value === null ? t('targetNeeded') : value === process.onTime ? t('same') : null;
  return (
    <SettingRow
      {...{ id, lack, error }}
      label={t('target')}
      name={t('targetOf', { process: named })}
      input={
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
      }
      saving={isPending}
      onSave={() => mutate(value)}
      reset={
        process.onTime === null ? null : { text: t('targetNone'), name: t('targetNoneOf', { process: named }), onReset: () => mutate(null) }
      }
      hint={t(process.onTime === null ? 'targetHint' : 'targetSetHint')}
    />
  );
}
