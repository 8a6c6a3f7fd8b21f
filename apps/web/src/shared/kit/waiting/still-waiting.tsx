import { useQueryClient, type QueryFilters } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../state/online';
import { PlainButton } from '../controls/plain-button';
import styles from './skeleton.module.css';

/** Whoever has waited for so long wants to know whether anything is still to come. */
const LONG_MS = 8_000;

/** Whatever is wanted and has not come. */
const UNTOLD: QueryFilters = { type: 'active', predicate: ({ state }) => state.data === undefined };

/** Says so where nothing has come for long, or cannot come, and asks again for what has not come. */
export function StillWaiting() {
  const { t } = useTranslation('frame');
  const client = useQueryClient();
  const online = useOnline();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!online) return <p className={styles.waiting}>{t('waitingOffline')}</p>;
  if (!isLong) return null;
  const again = (): void => {
    setIsLong(false);
    // A first reading that is under way is not begun anew by itself.
    void client.cancelQueries(UNTOLD).then(() => client.refetchQueries(UNTOLD));
  };
  return (
    <p className={styles.waiting}>
      {t('waitingLong')} <PlainButton onClick={again}>{t('retry')}</PlainButton>
    </p>
  );
}
