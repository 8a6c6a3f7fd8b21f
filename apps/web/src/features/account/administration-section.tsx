import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAdministration } from '../../shared/state/administration';
import { useMe } from '../../shared/state/session';
import styles from './account.module.css';

/** The way to the people of the company, for whom a phone's bar has no room. */
export function PeopleSection() {
  const { t } = useTranslation('frame');
  if (!useMe().desks.includes('people')) return null;
  return (
    <section className={`card ${styles.section}`} aria-label={t('people')}>
      <ul className={styles.links}>
        <li>
          <Link to="/people" search={{}} className={styles.link}>
            {t('people')}
            <ChevronRight size={16} aria-hidden />
          </Link>
        </li>
      </ul>
    </section>
  );
}

/** The way to the pages of administration; not there for those who may use none. */
export function AdministrationSection() {
  const { t } = useTranslation('frame');
  const pages = useAdministration();
  if (pages.length === 0) return null;
  return (
    <section className={`card ${styles.section}`} aria-labelledby="administration-title">
      <h2 id="administration-title">{t('administration')}</h2>
      <ul className={styles.links}>
        {pages.map(({ to, text }) => (
          <li key={to}>
            <Link to={to} className={styles.link}>
              {t(text)}
              <ChevronRight size={16} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
