import { parseAmount } from '@countersign/domain';
import { Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { currencySign, textFromMoney } from '../../../shared/form/typed/amount-text';
import { useTypedText } from '../../../shared/form/typed/use-typed-text';
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
function ParameterInput({ kind, currency, id, hintId, value, onChange }: InputProps & { kind: Parameter['kind']; currency: string }) {
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
  if (kind === 'money') return <AmountInput {...{ id, hintId, currency, onChange }} value={value as Amount | null} />;
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

type Amount = Exclude<ParameterValue, string | number | boolean>;
const isAmount = (value: ParameterValue | null): value is Amount => typeof value === 'object' && value !== null;

/** An amount in the currency that the process says. */
function AmountInput({ id, hintId, currency, value, onChange }: Omit<InputProps, 'value'> & { currency: string; value: Amount | null }) {
  const text = useTypedText(textFromMoney(value ? { ...value } : null), (typed) => {
    const read = parseAmount(typed, currency);
    onChange(read.ok ? { amount: read.decimal, currency } : null);
  });
  return (
    <Input id={id} aria-describedby={hintId} className={styles.input ?? ''} inputMode="decimal" prefix={currencySign(currency)} {...text} />
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
  const said = isAmount(standard)
    ? `${currencySign(standard.currency)}${textFromMoney({ ...standard })}`
    : typeof standard === 'boolean'
      ? t(standard ? 'yes' : 'no')
      : String(standard);
  const lack = value === null ? t('needed') : JSON.stringify(value) === JSON.stringify(parameter.value) ? t('same') : null;
  return (
    <SettingRow
      {...{ id, lack, error }}
      label={title}
      name={title}
      input={
        <ParameterInput
          kind={parameter.kind}
          currency={isAmount(standard) ? standard.currency : ''}
          id={id}
          hintId={`${id}-hint`}
          value={value}
          onChange={setValue}
        />
      }
      saving={isPending}
      onSave={() => mutate(value)}
      reset={parameter.set ? { text: t('reset'), name: t('resetOf', { title, standard: said }), onReset: () => mutate(null) } : null}
      hint={t(parameter.set ? 'setHint' : 'hint', { standard: said })}
    />
  );
}
