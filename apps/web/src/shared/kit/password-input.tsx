import { Input } from 'antd';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface PasswordInputProps {
  id: string;
  value: string;
  onChange(value: string): void;
  autoComplete: 'current-password' | 'new-password';
  placeholder?: string;
  describedBy?: string;
  invalid?: boolean;
}

/** A password that can be looked at while it is typed. */
export function PasswordInput({ id, value, onChange, autoComplete, placeholder, describedBy, invalid = false }: PasswordInputProps) {
  const { t } = useTranslation('login');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Input
      id={id}
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(invalid ? { status: 'error' as const } : {})}
      suffix={
        <button
          type="button"
          className="plain"
          aria-pressed={shown}
          aria-label={t(shown ? 'hidePassword' : 'showPassword')}
          onClick={() => setShown(!shown)}
        >
          <Icon size={14} aria-hidden style={{ display: 'block' }} />
        </button>
      }
    />
  );
}
