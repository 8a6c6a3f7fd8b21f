import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './phone-top.module.css';

/** A round icon at the top of a phone page. */
export function PhoneTool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={`plain ${styles.tool}`} aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}

/** The head of a phone page: a title, or a way back with a quiet word; tools at the right. */
export function PhoneTop({
  title,
  quiet,
  onBack,
  trailing,
}: {
  title?: ReactNode;
  quiet?: ReactNode;
  onBack?: () => void;
  trailing?: ReactNode;
}) {
  const { t } = useTranslation('frame');
  return (
    <header className={styles.top}>
      {onBack ? (
        <PhoneTool label={t('back')} onClick={onBack}>
          <ChevronLeft size={20} />
        </PhoneTool>
      ) : null}
      {title ? (
        <h1 className={styles.title} title={typeof title === 'string' ? title : undefined}>
          {title}
        </h1>
      ) : null}
      {quiet ? <span className={styles.quiet}>{quiet}</span> : null}
      <span className={styles.space} />
      {trailing}
    </header>
  );
}
