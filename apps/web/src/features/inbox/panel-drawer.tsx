import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What slides in over the list where there is no room beside it. */
export function PanelDrawer({ open, onClose, children }: { open: boolean; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation('inbox');
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={720}
      closable={false}
      styles={{ body: { padding: 0, display: 'flex' } }}
      aria-label={t('list')}
    >
      {children}
    </Drawer>
  );
}
