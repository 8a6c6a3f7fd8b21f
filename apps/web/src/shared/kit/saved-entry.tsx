import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../state/toasts';
import styles from './side.module.css';

interface SavedEntryProps {
  children: ReactNode;
  name: string;
  /** What the button says to whoever cannot see it. */
  remove: string;
  onRemove: () => Promise<unknown>;
  /** Keeps it once more: what was let go of by a slip comes back. */
  onKeep: () => void;
}

/** Something that the reader keeps, in the column at the side: where it leads, and the button that lets go of it, which can be taken back. */
export function SavedEntry({ children, name, remove, onRemove, onKeep }: SavedEntryProps) {
  const { t } = useTranslation('kit');
  const letGo = async () => {
    await onRemove();
    showToast({ id: `saved ${name}`, tone: 'done', text: t('savedRemoved', { name }), action: { label: t('savedUndo'), run: onKeep } });
  };
  return (
    <div className={styles.saved}>
      {children}
      <button type="button" className={`plain ${styles.remove}`} aria-label={remove} onClick={() => void letGo()}>
        <X size={14} />
      </button>
    </div>
  );
}
