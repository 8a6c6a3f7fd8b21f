import { Bell } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { lineIsFree } from '../../shared/state/first-sight';
import { useEver } from '../../shared/state/store';
import styles from './notices.module.css';
import { useUnreadCount } from './notices-query';

const NoticeDrawer = lazyControls(() => import('./notice-drawer').then((found) => found.NoticeDrawer));

/** The bell of the top bar, with the number of unread messages and the drawer that lists them. */
export function NotificationBell() {
  const { t } = useTranslation('notices');
  const [open, setOpen] = useState(false);
  const unread = useUnreadCount();
  const wanted = useEver(open);
  useEffect(() => void lineIsFree.then(() => NoticeDrawer.preload()), []);
  return (
    <>
      <button
        type="button"
        className={`plain ${styles.bell}`}
        aria-label={unread > 0 ? `${t('open')}, ${t('unread', { count: unread })}` : t('open')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Bell size={18} aria-hidden />
        {unread > 0 ? <span className={styles.dot}>{unread > 99 ? '99+' : unread}</span> : null}
      </button>
      <Suspense>{wanted ? <NoticeDrawer open={open} onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  );
}
