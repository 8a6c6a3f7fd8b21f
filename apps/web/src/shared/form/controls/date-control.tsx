import { DatePicker, Input } from 'antd';
import { Calendar } from 'lucide-react';
import dayjs, { type Dayjs } from 'dayjs';
import type { Json } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { useViewport } from '../../state/viewport';
import { ariaOf, type ControlProps, type FieldOf } from '../control';
import styles from '../form.module.css';

const formats = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD'];
const dayOf = (value: Json | undefined): Dayjs | null => (typeof value === 'string' && dayjs(value).isValid() ? dayjs(value) : null);
const wireOf = (day: Dayjs | null): string | null => day?.format('YYYY-MM-DD') ?? null;

/** Phones bring a date wheel that everybody knows; elsewhere a calendar that also takes typing. */
export function DateControl({ value, onChange, id, disabled, ...rest }: ControlProps<FieldOf<'date'>>) {
  const phone = useViewport() === 'phone';
  const { t } = useTranslation('form');
  if (phone) {
    return (
      <Input
        id={id}
        type="date"
        value={typeof value === 'string' ? value : ''}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value || null)}
        {...ariaOf(rest)}
      />
    );
  }
  return (
    <DatePicker
      id={id}
      className={styles.full ?? ''}
      suffixIcon={<Calendar size={16} className={styles.icon} aria-hidden />}
      value={dayOf(value)}
      format={formats}
      disabled={disabled}
      placeholder={t('choose')}
      onChange={(day) => onChange(wireOf(day as Dayjs | null))}
      {...ariaOf(rest)}
      {...(rest.invalid ? { status: 'error' as const } : {})}
    />
  );
}

function endsOf(value: Json | undefined): { from: string | null; to: string | null } {
  const range = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return { from: typeof range.from === 'string' ? range.from : null, to: typeof range.to === 'string' ? range.to : null };
}

export function DateRangeControl(props: ControlProps<FieldOf<'date-range'>>) {
  const { value, onChange, id, disabled, ...rest } = props;
  const phone = useViewport() === 'phone';
  const { t } = useTranslation('form');
  const { from, to } = endsOf(value);
  const report = (next: { from: string | null; to: string | null }) => onChange(next.from === null && next.to === null ? null : next);
  if (phone) return <TwoDays {...props} />;
  return (
    <DatePicker.RangePicker
      id={{ start: id, end: `${id}-end` }}
      className={`${styles.full} ${styles.range}`}
      suffixIcon={<Calendar size={16} className={styles.icon} aria-hidden />}
      value={[dayOf(from), dayOf(to)]}
      format={formats}
      disabled={disabled}
      placeholder={[t('from'), t('until')]}
      separator={<span className={styles.to}>{t('to')}</span>}
      allowEmpty={[false, false]}
      onChange={(days) => report({ from: wireOf(days?.[0] ?? null), to: wireOf(days?.[1] ?? null) })}
      {...ariaOf(rest)}
      {...(rest.invalid ? { status: 'error' as const } : {})}
    />
  );
}

function TwoDays({ value, onChange, id, labelId, disabled }: ControlProps<FieldOf<'date-range'>>) {
  const { t } = useTranslation('form');
  const { from, to } = endsOf(value);
  const report = (next: { from: string | null; to: string | null }) => onChange(next.from === null && next.to === null ? null : next);
  return (
    <div className={styles.days} role="group" aria-labelledby={labelId}>
      <Input
        id={id}
        type="date"
        aria-label={t('from')}
        value={from ?? ''}
        disabled={disabled}
        onChange={(event) => report({ from: event.target.value || null, to })}
      />
      <span className={styles.to}>{t('to')}</span>
      <Input
        type="date"
        aria-label={t('until')}
        value={to ?? ''}
        disabled={disabled}
        onChange={(event) => report({ from, to: event.target.value || null })}
      />
    </div>
  );
}
