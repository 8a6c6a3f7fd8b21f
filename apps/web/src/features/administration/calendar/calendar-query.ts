import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import { pagesOf } from '../../../shared/api/pages-of';
import type { components } from '../../../shared/api/schema';
import { showToast } from '../../../shared/state/toasts';

type Schemas = components['schemas'];
export type CalendarUnit = Schemas['CalendarUnitView'];
export type CalendarView = Schemas['CalendarView'];
export type CalendarChange = Schemas['CalendarChangeView'];
export type CalendarDay = Schemas['CalendarDayView'];
export type OwnCalendar = Schemas['Calendar'];
export type Exception = NonNullable<OwnCalendar['exceptions']>[number];

/** What a unit is to say of its own time, and digest of what it said when that was begun. */
export interface CalendarDraft {
  calendar: OwnCalendar;
  standing: string;
}

/** Units, and which of them say something of their own time. */
export const unitsQuery = pagesOf<Schemas['CalendarUnitsView']>(keys.calendars, '/calendars', { limit: 200 });

/** How the time of a unit runs in a month. */
export const monthQuery = (unit: string, month: string) =>
  queryOptions({
    queryKey: [...keys.calendars, unit, month],
    queryFn: ({ signal }) => call<CalendarView>('GET', `/units/${unit}/calendar`, { query: { month }, signal }),
    enabled: unit !== '',
    placeholderData: keepPreviousData,
  });

/** What a changed calendar would move; nothing is kept. */
export const trialQuery = (unit: string, month: string, draft: CalendarDraft | null) =>
  queryOptions({
    queryKey: [...keys.calendars, unit, month, 'trial', draft],
    queryFn: ({ signal }) =>
      call<CalendarChange>('PUT', `/units/${unit}/calendar`, {
        query: { month, trial: 'true' },
        body: { calendar: draft?.calendar },
        ifMatch: draft?.standing,
        signal,
      }),
    enabled: draft !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** Saves what a unit says of its own time; open deadlines follow. */
export function useSaveCalendar(unit: string, month: string, onDone: () => void) {
  const { t } = useTranslation('calendar');
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ calendar, standing }: CalendarDraft) =>
      call<CalendarChange>('PUT', `/units/${unit}/calendar`, { query: { month }, body: { calendar }, ifMatch: standing }),
    onSuccess: ({ moved }) => {
      onDone();
      showToast({ id: `calendar ${unit}`, tone: 'done', text: moved > 0 ? t('savedMoved', { count: moved }) : t('saved') });
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.calendars }),
  });
}
