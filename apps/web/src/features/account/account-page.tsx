import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { useSayWhere } from '../../shared/state/crumbs';
import { useMe } from '../../shared/state/session';
import { useViewport } from '../../shared/state/viewport';
import styles from './account.module.css';
import { AdministrationSection, PeopleSection } from './administration-section';
import { MailSection } from './mail-section';
import { PasswordSection } from './password-section';
import { Preferences } from './preferences';
import { SessionsSection } from './sessions-section';
import { TokensSection } from './tokens-section';

/** Everything about oneself: language, look, password, tokens, sessions. On a phone this is the fourth desk. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const words = useWords();
  const { person } = useMe();
  const viewport = useViewport();
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
      {viewport === 'phone' ? <PeopleSection /> : null}
      <Preferences />
      <MailSection />
      <PasswordSection />
      <TokensSection />
      <AdministrationSection />
      <SessionsSection />
    </div>
  );
}
