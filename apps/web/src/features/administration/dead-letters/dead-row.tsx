import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../shared/api/schema';
import { Avatar } from '../../../shared/kit/avatar';
import styles from './dead-letters.module.css';

interface DeadRowProps {
  person?: components['schemas']['PersonRef'];
  /** What did not get there, and why. */
  children: ReactNode;
  /** How often it was tried, since when. */
  facts: string[];
  /** What a machine said. */
  detail: string;
  buttons: ReactNode;
}

/** A line of what did not get there, with what can be done about it. */
export function DeadRow({ person, children, facts, detail, buttons }: DeadRowProps) {
  const { t } = useTranslation('administration');
  return (
    <li className={styles.letter} data-roving>
      {person ? <Avatar person={person} /> : null}
      <div className={styles.said}>
        {children}
        <p className="hint">{facts.join(' · ')}</p>
        <details className={styles.detail}>
          <summary>{t('letterDetail')}</summary>
          <p>{detail}</p>
        </details>
      </div>
      <div className={styles.buttons}>{buttons}</div>
    </li>
  );
}
