import { NotificationsPage } from '../../features/notifications';

export const Notifications = () => <NotificationsPage />;
