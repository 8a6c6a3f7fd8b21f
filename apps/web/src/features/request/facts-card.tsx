import type { RequestView } from '../../shared/api/wire';
import { withoutThisYear } from '../../shared/format/moment';
import { useWords } from '../../shared/i18n/use-language';
import styles from './facts-card.module.css';

/** What one must know to decide, material first. */
export function FactsCard({ view }: { view: RequestView }) {
  const dates = new Set(view.form.fields.filter((field) => field.type === 'date' || field.type === 'date-range').map((field) => field.key));
  const { facts } = view;
  const words = useWords();
  if (facts.length === 0) return null;
  return (
    <dl className={`card ${styles.facts}`}>
      {facts.map((fact) => (
        <div key={fact.field}>
          <dt>{words(fact.label)}</dt>
          <dd>{dates.has(fact.field) ? withoutThisYear(words(fact.value), new Date()) : words(fact.value)}</dd>
        </div>
      ))}
    </dl>
  );
}
