import type { Bilingual } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../shared/api/client';
import { useWords } from '../../shared/i18n/use-language';
import { useProblemText } from '../../shared/kit/waiting/states';
import styles from './administration.module.css';

interface Line {
  place: string;
  message: Bilingual;
}

/** Lines that each say a place of the file and what is to be known about it. */
export function LineList({ lines, tone }: { lines: Line[]; tone: 'problem' | 'warning' | 'note' }) {
  const words = useWords();
  return (
    <ol className={`${styles.lines} ${styles[tone]}`}>
      {lines.map(({ place, message }, index) => (
        <li key={index}>
          {place === '' ? null : <span className={styles.place}>{place}</span>}
          <span>{words(message)}</span>
        </li>
      ))}
    </ol>
  );
}

/** What is wrong with an uploaded file: how much, and each thing at its place. */
export function ProblemList({ error, placeOf }: { error: unknown; placeOf: (path: string) => string }) {
  const { t } = useTranslation('administration');
  const problemText = useProblemText();
  const errors = (error instanceof ProblemError ? error.problem.errors : undefined) ?? [];
  return (
    <div role="alert" className={styles.refused}>
      <p className={styles.verdict}>{errors.length > 0 ? t('refused', { count: errors.length }) : problemText(error)}</p>
      <LineList tone="problem" lines={errors.map(({ field, message }) => ({ place: placeOf(field), message }))} />
    </div>
  );
}
