import { Button } from 'antd';
import { Check, Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './secret-box.module.css';

interface SecretBoxProps {
  secret: string;
  /** What it is and how long it lives. */
  children?: ReactNode;
  onDone(): void;
}

/** Something that can be read this once: a new token, a link. It stays until the person says that it is kept. */
export function SecretBox({ secret, children, onDone }: SecretBoxProps) {
  const { t } = useTranslation('kit');
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className={styles.box} role="status">
      <p className={styles.once}>{t('shownOnce')}</p>
      <code className={styles.secret}>{secret}</code>
      {children}
      <div className={styles.actions}>
        <Button icon={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />} onClick={() => void copy()}>
          {copied ? t('copied') : t('copy')}
        </Button>
        <Button type="text" onClick={onDone}>
          {t('kept')}
        </Button>
      </div>
      {copied === false ? <p className={styles.problem}>{t('copyFailed')}</p> : null}
    </div>
  );
}
