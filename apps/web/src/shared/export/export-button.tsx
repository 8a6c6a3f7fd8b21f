import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { lateControl } from '../kit/controls/late-control';
import styles from './export-button.module.css';
import type { ExportOrder } from './export-list';

const Menu = lateControl(() => import('./export-menu').then(({ ExportMenu }) => ExportMenu));

/** What is listed, as it is narrowed in the address. */
export interface Exportable {
  list: ExportOrder['list'];
  filters?: Record<string, string | number | undefined>;
}

/** Takes a list away as a file. Its menu also has what is still being written, and what was in the last day. */
export function ExportButton({ list, filters = {} }: Exportable) {
  const { t } = useTranslation('kit');
  return (
    <Menu list={list} filters={filters}>
      <button type="button" className={`plain finger ${styles.button}`} aria-haspopup="menu">
        <Download size={16} aria-hidden />
        {t('export')}
      </button>
    </Menu>
  );
}
