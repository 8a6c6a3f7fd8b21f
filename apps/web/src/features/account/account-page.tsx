import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { speak } from '../../shared/i18n';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { useSayWhere } from '../../shared/state/crumbs';
import { lookChoice, useLookChoice, type LookChoice } from '../../shared/state/look';
import { useMe } from '../../shared/state/session';
import styles from './account.module.css';
import { PasswordSection } from './password-section';
import { AdministrationSection } from './administration-section';
import { SessionsSection } from './sessions-section';
import { TokensSection } from './tokens-section';

/** Everything about oneself: language, look, password, tokens, sessions. On a phone this is the fourth desk. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const words = useWords();
  const { person } = useMe();
  useSayWhere([{ text: t('title') }]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Avatar person={person} large />
        <div>
          <h1>{words(person.name)}</h1>
          <p className="hint">
            {[person.title, person.unit].flatMap((text) => (text ? [words(text)] : [])).join(' · ')}
            {person.email ? ` · ${person.email}` : ''}
          </p>
        </div>
      </header>
      <Preferences />
      <PasswordSection />
      <TokensSection />
      <AdministrationSection />
      <SessionsSection />
    </div>
  );
}

function Preferences() {
  const { t } = useTranslation(['account', 'frame']);
  const language = useLanguage();
  const look = useLookChoice();
  const changeLanguage = async (next: 'zh' | 'en') => {
    await speak(next);
    // The page speaks already; a failure here only means that messages keep the language of before.
    await call('PATCH', '/me', { body: { language: next } }).catch(() => undefined);
  };
  return (
    <section className={`card ${styles.section}`}>
      <div className={styles.row}>
        <div>
          <h2 id="language-label">{t('language')}</h2>
          <p className="hint">{t('languageHint')}</p>
        </div>
        <Segmented
          aria-labelledby="language-label"
          name="language"
          value={language}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(next) => void changeLanguage(next === 'en' ? 'en' : 'zh')}
        />
      </div>
      <div className={styles.row}>
        <h2 id="look-label">{t('look')}</h2>
        <Segmented
          aria-labelledby="look-label"
          name="look"
          value={look}
          options={[
            { value: 'light', label: t('frame:lookLight') },
            { value: 'dark', label: t('frame:lookDark') },
            { value: 'system', label: t('frame:lookSystem') },
          ]}
          onChange={(next) => lookChoice.set(next as LookChoice)}
        />
      </div>
    </section>
  );
}
