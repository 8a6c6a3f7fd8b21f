import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountIn, amountsCross } from '../state/address-words';
import styles from './filter-form.module.css';
import { TextFilter } from './text-filter';

const ENDS = ['amountMin', 'amountMax'] as const;
type End = (typeof ENDS)[number];

interface AmountFilterProps {
  search: Partial<Record<End, string>>;
  onChange: (change: Partial<Record<End, string | undefined>>) => void;
}

/** From and to; what is no amount stays in its field, marked, and does not filter. */
export function AmountFilter({ search, onChange }: AmountFilterProps) {
  const { t } = useTranslation('filter');
  const id = useId();
  const [wrong, setWrong] = useState<readonly End[]>([]);
  const write = (name: End) => (text: string | undefined) => {
    const bad = text !== undefined && amountIn(text) === undefined;
    setWrong((all) => [...all.filter((other) => other !== name), ...(bad ? [name] : [])]);
    onChange({ [name]: bad ? undefined : text });
  };
  const crossed = amountsCross(search.amountMin, search.amountMax);
  return (
    <>
      <label htmlFor={id}>{t('amount')}</label>
      <div className={styles.pair}>
        {ENDS.map((name) => (
          <TextFilter
            key={name}
            {...(name === 'amountMin' ? { id } : { 'aria-label': t('amountMax') })}
            prefix="¥"
            inputMode="decimal"
            placeholder={t(name === 'amountMin' ? 'from' : 'to')}
            {...(wrong.includes(name) || crossed ? { status: 'error' as const, 'aria-invalid': true } : {})}
            value={search[name]}
            onValue={write(name)}
          />
        ))}
      </div>
      {wrong.length > 0 || crossed ? (
        <p role="alert" className={styles.problem}>
          {t(wrong.length > 0 ? 'amountWrong' : 'amountsCross')}
        </p>
      ) : null}
    </>
  );
}
