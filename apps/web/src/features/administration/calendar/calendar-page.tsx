import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompanyDay } from '../../../shared/form';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import { ADMINISTRATION } from '../../../shared/state/administration';
import { Page } from '../page';
import { monthQuery, trialQuery, unitsQuery, type CalendarDraft, type OwnCalendar } from './calendar-query';
import styles from './calendar.module.css';
import { DaysPanel } from './days-panel';
import { spanAfter, type Span } from './days';
import { MonthGrid } from './month-grid';
import { UnitTree } from './unit-tree';

interface CalendarPageProps {
  unit: string | undefined;
  month: string | undefined;
}

/** When stores and offices work, day by day, and what would move if that were otherwise. */
export function CalendarPage(place: CalendarPageProps) {
  const { t } = useTranslation('calendar');
  return (
    <Page page={ADMINISTRATION.calendars} lead={t('lead')} wide>
      <Calendars {...place} />
    </Page>
  );
}

function Calendars({ unit, month }: CalendarPageProps) {
  const navigate = useNavigate();
  const today = useCompanyDay()();
  const units = useInfiniteQuery(unitsQuery);
  if (!units.data) return units.error ? <ErrorState error={units.error} retry={() => void units.refetch()} /> : <RowBones rows={8} />;
  const items = units.data.pages.flatMap((page) => page.items);
  const more = units.hasNextPage ? { loading: units.isFetchingNextPage, onMore: () => void units.fetchNextPage() } : null;
  const shown = { unit: unit ?? items[0]?.id ?? '', month: month ?? today.slice(0, 7) };
  const go = (next: Partial<typeof shown>) => void navigate({ to: ADMINISTRATION.calendars.to, search: { ...shown, ...next } });
  return (
    <div className={styles.desk}>
      <UnitTree units={items} more={more} chosen={shown.unit} onChoose={(id) => go({ unit: id })} />
      <OneCalendar key={shown.unit} unit={shown.unit} month={shown.month} today={today} onMonth={(next) => go({ month: next })} />
    </div>
  );
}

interface OneCalendarProps {
  unit: string;
  month: string;
  today: string;
  onMonth(month: string): void;
}

/** What the unit says, with days that are not saved yet. */
function OneCalendar({ unit, month, today, onMonth }: OneCalendarProps) {
  const saved = useQuery(monthQuery(unit, month));
  const [span, setSpan] = useState<Span | null>(null);
  const [wanted, setWanted] = useState<CalendarDraft | null>(null);
  const kept = (saved.data?.calendar as OwnCalendar | undefined)?.exceptions ?? [];
  const unsaved = (wanted?.calendar.exceptions ?? []).filter((each) => !kept.includes(each));
  const trial = useQuery(trialQuery(unit, month, wanted));
  if (!saved.data) return saved.error ? <ErrorState error={saved.error} retry={() => void saved.refetch()} /> : <RowBones rows={8} />;
  const own: CalendarDraft = { calendar: saved.data.calendar as OwnCalendar, standing: saved.data.standing };
  const { calendar: asked, standing } = wanted ?? own;
  const change = (part: Partial<OwnCalendar>): void =>
    setWanted({ calendar: { ...asked, ...part, exceptions: part.exceptions ?? asked.exceptions ?? [] }, standing });
  const tried = wanted && trial.data && !trial.error ? trial.data : undefined;
  return (
    <>
      <MonthGrid
        view={tried ?? saved.data}
        month={month}
        today={today}
        span={span}
        unsaved={unsaved}
        onMonth={onMonth}
        onPick={(day, extend) => setSpan(spanAfter(span, day, extend))}
        onEnter={(year) => change({ years: [...(asked.years ?? []), year].sort((one, other) => one - other) })}
      />
      <DaysPanel
        key={`${span?.from} ${span?.to}`}
        place={{ unit, month }}
        today={today}
        weeks={saved.data.weeks as OwnCalendar}
        span={span}
        own={own}
        wanted={wanted}
        tried={tried}
        error={wanted ? trial.error : null}
        onChange={(exceptions) => change({ exceptions: [...(asked.exceptions ?? []), ...exceptions] })}
        onWeek={change}
        onDrop={() => setWanted(null)}
      />
    </>
  );
}
