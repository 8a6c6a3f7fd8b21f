import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import { BudgetMark, type BudgetTone } from '../../shared/words/budget-bar';
import { Moment } from '../../shared/kit/moment';
import { figures, isOverdrawn } from './budget-tree';
import type { Movement } from './finance-queries';
import styles from './line-page.module.css';

const TONES: Record<Movement['kind'], BudgetTone> = {
  ...{ plan: 'free', transfer: 'free', release: 'free', refund: 'free', extend: 'over' },
  ...{ spend: 'spent', outside: 'spent', commit: 'committed', reserve: 'reserved' },
};

/** Where it came from: a request, a table, a plan. */
function Source({ movement: { kind, request, reference, note, by } }: { movement: Movement }) {
  const { t } = useTranslation('finance');
  const words = useWords();
  const said = kind === 'plan' && note !== null ? t('version', { version: note }) : note;
  const more = [request?.title ? words(request.title) : null, said, by ? words(by.name) : null].filter(Boolean).join(' · ');
  return (
    <>
      {request?.readable ? (
        <Link to="/requests/$id" params={{ id: request.id }} className="finger">
          {request.number}
        </Link>
      ) : (
        (request?.number ?? reference)
      )}{' '}
      <span className={styles.faint}>{more}</span>
    </>
  );
}

/** One movement, with what the line stood at right after it. The roles are said because a phone lays the rows out as lines, which takes them away. */
export function MovementRow({ movement }: { movement: Movement }) {
  const { t } = useTranslation('finance');
  const { kind, at, amount, after } = movement;
  return (
    <tr role="row" data-kind={kind}>
      <td role="cell" className={styles.when}>
        <Moment at={at} />
      </td>
      <td role="cell" className={styles.kind}>
        <BudgetMark tone={TONES[kind]} /> {t(`kind-${kind}`)}
      </td>
      <td role="cell" className={styles.source}>
        <Source movement={movement} />
      </td>
      <td role="cell" className={`${styles.figure} ${styles.moved}`}>
        {figures(amount)}
      </td>
      {(['spent', 'committed', 'reserved', 'available'] as const).map((sum) => (
        <td key={sum} role="cell" className={styles.figure} data-sum={sum} data-label={t(`sum-${sum}`)} data-over={isOverdrawn(after[sum])}>
          {figures(after[sum])}
        </td>
      ))}
    </tr>
  );
}
