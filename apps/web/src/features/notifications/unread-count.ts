/** How many messages are unread. */
export function useUnreadCount(): number {
  return 0;
}
