import type { ReactNode } from 'react';
import { dueText } from '../format/moment';
import { useLanguage } from '../i18n/use-language';
import styles from './chip.module.css';

export type ChipTone = 'plain' | 'cinnabar' | 'amber' | 'green' | 'teal';

export function Chip({ tone = 'plain', children, title }: { tone?: ChipTone; children: ReactNode; title?: string }) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`} title={title}>
      {children}
    </span>
  );
}

const tones = { late: 'cinnabar', soon: 'amber', calm: 'plain' } as const;

/** How much time is left, in a colour that says how urgent it is. */
export function DueChip({ at }: { at: string }) {
  const due = dueText(at, useLanguage());
  return <Chip tone={tones[due.tone]}>{due.text}</Chip>;
}
