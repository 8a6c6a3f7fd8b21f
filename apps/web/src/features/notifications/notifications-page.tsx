import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../shared/export/export-button';
import { useSayWhere } from '../../shared/state/crumbs';
import { NoticeList } from './notice-list';
import styles from './notices.module.css';
import { useMarkRead, useUnreadCount } from './notices-query';

/** All messages as a page: a phone's way to them, and the address that a link can name. */
export function NotificationsPage() {
  const { t } = useTranslation('notices');
  const unread = useUnreadCount();
  const markRead = useMarkRead();
  useSayWhere([{ text: t('title') }]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <ExportButton list="notifications" />
        {unread > 0 ? (
          <button type="button" className={`plain ${styles.all}`} onClick={() => markRead.mutate('all')}>
            {t('allRead')}
          </button>
        ) : null}
      </header>
      <div className={styles.sheet}>
        <NoticeList onOpen={() => undefined} />
      </div>
    </div>
  );
}
