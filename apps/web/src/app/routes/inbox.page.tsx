import { InboxPage } from '../../features/inbox';
import { RequestPanel } from '../../features/request';

export const Inbox = () => <InboxPage panel={RequestPanel} />;
