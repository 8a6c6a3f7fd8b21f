import { Button, Input, Select } from 'antd';
import { ArrowRight, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stampText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { Chip } from '../../../shared/kit/chip';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { useDayText } from '../../../shared/words/day-text';
import { useSaveCalendar, type CalendarChange, type CalendarDraft, type Exception, type OwnCalendar } from './calendar-query';
import styles from './calendar.module.css';
import { daysOf, exceptionsIn, hoursText, type Span } from './days';
import { WeekPanel } from './week-panel';

interface DaysPanelProps {
  place: { unit: string; month: string };
  today: string;
  /** The weeks by which the unit’s clocks run. */
  weeks: OwnCalendar | undefined;
  span: Span | null;
  own: CalendarDraft;
  /** What would be saved; null: nothing has been changed. */
  wanted: CalendarDraft | null;
  tried: CalendarChange | undefined;
  error: unknown;
  onChange(exceptions: Exception[]): void;
  onWeek(part: Partial<OwnCalendar>): void;
  onDrop(): void;
}

/** What is to hold on the chosen days, what moves by it, and what is otherwise in this month already. */
export function DaysPanel({ place, today, weeks, span, own, wanted, tried, error, onChange, onWeek, onDrop }: DaysPanelProps) {
  const { t } = useTranslation('calendar');
  const problemText = useProblemText();
  const save = useSaveCalendar(place.unit, place.month, onDrop);
  const trouble = save.error ?? error;
  return (
    <aside className={styles.panel}>
      {span ? <DaysForm span={span} onChange={onChange} /> : <p className="hint">{t('chooseDays')}</p>}
      {trouble ? (
        <p role="alert" className={styles.trouble}>
          {problemText(trouble)}
        </p>
      ) : null}
      {tried ? <Moved change={tried} /> : null}
      <Exceptions own={own} place={place} />
      {weeks ? <WeekPanel said={(wanted ?? own).calendar} weeks={weeks} today={today} onChange={onWeek} /> : null}
      {wanted ? (
        <div className={styles.save}>
          <Button type="text" onClick={onDrop}>
            {t('drop')}
          </Button>
          <Button
            type="primary"
            disabled={!tried}
            title={tried ? undefined : t('looking')}
            loading={save.isPending}
            onClick={() => save.mutate(wanted)}
          >
            {tried && tried.moved > 0 ? t('saveMoving', { count: tried.moved }) : t('save')}
          </Button>
        </div>
      ) : null}
    </aside>
  );
}

/** Hours, a day off, or nothing else than usual. */
type How = 'as-usual' | 'shut' | 'hours';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

function DaysForm({ span, onChange }: { span: Span; onChange(exceptions: Exception[]): void }) {
  const { t } = useTranslation('calendar');
  const dayText = useDayText();
  const id = useId();
  const [store, setStore] = useState<How>('shut');
  const [office, setOffice] = useState<How>('as-usual');
  const [from, setFrom] = useState('10:00');
  const [to, setTo] = useState('22:00');
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const count = daysOf(span);
  const timed = [store, office].includes('hours');
  const lack = lackOf({ store, office, reason: [zh, en], hours: timed ? [from, to] : null });
  const apply = () => {
    const reason = { zh: zh.trim(), en: en.trim() };
    const of = (clock: 'store' | 'office', how: How): Exception[] =>
      how === 'as-usual' ? [] : [{ ...span, clock, hours: how === 'shut' ? [] : [[from, to]], reason }];
    onChange([...of('store', store), ...of('office', office)]);
  };
  return (
    <section className={styles.form}>
      <h2>
        {count === 1 ? dayText(span.from) : t('span', { from: dayText(span.from), to: dayText(span.to) })}{' '}
        <Chip tone="teal">{t('days', { count })}</Chip>
      </h2>
      <div className={styles.two}>
        <HowField id={`${id}-store`} label={t('theStore')} value={store} shut={t('storeShut')} onChange={setStore} />
        <HowField id={`${id}-office`} label={t('theOffice')} value={office} shut={t('officeShut')} onChange={setOffice} />
      </div>
      {timed ? (
        <div className={styles.two}>
          <Input aria-label={t('opens')} prefix={t('opens')} value={from} maxLength={5} onChange={({ target }) => setFrom(target.value)} />
          <Input aria-label={t('closes')} prefix={t('closes')} value={to} maxLength={5} onChange={({ target }) => setTo(target.value)} />
        </div>
      ) : null}
      <div>
        <label htmlFor={`${id}-zh`}>{t('reason')}</label>
        <Input id={`${id}-zh`} placeholder={t('reasonZh')} maxLength={120} value={zh} onChange={({ target }) => setZh(target.value)} />
        <Input
          aria-label={t('reasonEnLabel')}
          className={styles.second ?? ''}
          placeholder={t('reasonEn')}
          maxLength={120}
          value={en}
          onChange={({ target }) => setEn(target.value)}
        />
      </div>
      <Button disabled={lack !== null} title={lack ? t(lack) : undefined} onClick={apply}>
        {t('apply')}
      </Button>
      {lack ? <p className="hint">{t(lack)}</p> : null}
    </section>
  );
}

function lackOf({ store, office, reason, hours }: { store: How; office: How; reason: string[]; hours: string[] | null }) {
  if (store === 'as-usual' && office === 'as-usual') return 'lackChange' as const;
  const [from = '', to = ''] = hours ?? ['00:00', '24:00'];
  if (!TIME.test(from) || !TIME.test(to) || from >= to) return 'lackHours' as const;
  return reason.some((text) => text.trim() === '') ? ('lackReason' as const) : null;
}

interface HowFieldProps {
  id: string;
  label: string;
  value: How;
  shut: string;
  onChange(how: How): void;
}

function HowField({ id, label, value, shut, onChange }: HowFieldProps) {
  const { t } = useTranslation('calendar');
  const options = [
    { value: 'as-usual' as const, label: t('asUsual') },
    { value: 'shut' as const, label: shut },
    { value: 'hours' as const, label: t('ownHours') },
  ];
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select id={id} className={styles.full ?? ''} value={value} onChange={onChange} options={options} />
    </div>
  );
}

const SHOWN = 8;

/** Which deadlines move, from when to when. */
function Moved({ change }: { change: CalendarChange }) {
  const { t } = useTranslation('calendar');
  const words = useWords();
  const language = useLanguage();
  if (change.moved === 0) return <p className={styles.moved}>{t('movesNothing')}</p>;
  const time = (at: string | null) => (at === null ? t('noTime') : stampText(at, language));
  return (
    <section className={styles.moved}>
      <h2>{t('moves', { count: change.moved })}</h2>
      <p className="hint">{change.overdue > 0 ? t('overdueBy', { count: change.overdue }) : t('noneOverdue')}</p>
      <ul>
        {change.items.slice(0, SHOWN).map(({ request, step, title, people, was, is }) => (
          <li key={`${request} ${words(step)}`}>
            {people[0] ? <Avatar person={people[0]} /> : null}
            <span>
              {title ? words(title) : words(step)} <span className="hint">{words(step)}</span>
              <span className={styles.times}>
                <s>{time(was)}</s> <ArrowRight size={14} aria-label={t('becomes')} /> {time(is)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {change.moved > SHOWN ? <p className="hint">{t('moreMoves', { count: change.moved - SHOWN })}</p> : null}
    </section>
  );
}

/** What is otherwise in this month, with a way to take it back. */
function Exceptions({ own, place }: { own: CalendarDraft; place: DaysPanelProps['place'] }) {
  const { t } = useTranslation('calendar');
  const words = useWords();
  const dayText = useDayText();
  const save = useSaveCalendar(place.unit, place.month, () => undefined);
  const all = own.calendar.exceptions ?? [];
  const shown = exceptionsIn(all, place.month);
  if (shown.length === 0) return null;
  return (
    <section className={styles.exceptions}>
      <h2>{t('exceptions')}</h2>
      <ul>
        {shown.map((each) => (
          <li key={`${each.from} ${each.to} ${each.clock} ${hoursText(each.hours)}`}>
            <span>
              {each.from === each.to ? dayText(each.from) : t('span', { from: dayText(each.from), to: dayText(each.to) })} ·{' '}
              {t(each.clock === 'store' ? 'theStore' : 'theOffice')} {hoursText(each.hours) || t('shut')}
              <span className="hint">{words(each.reason)}</span>
            </span>
            <Button
              type="text"
              aria-label={t('takeBack', { day: dayText(each.from) })}
              icon={<Trash2 size={16} aria-hidden />}
              loading={save.isPending}
              onClick={() => save.mutate({ ...own, calendar: { ...own.calendar, exceptions: all.filter((other) => other !== each) } })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
