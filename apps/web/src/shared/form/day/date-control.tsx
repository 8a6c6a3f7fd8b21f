import type { Json } from '@countersign/domain';
import { Input } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewport } from '../../state/viewport';
import type { ControlProps, FieldOf } from '../control';
import { useCompanyDay } from '../typed/company-day';
import styles from './day.module.css';
import { DayBox } from './day-box';
import { DayField, edgesOf } from './day-field';
import { DayInput } from './day-input';

/** One day of a form. */
export function DateControl({ field, value, onChange, id, disabled, invalid, describedBy }: ControlProps<FieldOf<'date'>>) {
  const day = typeof value === 'string' ? value : null;
  return <DayField {...{ id, onChange, disabled, invalid, describedBy }} value={day} takes={field} />;
}

interface Ends {
  from: string | null;
  to: string | null;
}

function endsOf(value: Json | undefined): Ends {
  const range = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return { from: typeof range.from === 'string' ? range.from : null, to: typeof range.to === 'string' ? range.to : null };
}

/** Two days in one line; a range without either end is blank. */
export function DateRangeControl(props: ControlProps<FieldOf<'date-range'>>) {
  const { field, value, onChange, id, labelId, disabled, invalid, describedBy } = props;
  const { t } = useTranslation('form');
  const phone = useViewport() === 'phone';
  const today = useCompanyDay();
  const end = useRef<HTMLInputElement>(null);
  const ends = endsOf(value);
  const report = (change: Partial<Ends>) => {
    const next = { ...ends, ...change };
    onChange(next.from === null && next.to === null ? null : { ...next });
  };
  const shared = { disabled, invalid, describedBy, takes: field };
  if (phone) {
    const native = (name: keyof Ends, label: string) => (
      <Input
        {...(name === 'from' ? { id } : {})}
        type="date"
        aria-label={label}
        value={ends[name] ?? ''}
        disabled={disabled}
        {...edgesOf(field, today())}
        onChange={(event) => report({ [name]: event.target.value || null })}
      />
    );
    return (
      <div className={styles.two} role="group" aria-labelledby={labelId}>
        {native('from', t('from'))}
        <span className={styles.to}>{t('to')}</span>
        {native('to', t('until'))}
      </div>
    );
  }
  return (
    <DayBox invalid={invalid} disabled={disabled} labelId={labelId}>
      <DayInput
        {...shared}
        id={id}
        value={ends.from}
        onChange={(from) => report({ from })}
        onPicked={() => end.current?.focus()}
        placeholder={t('from')}
      />
      <span className={styles.to}>{t('to')}</span>
      <DayInput
        {...shared}
        inputRef={end}
        id={`${id}-to`}
        value={ends.to}
        onChange={(to) => report({ to })}
        placeholder={t('until')}
        label={t('until')}
      />
    </DayBox>
  );
}
