import { Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import styles from './parameters.module.css';
import { useSetParameter, type Parameter, type ParameterValue } from './parameters-query';
import { SettingRow } from './setting-row';

interface InputProps {
  id: string;
  hintId: string;
  value: ParameterValue | null;
  onChange: (value: ParameterValue | null) => void;
}

/** By what its default is; null while a number is being typed that is none yet. */
function ParameterInput({ kind, id, hintId, value, onChange }: InputProps & { kind: Parameter['kind'] }) {
  const { t } = useTranslation('parameters');
  if (kind === 'yes-no')
    return (
      <Select
        id={id}
        aria-describedby={hintId}
        className={styles.input ?? ''}
        value={value === true}
        onChange={onChange}
        options={[true, false].map((each) => ({ value: each, label: t(each ? 'yes' : 'no') }))}
      />
    );
  if (kind === 'number')
    return (
      <InputNumber
        id={id}
        aria-describedby={hintId}
        className={styles.input ?? ''}
        value={value as number | null}
        onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      />
    );
  return (
    <Input
      id={id}
      aria-describedby={hintId}
      className={styles.input ?? ''}
      maxLength={1_000}
      value={value as string}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** One parameter: what it is called, what holds, what the process says by itself. */
export function ParameterRow({ definition, parameter }: { definition: string; parameter: Parameter }) {
  const { t } = useTranslation('parameters');
  const words = useWords();
  const id = useId();
  const [value, setValue] = useState<ParameterValue | null>(parameter.value);
  const { mutate, isPending, error } = useSetParameter(definition, parameter);
  const title = words(parameter.title);
  const { standard } = parameter;
  const said = typeof standard === 'boolean' ? t(standard ? 'yes' : 'no') : String(standard);
  const lack = value === null ? t('needed') : value === parameter.value ? t('same') : null;
  return (
    <SettingRow
      {...{ id, lack, error }}
      label={title}
      name={title}
      input={<ParameterInput kind={parameter.kind} id={id} hintId={`${id}-hint`} value={value} onChange={setValue} />}
      saving={isPending}
      onSave={() => mutate(value)}
      reset={parameter.set ? { text: t('reset'), name: t('resetOf', { title, standard: said }), onReset: () => mutate(null) } : null}
      hint={t(parameter.set ? 'setHint' : 'hint', { standard: said })}
    />
  );
}
