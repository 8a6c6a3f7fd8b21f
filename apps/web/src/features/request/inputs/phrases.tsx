import { useWords } from '../../../shared/i18n/use-language';
import styles from '../decision/decision.module.css';
import type { DecisionControls } from '../decision/use-decision';

interface PhrasesProps {
  view: DecisionControls['view'];
  comment: string;
  most: number;
  /** What is written sends something back: what only goes with a yes is not offered. */
  back?: boolean;
  onAdded: (comment: string) => void;
}

/** What is often said in this process: a press puts it behind what is written. */
export function Phrases({ view, comment, most, back = false, onAdded }: PhrasesProps) {
  const words = useWords();
  const offered = view.definition.phrases.filter((phrase) => !back || phrase.for !== 'yes');
  const add = (phrase: string): void => onAdded(comment.trim() === '' ? phrase : `${comment.trimEnd()} ${phrase}`);
  return (
    <span className={styles.phrases}>
      {offered.slice(0, most).map((phrase) => (
        <button key={phrase.zh} type="button" className={styles.phrase} onClick={() => add(words(phrase))}>
          {words(phrase)}
        </button>
      ))}
    </span>
  );
}
