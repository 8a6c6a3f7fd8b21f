import { Link } from '@tanstack/react-router';
import { Tooltip } from 'antd';
import { CircleQuestionMark, Inbox, SquarePen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Seal } from '../../shared/kit/seal';
import { useMe, useTaskCounts } from '../../shared/state/session';
import styles from './frame.module.css';
import { legendOpen } from './legend-open';

/** The desks that this person may use, as icons with their words on hover. */
export function Rail() {
  const { t } = useTranslation('frame');
  const { desks } = useMe();
  const todo = useTaskCounts()?.todo ?? 0;
  return (
    <nav className={styles.rail} aria-label={t('desks')}>
      <Link to="/inbox" search={{}} className={styles.logo} aria-label={t('home')}>
        <Seal size={26} />
      </Link>
      {desks.includes('inbox') ? (
        <Tooltip title={t('inbox')} placement="right">
          <Link to="/inbox" search={{}} activeOptions={{ includeSearch: false }} className={styles.desklink} aria-label={t('inbox')}>
            <Inbox size={18} />
            {todo > 0 ? <b className={styles.dot}>{todo > 99 ? '99+' : todo}</b> : null}
          </Link>
        </Tooltip>
      ) : null}
      {desks.includes('start') ? (
        <Tooltip title={t('start')} placement="right">
          <Link to="/start" search={{}} activeOptions={{ includeSearch: false }} className={styles.desklink} aria-label={t('start')}>
            <SquarePen size={18} />
          </Link>
        </Tooltip>
      ) : null}
      <span className={styles.space} />
      <Tooltip title={t('keys')} placement="right">
        <button type="button" className={`plain ${styles.desklink}`} aria-label={t('keys')} onClick={() => legendOpen.set(true)}>
          <CircleQuestionMark size={18} />
        </button>
      </Tooltip>
    </nav>
  );
}
