import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { components } from '../../shared/api/schema';
import type { Absence } from '../../shared/state/away';
import { showToast } from '../../shared/state/toasts';

type Schemas = components['schemas'];
export type Outlook = Schemas['AbsenceOutlookView'];
export type LimitRow = Schemas['AuthorityRowView'];
export type AskedAbsence = Schemas['AbsenceBody'];

/** Processes that can be handed over. */
export const processesQuery = queryOptions({
  queryKey: [...keys.definitions, 'handed-over'],
  queryFn: ({ signal }) => call<Schemas['DefinitionList']>('GET', '/definitions', { signal }),
  staleTime: 60_000,
});

/** What an absence would do; of another stand-in or other days nothing is told meanwhile. */
export const outlookQuery = (asked: AskedAbsence | null) =>
  queryOptions({
    queryKey: [...keys.absences, 'outlook', asked],
    queryFn: ({ signal }) => call<Outlook>('POST', '/absences/outlook', { body: asked, signal }),
    enabled: asked !== null,
    retry: false,
  });

/** Who would sign a case. */
export const caseQuery = (asked: Schemas['AbsenceCaseBody'] | null) =>
  queryOptions({
    queryKey: [...keys.absences, 'case', asked],
    queryFn: ({ signal }) => call<Schemas['AbsenceCaseView']>('POST', '/absences/case', { body: asked, signal }),
    enabled: asked !== null,
    retry: false,
  });

/** Asks somebody to stand in. */
export function useAskAbsence(onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: AskedAbsence) => call<Absence>('POST', '/absences', { body: asked }),
    onSuccess: () => {
      onDone();
      return client.invalidateQueries({ queryKey: keys.absences });
    },
  });
}

/** Answers an absence that somebody asks one to stand in for, or ends one. */
export function useSettleAbsence() {
  const { t } = useTranslation('absence');
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, how }: { id: string; how: 'accept' | 'decline' | 'end' }) =>
      how === 'end'
        ? call<Absence>('POST', `/absences/${id}/end`, { body: {} })
        : call<Absence>('POST', `/absences/${id}/answer`, { body: { accept: how === 'accept' } }),
    onSuccess: ({ from }, { id, how }) => {
      const said = how === 'accept' && Date.parse(from) <= Date.now() ? 'said-accept-now' : (`said-${how}` as const);
      showToast({ id: `absence ${id}`, tone: 'done', text: t(said) });
      return client.invalidateQueries({ queryKey: keys.absences });
    },
    onError: () => client.invalidateQueries({ queryKey: keys.absences }),
  });
}
