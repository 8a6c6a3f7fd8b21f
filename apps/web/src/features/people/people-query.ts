import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { pagesOf } from '../../shared/api/pages-of';
import type { components } from '../../shared/api/schema';
import type { PeopleSearch } from './people-search';

type Schemas = components['schemas'];
export type Person = Schemas['PersonView'];
export type StandIn = Schemas['StandInView'];
export type Impact = Schemas['ImpactView'];
export type Vacancy = Schemas['VacancyView'];

const PAGE_SIZE = 50;

/** The directory, page after page. */
export function usePeople({ q, unit }: PeopleSearch) {
  return useInfiniteQuery(pagesOf<Schemas['PeoplePage']>(keys.peopleList({ q, unit }), '/people', { q, unit, limit: PAGE_SIZE }));
}

/** Posts without a holder, page after page, with how many there are. */
export function useVacancies({ q, unit }: PeopleSearch) {
  return useInfiniteQuery(pagesOf<Schemas['VacancyPage']>(keys.vacancies({ q, unit }), '/vacancies', { q, unit, limit: PAGE_SIZE }));
}

export const usePerson = (id: string) =>
  useQuery({ queryKey: keys.person(id), queryFn: ({ signal }) => call<Person>('GET', `/people/${id}`, { signal }) });

/** What waits for somebody, of what the reader tracks; nobody else asks. */
export const useWaiting = (id: string, tracks: boolean) =>
  useQuery({
    queryKey: keys.tracked(`person ${id}`, {}),
    queryFn: ({ signal }) => call<Schemas['TrackedPerson']>('GET', `/track/people/${id}`, { signal }),
    enabled: tracks,
  }).data;

/** What somebody would leave behind, for whoever keeps the directory. */
export const useImpact = (id: string, keeps: boolean) =>
  useQuery({
    queryKey: [...keys.person(id), 'impact'],
    queryFn: ({ signal }) => call<Impact>('GET', `/people/${id}/impact`, { signal }),
    enabled: keeps,
  }).data;
