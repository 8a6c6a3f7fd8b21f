import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { components } from '../../shared/api/schema';
import { useProblemText } from '../../shared/kit/waiting/states';
import { showToast } from '../../shared/state/toasts';

export type MailWishes = components['schemas']['MailWishesView'];

export const mailQuery = queryOptions({
  queryKey: keys.mail,
  queryFn: ({ signal }) => call<MailWishes>('GET', '/me/mail', { signal }),
});

/** Keeps one changed wish at once; what could not be kept goes back to what holds. */
export function useMailWishes() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const problemText = useProblemText();
  return useMutation({
    scope: { id: 'mail' },
    mutationFn: ({ address: _address, sending: _sending, quiet, ...wishes }: MailWishes) =>
      call<MailWishes>('PUT', '/me/mail', { body: { ...wishes, ...(quiet ? { quiet } : {}) } }),
    onMutate: (next) => client.setQueryData(keys.mail, next),
    onSuccess: () => showToast({ id: 'mail', tone: 'done', text: t('mailKept') }),
    onError: (error) => {
      showToast({ id: 'mail', tone: 'problem', text: t('singleKeysFailed', { reason: problemText(error) }) });
      return client.invalidateQueries({ queryKey: keys.mail });
    },
  });
}
