import { useWords } from '../../../shared/i18n/use-language';
import styles from './decision.module.css';
import type { Decision } from './use-decision';

interface PhrasesProps {
  decision: Decision;
  most: number;
  onAdded: () => void;
}

/** What is often said in this process: a press puts it behind what is written. */
export function Phrases({ decision, most, onAdded }: PhrasesProps) {
  const words = useWords();
  const { draft, view } = decision;
  const add = (phrase: string): void => {
    decision.change({ comment: draft.comment.trim() === '' ? phrase : `${draft.comment.trimEnd()} ${phrase}` });
    onAdded();
  };
  return (
    <span className={styles.phrases}>
      {view.definition.phrases.slice(0, most).map((phrase) => (
        <button key={phrase.zh} type="button" className={styles.phrase} onClick={() => add(words(phrase))}>
          {words(phrase)}
        </button>
      ))}
    </span>
  );
}
