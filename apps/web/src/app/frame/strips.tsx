import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../shared/state/online';
import { useMe } from '../../shared/state/session';
import styles from './strips.module.css';

/** What holds for the whole page and must never be overlooked: demo mode, no network. */
export function Strips() {
  const { t } = useTranslation('frame');
  const { demo } = useMe();
  const online = useOnline();
  if (online && !demo) return null;
  return (
    <section aria-label={t('notes')}>
      {online ? null : (
        <p role="alert" className={`${styles.strip} ${styles.offline}`}>
          {t('offlineStrip')}
        </p>
      )}
      {demo ? (
        <p className={`${styles.strip} ${styles.demo}`}>
          <span>{t('demoStrip')}</span>
          <Link to="/login" search={{}} className="finger">
            {t('demoSwitch')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
