import type { InputHTMLAttributes, ReactNode } from 'react';
import styles from './plain-controls.module.css';

type Passed = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoFocus' | 'autoComplete' | 'autoCapitalize' | 'spellCheck' | 'maxLength' | 'placeholder' | 'aria-label'
>;

interface PlainInputProps extends Passed {
  id: string;
  type?: 'text' | 'password' | 'search';
  value: string;
  onChange(value: string): void;
  describedBy?: string | undefined;
  invalid?: boolean;
  trailing?: ReactNode;
}

/** A line of text that needs no library. */
export function PlainInput({ onChange, describedBy, invalid = false, trailing, type = 'text', ...input }: PlainInputProps) {
  return (
    <span className={styles.input} data-invalid={invalid}>
      <input
        {...input}
        type={type}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
      />
      {trailing}
    </span>
  );
}
