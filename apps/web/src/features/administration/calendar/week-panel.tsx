import { isDay } from '@countersign/domain';
import { Button, Checkbox, Input, Select } from 'antd';
import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../../shared/form';
import { useDayText } from '../../../shared/words/day-text';
import type { OwnCalendar } from './calendar-query';
import styles from './calendar.module.css';
import { hoursIn, hoursText } from './days';

const CLOCKS = ['store', 'office'] as const;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Clock = (typeof CLOCKS)[number];
type Weekday = (typeof WEEKDAYS)[number];
type Rule = NonNullable<OwnCalendar['store']>;

interface WeekPanelProps {
  /** What the unit would say of its time. */
  said: OwnCalendar;
  /** The weeks by which its clocks run, those of the units above included. */
  weeks: OwnCalendar;
  today: string;
  onChange(part: Partial<OwnCalendar>): void;
}

/** From which day on the week is another one, and a way to say so. */
export function WeekPanel({ said, weeks, today, onChange }: WeekPanelProps) {
  const { t } = useTranslation('calendar');
  const [open, setOpen] = useState(false);
  const [clock, setClock] = useState<Clock>('store');
  const rule = said[clock] ?? weeks[clock];
  if (rule === undefined) return null;
  const put = (changes: Rule['changes']): void =>
    onChange({ [clock]: { week: rule.week, statutory: rule.statutory, ...(changes?.length && { changes }) } });
  return (
    <section className={styles.exceptions}>
      <h2>{t('week')}</h2>
      <Planned said={said} onRemove={(which, changes) => onChange({ [which]: { ...said[which], changes } })} />
      {open ? (
        <WeekForm
          key={clock}
          clock={clock}
          rule={rule}
          today={today}
          onClock={setClock}
          onClose={() => setOpen(false)}
          onApply={(change) => {
            const others = (rule.changes ?? []).filter(({ from }) => from !== change.from);
            put([...others, change].sort((one, other) => (one.from < other.from ? -1 : 1)));
            setOpen(false);
          }}
        />
      ) : (
        <Button onClick={() => setOpen(true)}>{t('changeWeek')}</Button>
      )}
    </section>
  );
}

/** Weeks that the unit has said of its own for later days. */
function Planned({ said, onRemove }: { said: OwnCalendar; onRemove(clock: Clock, changes: Rule['changes']): void }) {
  const { t } = useTranslation('calendar');
  const dayText = useDayText();
  const planned = CLOCKS.flatMap((clock) => (said[clock]?.changes ?? []).map((change) => ({ clock, change })));
  if (planned.length === 0) return null;
  return (
    <ul>
      {planned.map(({ clock, change }) => (
        <li key={`${clock} ${change.from}`}>
          <span>
            {t('weekFrom', { day: dayText(change.from), clock: t(clock === 'store' ? 'theStore' : 'theOffice') })}
            <span className="hint">{weekText(change.week, (day) => t(`day-${day}`), t('shut'))}</span>
          </span>
          <Button
            type="text"
            aria-label={t('takeBackWeek', { day: dayText(change.from) })}
            icon={<Trash2 size={16} aria-hidden />}
            onClick={() =>
              onRemove(
                clock,
                said[clock]?.changes?.filter((each) => each !== change),
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}

/** Days next to each other that have the same hours stand together. */
function weekText(week: Rule['week'], nameOf: (day: Weekday) => string, shut: string): string {
  const runs: { from: Weekday; to: Weekday; hours: string }[] = [];
  for (const day of WEEKDAYS) {
    const hours = hoursText(week[day]);
    const last = runs.at(-1);
    if (last?.hours === hours) last.to = day;
    else runs.push({ from: day, to: day, hours });
  }
  return runs.map(({ from, to, hours }) => `${from === to ? nameOf(from) : `${nameOf(from)}–${nameOf(to)}`} ${hours || shut}`).join(' · ');
}

interface WeekFormProps {
  clock: Clock;
  rule: Rule;
  today: string;
  onClock(clock: Clock): void;
  onClose(): void;
  onApply(change: NonNullable<Rule['changes']>[number]): void;
}

function WeekForm({ clock, rule, today, onClock, onClose, onApply }: WeekFormProps) {
  const { t } = useTranslation('calendar');
  const id = useId();
  const newest = rule.changes?.at(-1) ?? rule;
  const [from, setFrom] = useState(today);
  const [statutory, setStatutory] = useState(newest.statutory);
  const [texts, setTexts] = useState(
    () => Object.fromEntries(WEEKDAYS.map((day) => [day, hoursText(newest.week[day])])) as Record<Weekday, string>,
  );
  const read = WEEKDAYS.map((day) => [day, hoursIn(texts[day])] as const);
  const wrong = read.find(([, hours]) => hours === null)?.[0];
  const lack =
    wrong === undefined ? (isDay(from) && from.startsWith('20') ? null : t('lackDay')) : t('lackWeek', { day: t(`day-${wrong}`) });
  return (
    <div className={styles.form}>
      <div className={styles.two}>
        <div>
          <label htmlFor={`${id}-clock`}>{t('whichClock')}</label>
          <Select
            id={`${id}-clock`}
            className={styles.full ?? ''}
            value={clock}
            options={CLOCKS.map((value) => ({ value, label: t(value === 'store' ? 'theStore' : 'theOffice') }))}
            onChange={onClock}
          />
        </div>
        <div>
          <label htmlFor={`${id}-from`}>{t('fromDay')}</label>
          <DayField id={`${id}-from`} value={from} invalid={!isDay(from)} onChange={(day) => setFrom(day ?? '')} />
        </div>
      </div>
      {WEEKDAYS.map((day) => (
        <Input
          key={day}
          aria-label={t(`day-${day}`)}
          prefix={t(`day-${day}`)}
          placeholder={t('shut')}
          maxLength={80}
          value={texts[day]}
          onChange={({ target }) => setTexts({ ...texts, [day]: target.value })}
        />
      ))}
      <Checkbox checked={statutory} onChange={({ target }) => setStatutory(target.checked)}>
        {t('keepsHolidays')}
      </Checkbox>
      <div className={styles.two}>
        <Button type="text" onClick={onClose}>
          {t('closeWeek')}
        </Button>
        <Button
          disabled={lack !== null}
          title={lack ?? undefined}
          onClick={() =>
            onApply({ from, statutory, week: Object.fromEntries(read.map(([day, hours]) => [day, hours ?? []])) as Rule['week'] })
          }
        >
          {t('apply')}
        </Button>
      </div>
      {lack ? <p className="hint">{lack}</p> : null}
    </div>
  );
}
