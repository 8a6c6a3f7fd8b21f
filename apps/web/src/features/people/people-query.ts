import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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
export type DeskPost = Schemas['DeskPostView'];
export type TreeUnit = Schemas['TreeUnitView'];
export type PersonDesk = Schemas['PersonDeskView'];
export type OwnPost = Schemas['OwnPostView'];
export type HandChange = Schemas['HandChangeBody'];
export type ChangeTrial = Schemas['HandChangeView'];
export type Leaving = Schemas['LeavingView'];
export type LeavingBody = Schemas['LeavingBody'];
export type LeavingAnswer = Schemas['LeavingAnswer'];

const PAGE_SIZE = 50;

/** Posts with their holders, page after page; people without a post among them. */
export function usePosts({ q, unit }: PeopleSearch) {
  const asked = { q, unit };
  return useInfiniteQuery(pagesOf<Schemas['DeskPostPage']>(keys.peopleList(asked), '/organisation/posts', { ...asked, limit: PAGE_SIZE }));
}

/** Units directly below one; undefined: the top of the tree. */
export const useUnitsBelow = (parent: string | undefined) =>
  useInfiniteQuery(
    pagesOf<Schemas['TreePage']>(keys.peopleList({ below: parent ?? 'top' }), '/organisation/units', { parent, limit: PAGE_SIZE }),
  );

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

/** What the page of one person shows besides their name. */
export const usePersonDesk = (id: string) =>
  useQuery({
    queryKey: [...keys.person(id), 'desk'],
    queryFn: ({ signal }) => call<PersonDesk>('GET', `/organisation/people/${id}`, { signal }),
    enabled: id !== '',
  });

/** Roles by their keys, for whoever changes one. */
export const useRoles = (wanted: boolean) =>
  useQuery({
    queryKey: keys.peopleList({ roles: true }),
    queryFn: ({ signal }) => call<{ roles: { key: string; title: { zh: string; en: string } }[] }>('GET', '/directory/export', { signal }),
    enabled: wanted,
    select: ({ roles }) => roles,
  }).data;

/** To whom what somebody leaves behind would go after a day. */
export const useLeaving = (id: string, lastDay: string | null) =>
  useQuery({
    queryKey: [...keys.person(id), 'leaving', lastDay],
    queryFn: ({ signal }) =>
      call<Leaving>('GET', `/organisation/people/${id}/leaving`, { query: lastDay === null ? {} : { lastDay }, signal }),
    placeholderData: (before) => before,
  });

const trialQuery = (trial: boolean) => (trial ? { trial: 'true' } : {});

/** Does something to the directory, or tries it; afterwards everything about people is read anew. */
function useDirectoryPress<Asked extends { trial: boolean }, Answer>(press: (asked: Asked) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: press,
    onSuccess: (_, { trial }) => (trial ? undefined : client.invalidateQueries({ queryKey: ['people'] })),
  });
}

/** One change by hand. */
export const useHandChange = () =>
  useDirectoryPress(({ trial, change, standing }: { trial: boolean; change: HandChange; standing: string | undefined }) =>
    call<ChangeTrial>('POST', '/organisation/changes', { query: trialQuery(trial), body: change, ifMatch: standing }),
  );

/** Lets somebody go. */
export const useLeave = (id: string) =>
  useDirectoryPress(({ trial, body }: { trial: boolean; body: LeavingBody }) =>
    call<LeavingAnswer>('POST', `/organisation/people/${id}/leaving`, { query: trialQuery(trial), body }),
  );

/** Takes back that somebody is to leave. */
export const useStay = (id: string) =>
  useDirectoryPress((_: { trial: boolean }) => call<Leaving>('DELETE', `/organisation/people/${id}/leaving`));
