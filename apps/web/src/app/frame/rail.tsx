import { Link, useLocation } from '@tanstack/react-router';
import { CircleQuestionMark, Inbox, Route, SquarePen, Store, Users, Wallet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Seal } from '../../shared/kit/seal';
import { Tip } from '../../shared/kit/tip';
import { useMe, useTaskCounts } from '../../shared/state/session';
import styles from './frame.module.css';
import { legendOpen } from './legend-open';

/** The desks that this person may use, as icons with their words on hover. */
export function Rail() {
  const { t } = useTranslation('frame');
  const { desks } = useMe();
  const todo = useTaskCounts()?.todo ?? 0;
  // Figures of time are a page of the tracking desk.
  const tracking = useLocation({ select: ({ pathname }) => pathname === '/analytics' });
  return (
    <nav className={styles.rail} aria-label={t('desks')}>
      <Link to="/inbox" search={{}} className={styles.logo} aria-label={t('home')}>
        <Seal size={26} />
      </Link>
      {desks.includes('inbox') ? (
        <Tip text={t('inbox')}>
          <Link to="/inbox" search={{}} activeOptions={{ includeSearch: false }} className={styles.desklink} aria-label={t('inbox')}>
            <Inbox size={18} />
            {todo > 0 ? <b className={styles.dot}>{todo > 99 ? '99+' : todo}</b> : null}
          </Link>
        </Tip>
      ) : null}
      {desks.includes('start') ? (
        <Tip text={t('start')}>
          <Link to="/start" search={{}} activeOptions={{ includeSearch: false }} className={styles.desklink} aria-label={t('start')}>
            <SquarePen size={18} />
          </Link>
        </Tip>
      ) : null}
      {desks.includes('track') ? (
        <Tip text={t('track')}>
          <Link
            to="/track"
            search={{}}
            activeOptions={{ includeSearch: false }}
            className={styles.desklink}
            data-status={tracking ? 'active' : undefined}
            aria-label={t('track')}
          >
            <Route size={18} />
          </Link>
        </Tip>
      ) : null}
      {desks.includes('stores') ? (
        <Tip text={t('stores')}>
          <Link to="/stores" search={{}} activeOptions={{ includeSearch: false }} className={styles.desklink} aria-label={t('stores')}>
            <Store size={18} />
          </Link>
        </Tip>
      ) : null}
      {desks.includes('finance') ? (
        <Tip text={t('finance')}>
          <Link to="/finance" search={{}} activeOptions={{ includeSearch: false }} className={styles.desklink} aria-label={t('finance')}>
            <Wallet size={18} />
          </Link>
        </Tip>
      ) : null}
      {desks.includes('people') ? (
        <Tip text={t('people')}>
          <Link to="/people" search={{}} activeOptions={{ includeSearch: false }} className={styles.desklink} aria-label={t('people')}>
            <Users size={18} />
          </Link>
        </Tip>
      ) : null}
      <span className={styles.space} />
      <Tip text={t('keys')}>
        <button type="button" className={`plain ${styles.desklink}`} aria-label={t('keys')} onClick={() => legendOpen.set(true)}>
          <CircleQuestionMark size={18} />
        </button>
      </Tip>
    </nav>
  );
}
