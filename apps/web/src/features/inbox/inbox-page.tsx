import type { ComponentType } from 'react';
export interface PanelProps {
  id: string;
}
export function InboxPage(_props: { panel: ComponentType<PanelProps> }) {
  return null;
}
