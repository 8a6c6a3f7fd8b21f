import { Link } from '@tanstack/react-router';
import { ChevronRight, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DefinitionItem } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import styles from '../start.module.css';

/** One process of the catalogue: a link to its form, or the reason why it is not one's to start. */
export function ProcessCard({ item }: { item: DefinitionItem }) {
  const { t } = useTranslation('start');
  const words = useWords();
  const text = (
    <>
      <span className={styles.cardTitle}>
        {words(item.title)}
        {item.code ? <span className="hint">{item.code}</span> : null}
      </span>
      <span className="hint">
        {item.startable ? item.description && words(item.description) : item.why ? words(item.why.text) : t('notStartable')}
      </span>
    </>
  );
  if (!item.startable) {
    return (
      <div className={`card ${styles.card} ${styles.closed}`}>
        <span className={styles.cardText}>{text}</span>
        <Lock size={16} aria-label={t('notStartable')} />
      </div>
    );
  }
  const { entrances } = item;
  if (entrances) {
    return (
      <div className={`card ${styles.card}`} role="group" aria-label={words(item.title)}>
        <span className={styles.cardText}>
          {text}
          <span className={styles.entrances}>
            {entrances.each.map(({ value, title, startable }) =>
              startable ? (
                <Link key={value} to="/start/$key" params={{ key: item.key }} search={{ entrance: value }} data-roving>
                  {words(title)}
                </Link>
              ) : (
                <span key={value} className="hint">
                  <Lock size={12} aria-hidden /> {words(title)} · {t('entranceClosed')}
                </span>
              ),
            )}
          </span>
        </span>
      </div>
    );
  }
  return (
    <Link to="/start/$key" params={{ key: item.key }} search={{}} data-roving className={`card ${styles.card}`}>
      <span className={styles.cardText}>{text}</span>
      <ChevronRight size={16} aria-hidden />
    </Link>
  );
}
