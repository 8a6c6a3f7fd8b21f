import { Check, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../shared/keyboard/use-keys';
import { useNow } from '../../shared/kit/moment';
import { dropToast, useToasts, type Toast } from '../../shared/state/toasts';
import styles from './toasts.module.css';

const shownMilliseconds = 6_000;

function secondsLeft(toast: Toast, now: Date): number | null {
  return toast.until === undefined ? null : Math.max(0, Math.ceil((new Date(toast.until).getTime() - now.getTime()) / 1000));
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useTranslation('frame');
  const now = useNow(500);
  const left = secondsLeft(toast, now);
  useEffect(() => {
    const end = toast.until === undefined ? shownMilliseconds : Math.max(0, new Date(toast.until).getTime() - Date.now());
    const timer = setTimeout(() => dropToast(toast.id), end);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className={styles.toast} data-tone={toast.tone}>
      {toast.tone === 'done' ? <Check size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
      <span className={styles.text}>{toast.text}</span>
      {toast.action ? (
        <button type="button" onClick={toast.action.run} className={`plain ${styles.action}`}>
          {toast.action.label}
          {left === null ? null : <span className={styles.count}>{left}</span>}
          {toast.action.key ? <kbd aria-hidden>{toast.action.key.toUpperCase()}</kbd> : null}
        </button>
      ) : null}
      <button type="button" className={`plain ${styles.close}`} aria-label={t('close')} onClick={() => dropToast(toast.id)}>
        <X size={16} />
      </button>
    </div>
  );
}

/** Toasts at the foot of the page; `u` runs the newest one that can be undone. */
export function Toasts() {
  const toasts = useToasts();
  const undoable = toasts.findLast((toast) => toast.action?.key === 'u');
  useKeys({ u: undoable?.action?.run });
  return (
    <div className={styles.stack} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
