import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import { pagesOf } from '../../../shared/api/pages-of';
import type { components } from '../../../shared/api/schema';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { showToast, type Toast } from '../../../shared/state/toasts';

export type DeadLetter = components['schemas']['DeadLetterItem'];
type Page = components['schemas']['DeadLetterPage'];
type People = components['schemas']['PeoplePage'];
type Resent = components['schemas']['ResentView'];

/** Commands come and go without anybody's doing: the list looks again by itself. */
const LOOK_AGAIN_MS = 30_000;

/** What could not be delivered, oldest first. */
export const lettersQuery = { ...pagesOf<Page>(keys.deadLetters, '/dead-letters'), refetchInterval: LOOK_AGAIN_MS };

/** The people who look after them. */
export const useOwners = () =>
  useQuery({
    queryKey: ['holders', 'requests.operate'],
    queryFn: ({ signal }) => call<People>('GET', '/people', { query: { right: 'requests.operate', limit: 5 }, signal }),
    staleTime: 60_000,
  });

const TOAST = 'dead-letter';
const TONES = { done: 'done', refused: 'problem', undelivered: 'problem' } as const satisfies Record<Resent['status'], Toast['tone']>;

/** Sends one again, or gives it up; says how it ended, and reads the list again. */
export function useLetter(letter: DeadLetter) {
  const { t } = useTranslation('administration');
  const client = useQueryClient();
  const problemText = useProblemText();
  const read = (): Promise<void> => client.invalidateQueries({ queryKey: keys.deadLetters });
  const onError = (error: unknown): void => {
    showToast({ id: TOAST, tone: 'problem', text: problemText(error) });
    void read();
  };
  const resend = useMutation({
    mutationFn: () => call<Resent>('POST', `/dead-letters/${letter.id}/resend`),
    onSuccess: ({ status }) => {
      showToast({ id: TOAST, tone: TONES[status], text: t(`letterResent-${status}`) });
      return read();
    },
    onError,
  });
  const giveUp = useMutation({
    mutationFn: (reason: string) => call<void>('POST', `/dead-letters/${letter.id}/give-up`, { body: { reason } }),
    onSuccess: () => {
      showToast({ id: TOAST, tone: 'done', text: t('letterGivenUp') });
      return read();
    },
    onError,
  });
  return { resend, giveUp };
}
