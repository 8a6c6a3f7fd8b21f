import type { Texts } from '../texts';
import type { notices as zh } from '../zh/notices';

export const notices: Texts<typeof zh> = {
  title: 'Messages',
  open: 'Open messages',
  unread: '{{count}} unread',
  allRead: 'Mark all as read',
  none: 'No messages',
  noneHint: 'You are told here when it is your turn, when something is returned and when it is decided.',
  isUnread: 'Unread',
  superseded: 'No longer applies',
  decided: 'Done by you',
  reasonOf: 'Why “{{what}}” was given up: {{reason}}',
  more: 'Earlier messages',
};
