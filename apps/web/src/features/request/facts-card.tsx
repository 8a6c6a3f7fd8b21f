import type { RequestView } from '../../shared/api/wire';
import { useWords } from '../../shared/i18n/use-language';
import styles from './facts-card.module.css';

/** What one must know to decide, material first. */
export function FactsCard({ facts }: { facts: RequestView['facts'] }) {
  const words = useWords();
  if (facts.length === 0) return null;
  return (
    <dl className={`card ${styles.facts}`}>
      {facts.map((fact) => (
        <div key={fact.field}>
          <dt>{words(fact.label)}</dt>
          <dd>{words(fact.value)}</dd>
        </div>
      ))}
    </dl>
  );
}
