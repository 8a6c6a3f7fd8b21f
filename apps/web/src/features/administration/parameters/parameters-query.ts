import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import { useWords } from '../../../shared/i18n/use-language';
import { showToast } from '../../../shared/state/toasts';

export type Parameter = components['schemas']['ParameterItem'];
export type ProcessParameters = components['schemas']['ProcessParameters'];
export type ParameterValue = Parameter['value'];

/** Parameters of the processes in use. */
export const parametersQuery = queryOptions({
  queryKey: keys.parameters,
  queryFn: ({ signal }) => call<components['schemas']['ParameterList']>('GET', '/parameters', { signal }),
});

/** Sets one; null: as the process says. */
export function useSetParameter(definition: string, { key, title, standing }: Parameter) {
  const { t } = useTranslation('parameters');
  const words = useWords();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (value: ParameterValue | null) =>
      call<Parameter>('PUT', `/parameters/${encodeURIComponent(definition)}/${encodeURIComponent(key)}`, {
        body: { value },
        ifMatch: standing,
      }),
    onSuccess: () => showToast({ id: `parameter ${definition} ${key}`, tone: 'done', text: t('saved', { title: words(title) }) }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.parameters }),
  });
}

/** Sets what share of its decisions a process is to have on time, in percent; null: none. */
export function useSetTarget({ definition, title, onTime: stands }: ProcessParameters) {
  const { t } = useTranslation('parameters');
  const words = useWords();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (onTime: number | null) =>
      call<components['schemas']['ProcessTargetView']>('PUT', `/targets/${encodeURIComponent(definition)}`, {
        body: { onTime },
        ifMatch: String(stands ?? 'none'),
      }),
    onSuccess: () =>
      showToast({ id: `target ${definition}`, tone: 'done', text: t('saved', { title: t('targetOf', { process: words(title) }) }) }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.parameters }),
  });
}
