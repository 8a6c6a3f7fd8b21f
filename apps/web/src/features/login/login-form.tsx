import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { PasswordField, ProblemLine } from '../../shared/kit/controls/password-field';
import { PlainButton } from '../../shared/kit/controls/plain-button';
import { PlainInput } from '../../shared/kit/controls/plain-input';
import { useProblemText } from '../../shared/kit/waiting/states';
import { useViewport } from '../../shared/state/viewport';
import styles from './login.module.css';
import { useEnter } from './use-enter';

/** Account and password. What went wrong is said under the fields; the account stays. */
export function LoginForm() {
  const { t } = useTranslation('login');
  const enter = useEnter();
  // On a phone the keyboard would cover the people below.
  const phone = useViewport() === 'phone';
  const problemText = useProblemText();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [blank, setBlank] = useState(false);
  const signIn = useMutation({
    mutationFn: () => call<components['schemas']['SessionView']>('POST', '/auth/login', { body: { login: login.trim(), password } }),
    onSuccess: enter,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = login.trim() === '' || password === '';
    setBlank(missing);
    if (!missing) signIn.mutate();
  };
  const problem = blank ? t('fillBoth') : signIn.error ? problemText(signIn.error) : null;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <label htmlFor="login">{t('account')}</label>
      <PlainInput
        id="login"
        autoFocus={!phone}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={t('accountHint')}
        value={login}
        onChange={setLogin}
        describedBy="login-problem"
      />
      <PasswordField
        id="password"
        label={t('password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        describedBy="login-problem"
      />
      <ProblemLine id="login-problem" problem={problem} />
      <PlainButton submit primary wide busy={signIn.isPending}>
        {t('enter')}
      </PlainButton>
      <p className={`hint ${styles.forgot}`}>{t('forgot')}</p>
    </form>
  );
}
