import type { ReactNode } from 'react';
import styles from './plain-controls.module.css';

interface PlainButtonProps {
  children: ReactNode;
  onClick?: () => void;
  submit?: boolean;
  primary?: boolean;
  /** Without a frame, until somebody points at it. */
  quiet?: boolean;
  /** 44 px high and as wide as what is around it. */
  wide?: boolean;
  busy?: boolean;
}

/** A button that needs no library: where a page has to be there before the library is, and in the place of one that failed. */
export function PlainButton({
  children,
  onClick,
  submit = false,
  primary = false,
  quiet = false,
  wide = false,
  busy = false,
}: PlainButtonProps) {
  const classes = [styles.button, primary ? styles.primary : '', quiet ? styles.quiet : '', wide ? `${styles.large} ${styles.block}` : ''];
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
