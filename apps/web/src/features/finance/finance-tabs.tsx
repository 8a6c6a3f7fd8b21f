import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../shared/state/session';
import styles from './finance-tabs.module.css';

/** The pages of the desk, as far as the reader may use them. */
export function FinanceTabs() {
  const { t } = useTranslation('finance');
  const { rights } = useMe();
  if (!rights.includes('authority.read')) return null;
  return (
    <nav className={styles.tabs} aria-label={t('title')}>
      {rights.includes('budgets.read') ? (
        <Link to="/finance" search={{}} activeOptions={{ exact: true, includeSearch: false }}>
          {t('budgets')}
        </Link>
      ) : null}
      <Link to="/finance/limits" search={{}} activeOptions={{ includeSearch: false }}>
        {t('limits')}
      </Link>
      <Link to="/finance/who-may-sign" search={{}} activeOptions={{ includeSearch: false }}>
        {t('whoMaySign')}
      </Link>
    </nav>
  );
}
