import { useTranslation } from 'react-i18next';
import { Bone } from '../../../shared/kit/waiting/skeleton';
import styles from '../start.module.css';

/** The catalogue before it is known. */
export function CatalogueBones() {
  const { t } = useTranslation('frame');
  return (
    <div role="status" aria-label={t('loading')} className={styles.section}>
      <Bone width={64} height={16} />
      <div className={styles.cards}>
        {[0, 1, 2].map((each) => (
          <span key={each} className={`card ${styles.card}`}>
            <span className={styles.cardText}>
              <Bone width="46%" />
              <Bone width="72%" height={10} />
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}
