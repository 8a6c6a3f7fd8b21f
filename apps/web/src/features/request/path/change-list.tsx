import type { TimelineItem } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import styles from './timeline-list.module.css';

const isBlank = (text: { zh: string }): boolean => /^[—–-]?$/.test(text.zh.trim());

/** What somebody has corrected: how it read before, struck out, and how it reads now. */
export function ChangeList({ changes }: { changes: TimelineItem['changes'] }) {
  const words = useWords();
  return (
    <ul className={styles.changes}>
      {changes.map((change, index) => (
        <li key={change.field + index}>
          {words(change.label)} {isBlank(change.before) ? null : <del>{words(change.before)}</del>} <ins>{words(change.after)}</ins>
        </li>
      ))}
    </ul>
  );
}
