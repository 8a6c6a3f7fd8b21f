import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useViewport } from '../../state/viewport';
import { ariaOf } from '../control';
import { useCompanyDay } from '../typed/company-day';
import styles from './day.module.css';
import { DayBox } from './day-box';
import { DayInput, type Takes } from './day-input';

interface DayFieldProps {
  id: string;
  /** A day as `YYYY-MM-DD`, or what was typed where that is none; null while there is none. */
  value: string | null;
  onChange(value: string | null): void;
  takes?: Takes;
  disabled?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
}

/** The first and last day of a phone's wheel. Whoever reads the day says it too: a wheel can be passed by. */
export const edgesOf = ({ notAfter, notBefore }: Takes, today: string) => ({
  ...(notAfter ? { max: today } : {}),
  ...(notBefore ? { min: today } : {}),
});

/** One day, as everywhere: phones bring a date wheel that everybody knows; elsewhere one types, or picks from a calendar. */
export function DayField({ id, value, onChange, takes = {}, disabled = false, invalid = false, describedBy }: DayFieldProps) {
  const { t } = useTranslation('form');
  const phone = useViewport() === 'phone';
  const today = useCompanyDay();
  if (phone)
    return (
      <Input
        id={id}
        type="date"
        className={styles.wheel ?? ''}
        value={value ?? ''}
        disabled={disabled}
        {...edgesOf(takes, today())}
        onChange={({ target }) => onChange(target.value || null)}
        {...ariaOf({ invalid, describedBy })}
      />
    );
  return (
    <DayBox invalid={invalid} disabled={disabled}>
      <DayInput {...{ id, value, onChange, disabled, invalid, describedBy, takes }} placeholder={t('choose')} />
    </DayBox>
  );
}
