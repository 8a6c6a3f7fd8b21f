import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { Chip, type ChipTone } from '../../../shared/kit/chip';
import { useNamed } from '../../../shared/kit/named';
import styles from '../stores-page.module.css';
import type { Lease } from '../stores-queries';
import { useDayText } from '../../../shared/words/day-text';

const CELLS = 6;
const CELL_DAYS = 30;
const LEAD_DAYS = CELLS * CELL_DAYS;
/** Whoever has begun by then can still get through; later it is late in earnest (the approval should stand by then). */
const LAST_CALL_DAYS = 90;

/** How urgent a lease is: overdue, stuck or begun far too late, to be taken up, or neither. Pure. */
export function urgencyOf({ late, daysLeft, request }: Pick<Lease, 'late' | 'daysLeft' | 'request'>): 'late' | 'due' | 'none' {
  if (!late) return 'none';
  return request !== null || daysLeft <= LAST_CALL_DAYS ? 'late' : 'due';
}

const toneOf = { late: styles.hot, due: styles.warm, none: undefined } as const;

/** How full each cell of thirty days is, in percent. Pure. */
export const cellsOf = (daysLeft: number): number[] =>
  Array.from({ length: CELLS }, (_, at) => Math.round(Math.min(1, Math.max(0, (daysLeft - at * CELL_DAYS) / CELL_DAYS)) * 100));

/** How long a lease still runs: 180 days as six cells, the number beside it. */
export function DaysLeft({ lease }: { lease: Lease }) {
  const { t } = useTranslation('stores');
  const { daysLeft } = lease;
  const urgency = urgencyOf(lease);
  const tone = urgency !== 'none' ? urgency : daysLeft > LEAD_DAYS ? 'calm' : 'soon';
  return (
    <span className={styles.left}>
      <span className={styles.cells} data-tone={tone} aria-hidden>
        {cellsOf(daysLeft).map((full, at) => (
          <i key={at} style={{ '--full': `${full}%` } as CSSProperties} />
        ))}
      </span>
      <span className={toneOf[urgency]}>{daysLeft < 0 ? t('daysPast', { count: -daysLeft }) : t('days', { count: daysLeft })}</span>
    </span>
  );
}

const tones: Record<Lease['state'], ChipTone> = {
  idle: 'plain',
  begun: 'amber',
  renewing: 'teal',
  leaving: 'teal',
  renewed: 'green',
  ended: 'plain',
  out: 'plain',
};

/** How a lease stands, in one chip: the step where a request is in progress. */
export function StateChip({ lease: { state, request } }: { lease: Lease }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  if (request?.stuck) return <Chip tone="cinnabar">{t('stuck')}</Chip>;
  if (request?.late) return <Chip tone="cinnabar">{t('overdue')}</Chip>;
  const title = request?.step ? words(request.step) : t(`state-${state}`);
  return (
    <Chip tone={tones[state]} title={title}>
      {t(`state-${state}`)}
    </Chip>
  );
}

/** What comes next, by when and with whom. */
export function NextWords({ lease }: { lease: Lease }) {
  const { state, next, nextOn, request, daysLeft } = lease;
  const tone = toneOf[urgencyOf(lease)];
  const { t } = useTranslation('stores');
  const words = useWords();
  const dayText = useDayText();
  const named = useNamed();
  if (state === 'ended' || state === 'out') return <>—</>;
  const due = (state === 'idle' || state === 'begun') && daysLeft <= LEAD_DAYS;
  const day = dayText(nextOn);
  const text = due ? t('nextStart') : state === 'leaving' ? t('nextLeave', { day }) : t(`next-${next}`, { day });
  const names = named(request?.waitingFor ?? []);
  const second = request
    ? [request.step ? words(request.step) : '', names ? t('waitsFor', { names }) : ''].filter(Boolean).join(' · ')
    : '';
  return (
    <>
      <span className={due ? tone : undefined}>{text}</span>
      {second ? <span className={`${styles.faint} ${tone ?? ''}`}>{second}</span> : null}
    </>
  );
}
