import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { components } from '../../shared/api/schema';
import { BrandSide } from './brand-side';
import { DemoPeople } from './demo-people';
import styles from './login.module.css';
import { LoginForm } from './login-form';

type Schemas = components['schemas'];

/** The door: account and password, and in demo mode the people whom one may try. */
export function LoginPage() {
  const { t } = useTranslation('login');
  const mode = useQuery({
    queryKey: keys.mode,
    queryFn: ({ signal }) => call<Schemas['ModeView']>('GET', '/auth/mode', { signal }),
    staleTime: 60_000,
  });
  const demo = mode.data?.demo === true;
  return (
    <main className={styles.page} data-demo={demo} aria-label={t('title')}>
      <BrandSide demo={demo} claim>
        <LoginForm />
      </BrandSide>
      {demo && mode.data ? <DemoPeople mode={mode.data} /> : null}
    </main>
  );
}
