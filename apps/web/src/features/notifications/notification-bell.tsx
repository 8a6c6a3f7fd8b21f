/** The bell of the top bar with its drawer. */
export function NotificationBell() {
  return null;
}
