import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call, configureClient } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { components } from '../../shared/api/schema';
import { PASSWORD_LENGTH, PasswordField, ProblemLine } from '../../shared/kit/controls/password-field';
import { useProblemText } from '../../shared/kit/waiting/states';
import { useMe } from '../../shared/state/session';
import { showToast } from '../../shared/state/toasts';
import styles from './account.module.css';

/** Changes the password; sessions on other devices end with it. An account without one says how to get one. */
export function PasswordSection() {
  const { t } = useTranslation('account');
  const { hasPassword } = useMe();
  return (
    <section className={`card ${styles.section}`} aria-labelledby="password-title">
      <h2 id="password-title">{t('password')}</h2>
      <p className="hint">{hasPassword ? t('passwordLead') : t('passwordNone')}</p>
      {hasPassword ? <PasswordForm /> : <p className="hint">{t('passwordNoneHint')}</p>}
    </section>
  );
}

function useChangePassword(done: () => void) {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; next: string }) => call<components['schemas']['SessionView']>('POST', '/auth/password', { body }),
    onSuccess: (session) => {
      configureClient({ csrfToken: session.csrfToken });
      client.setQueryData(keys.me, session.me);
      showToast({ id: 'password', tone: 'done', text: t('passwordChanged') });
      done();
    },
  });
}

function PasswordForm() {
  const { t } = useTranslation('account');
  const problemText = useProblemText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [short, setShort] = useState(false);
  const change = useChangePassword(() => {
    setCurrent('');
    setNext('');
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShort(next.length < PASSWORD_LENGTH);
    if (next.length >= PASSWORD_LENGTH) change.mutate({ current, next });
  };
  const problem = short ? t('tooShort') : change.error ? problemText(change.error) : null;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <PasswordField
          id="current-password"
          label={t('currentPassword')}
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          describedBy="password-problem"
        />
      </div>
      <div>
        <PasswordField
          id="new-password"
          label={t('newPassword')}
          autoComplete="new-password"
          placeholder={t('newPasswordHint')}
          value={next}
          onChange={setNext}
          describedBy="password-problem"
          invalid={short}
        />
      </div>
      <ProblemLine id="password-problem" problem={problem} />
      <Button htmlType="submit" disabled={current === '' || next === ''} loading={change.isPending} className={styles.action ?? ''}>
        {t('changePassword')}
      </Button>
    </form>
  );
}
