import { Link } from '@tanstack/react-router';
import { Bell, Inbox, Route, SquarePen, Store, User, Wallet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useUnreadCount } from '../../features/notifications';
import { useMe, useTaskCounts } from '../../shared/state/session';
import styles from './frame.module.css';

/** The frame's navigation at the thumb. */
export function BottomBar() {
  const { t } = useTranslation('frame');
  const { desks } = useMe();
  const todo = useTaskCounts()?.todo ?? 0;
  const unread = useUnreadCount();
  const whole = { includeSearch: false };
  return (
    <nav className={styles.bottom} aria-label={t('desks')}>
      {desks.includes('inbox') ? (
        <Link to="/inbox" search={{}} activeOptions={whole}>
          <Inbox size={18} />
          {todo > 0 ? <b className={styles.dot}>{todo > 99 ? '99+' : todo}</b> : null}
          {t('inbox')}
        </Link>
      ) : null}
      {desks.includes('start') ? (
        <Link to="/start" search={{}} activeOptions={whole}>
          <SquarePen size={18} />
          {t('start')}
        </Link>
      ) : null}
      {desks.includes('track') ? (
        <Link to="/track" search={{}} activeOptions={whole}>
          <Route size={18} />
          {t('track')}
        </Link>
      ) : null}
      {desks.includes('stores') && !desks.includes('track') ? (
        <Link to="/stores" search={{}} activeOptions={whole}>
          <Store size={18} />
          {t('stores')}
        </Link>
      ) : null}
      {desks.includes('finance') && !desks.includes('track') && !desks.includes('stores') ? (
        <Link to="/finance" search={{}} activeOptions={whole}>
          <Wallet size={18} />
          {t('finance')}
        </Link>
      ) : null}
      <Link to="/notifications" activeOptions={whole}>
        <Bell size={18} />
        {unread > 0 ? <b className={styles.dot}>{unread > 99 ? '99+' : unread}</b> : null}
        {t('notifications')}
      </Link>
      <Link to="/me" activeOptions={whole}>
        <User size={18} />
        {t('me')}
      </Link>
    </nav>
  );
}
