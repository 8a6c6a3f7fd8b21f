import type { RequestView } from '../../../shared/api/wire';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { objectionsOf } from '../buttons/amount-threshold';
import styles from '../request-body.module.css';

/** Who has signed against it, or with conditions: whoever decides must not have to look for it. */
export function OpinionNote({ view }: { view: RequestView }) {
  const words = useWords();
  const language = useLanguage();
  const objections = objectionsOf(view);
  if (objections.length === 0) return null;
  return (
    <ul className={styles.opinions}>
      {objections.map(({ by, stance, text }) => (
        <li key={`${by.id} ${stance}`} data-stance={stance}>
          <b>{words(text)}</b>
          {language === 'zh' ? `（${words(by.name)}）` : ` (${words(by.name)})`}
        </li>
      ))}
    </ul>
  );
}
