import { Drawer } from 'antd';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NoticeList } from './notice-list';
import styles from './notices.module.css';
import { useMarkRead, useUnreadCount } from './notices-query';

/** The bell of the top bar, with the number of unread messages and the drawer that lists them. */
export function NotificationBell() {
  const { t } = useTranslation('notices');
  const [open, setOpen] = useState(false);
  const unread = useUnreadCount();
  const markRead = useMarkRead();
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
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={t('title')}
        size={400}
        destroyOnHidden
        styles={{ body: { padding: 0 }, header: { padding: '12px 16px' } }}
        extra={
          unread > 0 ? (
            <button type="button" className={`plain ${styles.all}`} onClick={() => markRead.mutate('all')}>
              {t('allRead')}
            </button>
          ) : null
        }
      >
        <NoticeList onOpen={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
