import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../shared/state/session';
import styles from './finance-tabs.module.css';

/** Each page of the desk, and the right that opens it. */
const PAGES = [
  { to: '/finance', text: 'budgets', right: 'budgets.read' },
  { to: '/finance/payments', text: 'payments', right: 'payments.read' },
  { to: '/finance/limits', text: 'limits', right: 'authority.read' },
  { to: '/finance/who-may-sign', text: 'whoMaySign', right: 'authority.read' },
] as const;

/** The pages of the desk, as far as the reader may use them. */
export function FinanceTabs() {
  const { t } = useTranslation('finance');
  const { rights } = useMe();
  const open = PAGES.filter(({ right }) => rights.includes(right));
  if (open.length < 2) return null;
  return (
    <nav className={styles.tabs} aria-label={t('title')}>
      {open.map(({ to, text }) => (
        <Link key={to} to={to} search={{}} activeOptions={{ exact: to === '/finance', includeSearch: false }}>
          {t(text)}
        </Link>
      ))}
    </nav>
  );
}
