import { Calendar, Popover } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { useCompanyDay } from '../typed/company-day';
import { parseDateText, towardOf } from '../typed/date-text';
import styles from './day.module.css';
import { useTypedText } from '../typed/use-typed-text';

interface DayInputProps {
  id: string;
  /** A day as `YYYY-MM-DD`, or what was typed where that is none. */
  value: string | null;
  onChange(value: string | null): void;
  /** A day was picked from the calendar: the hand may go on. */
  onPicked?: () => void;
  label?: string | undefined;
  placeholder: string;
  disabled: boolean;
  invalid: boolean;
  describedBy?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  /** Which days the field takes. */
  takes: Takes;
}

/** What a field says about its days: none after, or before, today. */
export interface Takes {
  notAfter?: 'today' | undefined;
  notBefore?: 'today' | undefined;
}

const isTaken = ({ notAfter, notBefore }: Takes, day: Dayjs, today: string): boolean =>
  !(notAfter && day.isAfter(today, 'day')) && !(notBefore && day.isBefore(today, 'day'));

const dayOf = (text: string, takes: Takes, today: string): string | null => {
  if (text.trim() === '') return null;
  return parseDateText(text, today, towardOf(takes)) ?? text.trim();
};

/**
 * A day that can be typed as people write days, or picked from a calendar that opens with the field and never takes the keyboard.
 * What is no day stays as it was typed, for the form's check to word.
 */
export function DayInput({ id, value, onChange, onPicked, disabled, invalid, describedBy, inputRef, takes, ...rest }: DayInputProps) {
  const [open, setOpen] = useState(false);
  const today = useCompanyDay();
  const typed = useTypedText(value ?? '', (text) => onChange(dayOf(text, takes, today())));
  const pick = (day: Dayjs) => {
    typed.onBlur();
    onChange(day.format('YYYY-MM-DD'));
    setOpen(false);
    onPicked?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Enter') setOpen(false);
  };
  return (
    <Popover
      open={open && !disabled}
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={<MonthPanel value={value} takes={takes} onPick={pick} />}
    >
      <input
        ref={inputRef}
        id={id}
        className={styles.input}
        value={typed.value}
        onChange={typed.onChange}
        // Whoever is led here because of a fault sees the fault, not the calendar over it.
        onFocus={() => setOpen(!invalid)}
        onClick={() => setOpen(true)}
        onBlur={() => {
          typed.onBlur();
          setOpen(false);
        }}
        onKeyDown={onKeyDown}
        placeholder={rest.placeholder}
        aria-label={rest.label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        disabled={disabled}
        autoComplete="off"
      />
    </Popover>
  );
}

function MonthPanel({ value, takes, onPick }: { value: string | null; takes: Takes; onPick(day: Dayjs): void }) {
  const { t } = useTranslation('form');
  const chosen = value !== null && dayjs(value).isValid() ? dayjs(value) : undefined;
  const today = useCompanyDay()();
  const [shown, setShown] = useState(chosen ?? dayjs(today));
  const title = new Intl.DateTimeFormat(useLanguage() === 'zh' ? 'zh-CN' : 'en-GB', { year: 'numeric', month: 'long' }).format(
    shown.toDate(),
  );
  return (
    // The keyboard stays with the field: a press here only picks.
    <div className={styles.panel} onMouseDown={(event) => event.preventDefault()}>
      <Calendar
        fullscreen={false}
        value={shown}
        disabledDate={(day) => !isTaken(takes, day, today)}
        onPanelChange={setShown}
        onSelect={(day, { source }) => (source === 'date' ? onPick(day) : undefined)}
        headerRender={() => (
          <div className={styles.month}>
            <button
              type="button"
              tabIndex={-1}
              className="plain"
              aria-label={t('monthBefore')}
              onClick={() => setShown(shown.subtract(1, 'month'))}
            >
              <ChevronLeft size={18} aria-hidden />
            </button>
            <span>{title}</span>
            <button
              type="button"
              tabIndex={-1}
              className="plain"
              aria-label={t('monthAfter')}
              onClick={() => setShown(shown.add(1, 'month'))}
            >
              <ChevronRight size={18} aria-hidden />
            </button>
          </div>
        )}
      />
    </div>
  );
}
