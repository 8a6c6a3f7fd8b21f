import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NotificationBell } from '../../features/notifications';
import { useCrumbs } from '../../shared/state/crumbs';
import { searchOpen } from '../../shared/state/search-open';
import styles from './frame.module.css';
import { LanguageSwitch } from './language-switch';
import { PersonMenu } from './person-menu';

function Crumbs() {
  const { t } = useTranslation('frame');
  const crumbs = useCrumbs();
  return (
    <nav className={styles.crumbs} aria-label={t('where')}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={`${index}-${crumb.text}`} title={crumb.text} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
            {crumb.to ? <Link to={crumb.to}>{crumb.text}</Link> : crumb.text}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Where am I, search, language, messages, the person. Without a breadcrumb the search stands first. */
export function TopBar() {
  const { t } = useTranslation('frame');
  const hasCrumbs = useCrumbs().length > 0;
  const space = <span className={styles.space} />;
  return (
    <header className={styles.top}>
      {hasCrumbs ? (
        <>
          <Crumbs />
          {space}
        </>
      ) : null}
      <button
        type="button"
        className={styles.search}
        onClick={() => searchOpen.set(true)}
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K /"
      >
        <Search size={14} aria-hidden />
        <span>{t('search')}</span>
        <kbd aria-hidden>⌘K</kbd>
      </button>
      {hasCrumbs ? null : space}
      <LanguageSwitch />
      <NotificationBell />
      <PersonMenu />
    </header>
  );
}
