import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../shared/kit/waiting/states';
import styles from './parameters.module.css';

interface SettingRowProps {
  /** Of its input, which is described by `<id>-hint`. */
  id: string;
  label: string;
  input: ReactNode;
  /** What is saved, for whoever hears the button alone. */
  name: string;
  /** Why there is nothing to save; null where there is. */
  lack: string | null;
  saving: boolean;
  onSave: () => void;
  /** Takes away what is set; null where nothing is. */
  reset: { text: string; name: string; onReset: () => void } | null;
  hint: string;
  error: Error | null;
}

/** A line in which one thing is set, saved by itself, and taken back to what holds without it. */
export function SettingRow({ id, label, input, name, lack, saving, onSave, reset, hint, error }: SettingRowProps) {
  const { t } = useTranslation('parameters');
  const problemText = useProblemText();
  return (
    <li className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.edit}>
        {input}
        <Button
          type="primary"
          disabled={lack !== null}
          title={lack ?? undefined}
          loading={saving}
          aria-label={t('saveOf', { title: name })}
          onClick={onSave}
        >
          {t('save')}
        </Button>
        {reset ? (
          <Button type="text" disabled={saving} aria-label={reset.name} onClick={reset.onReset}>
            {reset.text}
          </Button>
        ) : null}
      </div>
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      {error ? (
        <p className={styles.problem} role="alert">
          {problemText(error)}
        </p>
      ) : null}
    </li>
  );
}
