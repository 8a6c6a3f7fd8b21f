import { Button } from 'antd';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Chip } from '../../../shared/kit/chip';
import type { CalendarDay, CalendarView, Exception } from './calendar-query';
import styles from './calendar.module.css';
import { clockOn, isIn, monthBeside, stripOf, type Span } from './days';

const CLOCKS = ['store', 'office'] as const;

interface MonthGridProps {
  view: CalendarView;
  month: string;
  today: string;
  span: Span | null;
  unsaved: readonly Exception[];
  onMonth(month: string): void;
  onPick(day: string, extend: boolean): void;
  /** The days of a year are all among the exceptions. */
  onEnter(year: number): void;
}

/** A month of a unit: of each day, when the store is open and when offices work. */
export function MonthGrid({ view, month, today, span, unsaved, onMonth, onPick, onEnter }: MonthGridProps) {
  const { t } = useTranslation('calendar');
  const words = useWords();
  const language = useLanguage();
  const title = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  );
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' });
  return (
    <section className={styles.month} aria-label={title}>
      <header className={styles.bar}>
        <h2>{words(view.unit.name)}</h2>
        <Button
          type="text"
          aria-label={t('monthBefore')}
          icon={<ChevronLeft size={18} />}
          onClick={() => onMonth(monthBeside(month, -1))}
        />
        <b>{title}</b>
        <Button type="text" aria-label={t('monthAfter')} icon={<ChevronRight size={18} />} onClick={() => onMonth(monthBeside(month, 1))} />
        <Button size="small" className="finger" onClick={() => onMonth(today.slice(0, 7))}>
          {t('today')}
        </Button>
      </header>
      <p className={styles.legend}>
        <span>
          <i className={styles.store} aria-hidden /> {t('legendStore')}
        </span>
        <span>
          <i className={styles.office} aria-hidden /> {t('legendOffice')}
        </span>
        {view.years.map(({ year, known }) => (
          <span key={year} className="hint">
            {t(`year-${known}`, { year })}
          </span>
        ))}
      </p>
      {view.years
        .filter(({ known }) => known === 'unknown')
        .slice(0, 1)
        .map(({ year }) => (
          <div key={year} className={styles.unknown} role="note">
            <p>{t('unannounced', { year })}</p>
            <Button size="small" className="finger" onClick={() => onEnter(year)}>
              {t('enterYear', { year })}
            </Button>
          </div>
        ))}
      <div className={styles.grid} role="group" aria-label={title}>
        {view.days.slice(0, 7).map(({ day }) => (
          <span key={day} className={styles.weekday}>
            {weekday.format(new Date(`${day}T00:00:00Z`))}
          </span>
        ))}
        {view.days.map((day) => (
          <Day
            key={day.day}
            day={day}
            outside={!day.day.startsWith(month)}
            isToday={day.day === today}
            chosen={isIn(day.day, span)}
            unsaved={unsaved.some(({ from, to }) => from <= day.day && day.day <= to)}
            onPick={onPick}
          />
        ))}
      </div>
      <p className="hint">{t('howTo')}</p>
    </section>
  );
}

interface DayProps {
  day: CalendarDay;
  outside: boolean;
  isToday: boolean;
  chosen: boolean;
  unsaved: boolean;
  onPick(day: string, extend: boolean): void;
}

function Day({ day, outside, isToday, chosen, unsaved, onPick }: DayProps) {
  const { t } = useTranslation('calendar');
  const words = useWords();
  const clocks = CLOCKS.map((clock) => clockOn(day, clock));
  const [store, office] = clocks;
  const named = clocks.find((clock) => clock?.kind === 'exception' && clock.name) ?? clocks.find((clock) => clock?.name);
  const mark = unsaved ? 'unsaved' : [office, store].find((clock) => clock && clock.kind !== 'week')?.kind;
  const classes = [styles.day, outside ? styles.outside : '', chosen ? styles.picked : '', unsaved ? styles.fresh : ''];
  return (
    <button
      type="button"
      className={`plain ${classes.join(' ')}`}
      aria-pressed={chosen}
      onClick={(event) => onPick(day.day, event.shiftKey)}
    >
      <span className={styles.number}>
        <span className={isToday ? styles.now : undefined}>{Number(day.day.slice(8))}</span>
        {mark ? <Chip tone={MARKS[mark] ?? 'plain'}>{t(`mark-${mark as 'holiday'}`)}</Chip> : null}
      </span>
      {named?.name ? <span className={styles.why}>{words(named.name)}</span> : null}
      <span className={styles.hours}>{store?.hours || t('shut')}</span>
      <span className={styles.strips} aria-label={t('strips', { store: store?.hours || t('shut'), office: office?.hours || t('shut') })}>
        <Strip hours={store?.hours ?? ''} look="store" />
        <Strip hours={office?.hours ?? ''} look="office" />
      </span>
    </button>
  );
}

const MARKS: Record<string, 'green' | 'amber' | 'teal' | 'plain'> = {
  holiday: 'green',
  'make-up': 'amber',
  unsaved: 'teal',
  exception: 'plain',
};

function Strip({ hours, look }: { hours: string; look: 'store' | 'office' }) {
  return (
    <span className={styles.strip} aria-hidden>
      {stripOf(hours).map(({ from, to }) => (
        <i key={from} className={styles[look]} style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }} />
      ))}
    </span>
  );
}
