import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { Confirm } from '../../shared/kit/controls/confirm';
import { useProblemText } from '../../shared/kit/waiting/states';
import { signOut, useMe } from '../../shared/state/session';
import { forgetPerson } from '../../shared/state/store';
import { showToast } from '../../shared/state/toasts';
import styles from './account.module.css';

/** Leaving: here, or everywhere at once. */
export function SessionsSection() {
  const { t } = useTranslation('account');
  const { demo } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const onError = (error: unknown) => showToast({ id: 'leave', tone: 'problem', text: problemText(error) });
  const leave = useMutation({ mutationFn: () => signOut(client), onSuccess: () => navigate({ to: '/login', search: {} }), onError });
  const leaveEverywhere = useMutation({
    mutationFn: () => call<void>('POST', '/auth/logout-everywhere'),
    onSuccess: () => {
      forgetPerson();
      client.clear();
      return navigate({ to: '/login', search: {} });
    },
    onError,
  });
  return (
    <section className={`card ${styles.section}`} aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('sessions')}</h2>
      <div className={styles.actions}>
        <Button onClick={() => leave.mutate()} loading={leave.isPending}>
          {demo ? t('switchPerson') : t('signOut')}
        </Button>
        <Confirm
          title={t('signOutEverywhereSure')}
          okText={t('signOutEverywhere')}
          okButtonProps={{ danger: true }}
          onConfirm={() => leaveEverywhere.mutate()}
        >
          <Button danger loading={leaveEverywhere.isPending}>
            {t('signOutEverywhere')}
          </Button>
        </Confirm>
      </div>
    </section>
  );
}
