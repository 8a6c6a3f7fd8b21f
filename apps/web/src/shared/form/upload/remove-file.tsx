import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './files.module.css';

/** Takes a file out of a form again. */
export function RemoveFile({ name, size, onRemove }: { name: string; size: number; onRemove: () => void }) {
  const { t } = useTranslation('form');
  return (
    <button type="button" className={`plain ${styles.remove}`} aria-label={t('removeFile', { name })} onClick={onRemove}>
      <X size={size} aria-hidden />
    </button>
  );
}
