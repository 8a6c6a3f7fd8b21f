import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { speak } from '../../shared/i18n';
import { useLanguage } from '../../shared/i18n/use-language';
import { Seal } from '../../shared/kit/seal';
import styles from './login.module.css';

/** The left side of every page before the frame: the name, the claim, what one has to do, the language. */
export function BrandSide({ demo, claim, children }: { demo: boolean; claim: boolean; children: ReactNode }) {
  const { t } = useTranslation('login');
  const language = useLanguage();
  return (
    <div className={styles.side}>
      <div className={styles.brand}>
        <Seal size={40} />
        <span className={styles.name} lang="zh">
          会签
        </span>
        <span className={styles.latin} lang="en">
          Countersign
        </span>
      </div>
      {claim ? (
        <div className={styles.claim}>
          <p className={styles.lines}>
            <span>{t('claim1')}</span>
            <span>{t('claim2')}</span>
            <span>{t('claim3')}</span>
          </p>
          <p className={styles.lead}>{t('lead')}</p>
        </div>
      ) : null}
      {children}
      <footer className={styles.foot}>
        <button type="button" className="plain" aria-label={t('switchLabel')} onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}>
          {t('switchTo')}
        </button>
        {demo ? <span>{t('demoFoot', { host: window.location.hostname })}</span> : null}
      </footer>
    </div>
  );
}
