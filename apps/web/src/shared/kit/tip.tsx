import type { ReactNode } from 'react';
import styles from './tip.module.css';

/** The name of an icon, beside it for whoever points at it or comes to it by the keyboard. The icon's own label says it to everybody else. */
export function Tip({ text, children }: { text: string; children: ReactNode }) {
  return (
    <span className={styles.tip} data-tip={text}>
      {children}
    </span>
  );
}
