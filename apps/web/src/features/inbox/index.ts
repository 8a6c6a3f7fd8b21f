export { InboxPage, type PanelProps } from './inbox-page';
export { inboxSearch } from './filter/inbox-search';
export { usePlaceInInbox } from './use-place';
