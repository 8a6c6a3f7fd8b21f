import type { ReactNode } from 'react';
import styles from './plain-controls.module.css';

interface PlainButtonProps {
  children: ReactNode;
  onClick?: () => void;
  submit?: boolean;
  primary?: boolean;
  /** 44 px high and as wide as what is around it. */
  wide?: boolean;
  busy?: boolean;
}

/** A button that needs no library: for the sign-in page, and in the place of a page that failed. */
export function PlainButton({ children, onClick, submit = false, primary = false, wide = false, busy = false }: PlainButtonProps) {
  const classes = [styles.button, primary ? styles.primary : '', wide ? `${styles.large} ${styles.block}` : ''];
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={classes.join(' ')}
      onClick={onClick}
      disabled={busy}
      aria-busy={busy || undefined}
    >
      {busy ? <span className={styles.spinner} aria-hidden /> : null}
      {children}
    </button>
  );
}
