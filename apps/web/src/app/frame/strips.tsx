import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { stampText } from '../../shared/format/moment';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { useAway } from '../../shared/state/away';
import { useOnline } from '../../shared/state/online';
import { useMe } from '../../shared/state/session';
import styles from './strips.module.css';

/** Somebody is away, and somebody stands in: both read it on every page. */
function AwayStrip({ text, own = false }: { text: string; own?: boolean }) {
  const { t } = useTranslation('frame');
  return (
    <p className={`${styles.strip} ${styles.demo}`}>
      <span>{text}</span>
      <Link to="/me/absence" search={own ? {} : { tab: 'others' }} className="finger">
        {t('awayLook')}
      </Link>
    </p>
  );
}

/** What holds for the whole page and must never be overlooked: demo mode, no network, who is away. */
export function Strips() {
  const { t } = useTranslation('frame');
  const { demo } = useMe();
  const online = useOnline();
  const words = useWords();
  const language = useLanguage();
  const { own, forOthers } = useAway();
  if (online && !demo && own === null && forOthers.length === 0) return null;
  return (
    <section aria-label={t('notes')}>
      {online ? null : (
        <p role="alert" className={`${styles.strip} ${styles.offline}`}>
          {t('offlineStrip')}
        </p>
      )}
      {own ? <AwayStrip text={t('awayStrip', { name: words(own.standIn.name), until: stampText(own.to, language) })} own /> : null}
      {forOthers.length > 0 ? (
        <AwayStrip
          text={t('standInStrip', {
            names: forOthers.map(({ person }) => words(person.name)).join(language === 'zh' ? '、' : ', '),
          })}
        />
      ) : null}
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
