import { Calendar } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './day.module.css';

interface DayBoxProps {
  invalid: boolean;
  disabled: boolean;
  /** Names the pair of a range. */
  labelId?: string;
  children: ReactNode;
}

/** The frame of a field of days, with the calendar at its end. */
export function DayBox({ invalid, disabled, labelId, children }: DayBoxProps) {
  const group = labelId ? { role: 'group', 'aria-labelledby': labelId } : {};
  return (
    <div className={styles.box} data-box data-invalid={invalid} data-disabled={disabled} {...group}>
      {children}
      <Calendar size={16} aria-hidden className={styles.icon} />
    </div>
  );
}
