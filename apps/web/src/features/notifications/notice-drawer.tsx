import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { NoticeList } from './notice-list';
import styles from './notices.module.css';
import { useMarkRead, useUnreadCount } from './notices-query';

/** The messages in a drawer at the side. */
export function NoticeDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('notices');
  const unread = useUnreadCount();
  const markRead = useMarkRead();
  return (
    <Drawer
      open={open}
      onClose={onClose}
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
      <NoticeList onOpen={onClose} />
    </Drawer>
  );
}
