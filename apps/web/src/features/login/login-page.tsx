import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../shared/state/crumbs';
import { BrandSide } from './brand-side';
import { DemoPeople } from './demo-people';
import styles from './login.module.css';
import { LoginForm } from './login-form';
import { modeQuery } from './mode-query';

/** The door: account and password, and in demo mode the people whom one may try. */
export function LoginPage() {
  const { t } = useTranslation('login');
  usePageTitle(t('title'));
  const mode = useQuery(modeQuery);
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
