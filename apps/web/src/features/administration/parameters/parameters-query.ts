import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import { useWords } from '../../../shared/i18n/use-language';
import { showToast } from '../../../shared/state/toasts';

export type Parameter = components['schemas']['ParameterItem'];
export type ProcessParameters = components['schemas']['ProcessParameters'];
export type ParameterValue = string | number | boolean;

/** Parameters of the processes in use. */
export const parametersQuery = queryOptions({
  queryKey: keys.parameters,
  queryFn: ({ signal }) => call<components['schemas']['ParameterList']>('GET', '/parameters', { signal }),
});

/** Sets one; null: as the process says. */
export function useSetParameter(definition: string, { key, title }: Parameter) {
  const { t } = useTranslation('parameters');
  const words = useWords();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (value: ParameterValue | null) =>
      call<Parameter>('PUT', `/parameters/${encodeURIComponent(definition)}/${encodeURIComponent(key)}`, { body: { value } }),
    onSuccess: () => {
      showToast({ id: `parameter ${definition} ${key}`, tone: 'done', text: t('saved', { title: words(title) }) });
      return client.invalidateQueries({ queryKey: keys.parameters });
    },
  });
}
