import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { PASSWORD_LENGTH, PasswordField, ProblemLine } from '../../shared/kit/controls/password-field';
import { PlainButton } from '../../shared/kit/controls/plain-button';
import { PlainInput } from '../../shared/kit/controls/plain-input';
import { useProblemText } from '../../shared/kit/waiting/states';
import styles from './login.module.css';
import { useEnter } from './use-enter';

type Schemas = components['schemas'];

/** The password, twice; for the first administrator also who that is. */
export function LinkForm({ token, link }: { token: string; link: Schemas['LinkView'] }) {
  const { t } = useTranslation('login');
  const enter = useEnter();
  const problemText = useProblemText();
  const admin = link.purpose === 'first-admin';
  const [name, setName] = useState('');
  const [login, setLogin] = useState(link.login ?? '');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const spend = useMutation({
    mutationFn: () => {
      const who = admin ? { login: login.trim(), name: name.trim() } : {};
      return call<Schemas['SessionView']>('POST', `/auth/links/${encodeURIComponent(token)}`, { body: { password, ...who } });
    },
    onSuccess: enter,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problem = password.length < PASSWORD_LENGTH ? t('tooShort') : password !== again ? t('notTheSame') : null;
    setWrong(problem);
    if (problem === null) spend.mutate();
  };
  const problem = wrong ?? (spend.error ? problemText(spend.error) : null);
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {admin ? (
        <>
          <label htmlFor="name">{t('name')}</label>
          <PlainInput id="name" autoFocus autoComplete="name" value={name} onChange={setName} />
          <label htmlFor="login">{t('loginName')}</label>
          <PlainInput
            id="login"
            autoComplete="username"
            autoCapitalize="none"
            placeholder={t('loginNameHint')}
            value={login}
            onChange={setLogin}
          />
        </>
      ) : (
        // A password manager saves the new password under the right account.
        <input type="text" autoComplete="username" value={link.login ?? ''} readOnly hidden />
      )}
      <PasswordField
        id="password"
        label={t('newPassword')}
        autoComplete="new-password"
        placeholder={t('newPasswordHint')}
        value={password}
        onChange={setPassword}
        describedBy="link-problem"
      />
      <PasswordField
        id="again"
        label={t('repeatPassword')}
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        describedBy="link-problem"
      />
      <ProblemLine id="link-problem" problem={problem} />
      <PlainButton submit primary wide busy={spend.isPending}>
        {t(admin ? 'createAdmin' : 'setPassword')}
      </PlainButton>
    </form>
  );
}
