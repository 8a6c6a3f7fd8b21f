import { PasswordInput, type PasswordInputProps } from './password-input';
import styles from './plain-controls.module.css';

/** A new password has at least so many characters. */
export const PASSWORD_LENGTH = 12;

/** A password below its name; `describedBy` is the line that says what is wrong. */
export function PasswordField({ label, ...input }: PasswordInputProps & { label: string }) {
  return (
    <>
      <label htmlFor={input.id}>{label}</label>
      <PasswordInput {...input} />
    </>
  );
}

/** The line below the fields of a form that says what went wrong; it takes no room while nothing did. */
export function ProblemLine({ id, problem }: { id: string; problem: string | null }) {
  return (
    <p id={id} role="alert" className={styles.problem}>
      {problem}
    </p>
  );
}
