import type { MouseEvent, ReactNode } from 'react';
import styles from './plain-controls.module.css';

interface PlainButtonProps {
  children: ReactNode;
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  /** What a reader is told where the words on it say too little. */
  label?: string;
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
  label,
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
      aria-label={label}
      disabled={busy}
      aria-busy={busy || undefined}
    >
      {busy ? <span className={styles.spinner} aria-hidden /> : null}
      {children}
    </button>
  );
}
