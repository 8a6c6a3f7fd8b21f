import { useTranslation } from 'react-i18next';
import { speak } from '../../shared/i18n';
import { useLanguage } from '../../shared/i18n/use-language';
import { call } from '../../shared/api/client';
import styles from './frame.module.css';

/** Changes the language on screen and remembers it with the person, for mails and messages. */
export async function changeLanguage(language: 'zh' | 'en'): Promise<void> {
  await speak(language);
  // The page speaks already; a failure here only means that the server keeps the old wish.
  await call('PATCH', '/me', { body: { language } }).catch(() => undefined);
}

export function LanguageSwitch() {
  const { t } = useTranslation('frame');
  const language = useLanguage();
  return (
    <button
      type="button"
      className={`plain ${styles.quiet}`}
      title={t('switchLanguage')}
      onClick={() => void changeLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {language === 'zh' ? '中 / EN' : 'EN / 中'}
    </button>
  );
}
