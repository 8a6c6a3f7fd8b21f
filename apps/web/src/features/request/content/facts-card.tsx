import { ownValue } from '@countersign/domain';
import { Link } from '@tanstack/react-router';
import type { RequestView } from '../../../shared/api/wire';
import { withoutThisYear } from '../../../shared/format/moment';
import { useWords } from '../../../shared/i18n/use-language';
import styles from './facts-card.module.css';

type Fact = RequestView['facts'][number];

/** Two days on two lines where one is too narrow, never broken within a day. */
function Days({ text }: { text: string }) {
  const [from = '', to] = text.split(/(?= 至 | – )/);
  return (
    <>
      <span className={styles.day}>{from}</span>
      {to ? <span> </span> : null}
      {to ? <span className={styles.day}>{to.trim()}</span> : null}
    </>
  );
}

/** A fact in the server's words; another request is a way to it. */
function FactWords({ view, fact }: { view: RequestView; fact: Fact }) {
  const words = useWords();
  const type = view.form.fields.find((field) => field.key === fact.field)?.type;
  const value = ownValue(view.form.values, fact.field);
  if (type === 'date' || type === 'date-range') return <Days text={withoutThisYear(words(fact.value), new Date())} />;
  if (type !== 'request' || typeof value !== 'string') return <>{words(fact.value)}</>;
  return (
    <Link to="/requests/$id" params={{ id: value }} search={{}} className="finger">
      {words(fact.value)}
    </Link>
  );
}

/** What one must know to decide, material first. */
export function FactsCard({ view }: { view: RequestView }) {
  const words = useWords();
  if (view.facts.length === 0) return null;
  return (
    <dl className={`card ${styles.facts}`}>
      {view.facts.map((fact) => (
        <div key={fact.field}>
          <dt>{words(fact.label)}</dt>
          <dd>
            <FactWords view={view} fact={fact} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
