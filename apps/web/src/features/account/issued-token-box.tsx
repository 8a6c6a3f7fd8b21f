import { Button } from 'antd';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import type { IssuedToken } from './tokens-query';

/** A new token in full: the only time that it can be read. It stays until the person says that it is kept. */
export function IssuedTokenBox({ token, onDone }: { token: IssuedToken; onDone: () => void }) {
  const { t } = useTranslation('account');
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(token.token);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className={styles.issued} role="status">
      <p>
        <b>{t('tokenOnce')}</b>
      </p>
      <code className={styles.secret}>{token.token}</code>
      <div className={styles.actions}>
        <Button icon={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />} onClick={() => void copy()}>
          {copied ? t('copied') : t('copy')}
        </Button>
        <Button type="text" onClick={onDone}>
          {t('doneCopying')}
        </Button>
      </div>
      {copied === false ? <p className={styles.problem}>{t('copyFailed')}</p> : null}
    </div>
  );
}
