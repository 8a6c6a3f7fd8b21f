import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './plain-controls.module.css';
import { PlainInput } from './plain-input';

export interface PasswordInputProps {
  id: string;
  value: string;
  onChange(value: string): void;
  autoComplete: 'current-password' | 'new-password';
  placeholder?: string;
  describedBy?: string;
  invalid?: boolean;
}

/** A password that can be looked at while it is typed. */
export function PasswordInput(props: PasswordInputProps) {
  const { t } = useTranslation('login');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const eye = (
    <button
      type="button"
      className={`plain finger ${styles.eye}`}
      aria-pressed={shown}
      aria-label={t(shown ? 'hidePassword' : 'showPassword')}
      onClick={() => setShown(!shown)}
    >
      <Icon size={14} aria-hidden />
    </button>
  );
  return <PlainInput {...props} type={shown ? 'text' : 'password'} trailing={eye} />;
}
