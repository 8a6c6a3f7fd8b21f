import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './side.module.css';

/** Something that the reader keeps, in the column at the side: where it leads, and the button that lets go of it. */
export function SavedEntry({ children, remove, onRemove }: { children: ReactNode; remove: string; onRemove: () => void }) {
  return (
    <div className={styles.saved}>
      {children}
      <button type="button" className={`plain ${styles.remove}`} aria-label={remove} onClick={onRemove}>
        <X size={14} />
      </button>
    </div>
  );
}
