import { Input } from 'antd';
import { currencySign, moneyFromText, numberFromText, textFromMoney, textFromNumber } from '../typed/amount-text';
import { ariaOf, type ControlProps, type FieldOf } from '../control';
import styles from '../form.module.css';
import { useTypedText } from '../typed/use-typed-text';
import { useLanguage } from '../../i18n/use-language';

export function MoneyControl({ field, value, onChange, id, disabled, ...rest }: ControlProps<FieldOf<'money'>>) {
  const text = useTypedText(textFromMoney(value), (typed) => onChange(moneyFromText(typed, field.currency)));
  return (
    <Input
      id={id}
      {...text}
      inputMode="decimal"
      autoComplete="off"
      disabled={disabled}
      prefix={<span className={styles.sign}>{currencySign(field.currency)}</span>}
      {...ariaOf(rest)}
      {...(rest.invalid ? { status: 'error' as const } : {})}
    />
  );
}

export function NumberControl({ field, value, onChange, id, disabled, ...rest }: ControlProps<FieldOf<'number'>>) {
  const language = useLanguage();
  const text = useTypedText(textFromNumber(value), (typed) => onChange(numberFromText(typed, field.unit)));
  return (
    <Input
      id={id}
      {...text}
      inputMode={field.decimals === 0 ? 'numeric' : 'decimal'}
      autoComplete="off"
      disabled={disabled}
      suffix={field.unit ? <span className={styles.sign}>{field.unit[language]}</span> : undefined}
      {...ariaOf(rest)}
      {...(rest.invalid ? { status: 'error' as const } : {})}
    />
  );
}

/** The sum of a table's column. Nobody types it; where the table itself is on screen its last line shows the same figure. */
export function MoneySumControl({ field, value, id }: ControlProps<FieldOf<'money-sum'>>) {
  return (
    <output id={id} className={styles.sumValue}>
      {currencySign(field.currency)}
      {textFromMoney(value) || '0.00'}
    </output>
  );
}
