export { InboxPage, type PanelProps } from './inbox-page';
export { inboxSearch } from './inbox-search';
export { usePlaceInInbox } from './use-place';
