export { NotificationBell } from './notification-bell';
export { NotificationsPage } from './notifications-page';
export { useUnreadCount } from './notices-query';
