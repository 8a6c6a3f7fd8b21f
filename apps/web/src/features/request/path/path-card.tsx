import { CornerUpLeft, Minus, Send, SquarePen, TriangleAlert, Undo2, X, type LucideIcon } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView, Timeline } from '../../../shared/api/wire';
import { dayText, momentText } from '../../../shared/format/moment';
import { useLanguage } from '../../../shared/i18n/use-language';
import { StepIcon } from '../../../shared/kit/step-icon';
import { LaneCards } from './lane-cards';
import { useNamed } from '../../../shared/kit/named';
import { partsOf, pathOf, type PathState, type PathStop } from './path';
import styles from './path-card.module.css';

const MARKS: Partial<Record<PathState, LucideIcon>> = {
  skipped: Minus,
  rejected: X,
  returned: CornerUpLeft,
  withdrawn: Undo2,
  stuck: TriangleAlert,
};

function Icon({ stop }: { stop: PathStop }) {
  const Mark = MARKS[stop.state];
  if (Mark) return <Mark size={14} aria-hidden />;
  if (stop.kind) return <StepIcon kind={stop.kind} />;
  return stop.state === 'now' ? <SquarePen size={14} aria-hidden /> : <Send size={14} aria-hidden />;
}

/** On several lines where one is too narrow, never broken within a name or a date. */
function Parts({ of }: { of: string[] }) {
  return (
    <>
      {of
        .filter((part) => part !== '')
        .map((part, index) => (
          <Fragment key={part}>
            {index > 0 ? ' ' : ''}
            <span className={styles.part}>{part}</span>
          </Fragment>
        ))}
    </>
  );
}

/** What stands under a stop: whose it is or was, and when; or why nobody was asked. */
function StopNote({ stop, due }: { stop: PathStop; due: string | null }) {
  const { t } = useTranslation('request');
  const { t: time } = useTranslation('time');
  const language = useLanguage();
  const named = useNamed();
  const reason = stop.reason?.[language];
  if (reason && stop.state === 'skipped') return <>{t(stop.people.length > 0 ? 'passedBecause' : 'skippedBecause', { reason })}</>;
  if (reason) return <>{reason}</>;
  if (stop.state === 'skipped') return <>{t('skippedCondition')}</>;
  const day = stop.at ? dayText(new Date(stop.at), language, new Date()) : '';
  const since = day === '' ? t('waiting') : t('sinceDay', { day });
  const when = stop.state === 'now' ? since : stop.state === 'stuck' ? t('pathStuck') : stop.state === 'next' ? t('expected') : day;
  // What is late stands above, in red.
  const ahead = due !== null && new Date(due) > new Date() ? time('due', { when: momentText(due, language) }) : '';
  return <Parts of={[named(stop.people), when, ahead]} />;
}

/** What a stop is called that is no step of the flow. */
const PLACES = { now: 'pathChange', stuck: 'pathStuck' } as const;

function Stop({ stop, due }: { stop: PathStop; due: string | null }) {
  const { t } = useTranslation('request');
  const language = useLanguage();
  const { t: kit } = useTranslation('kit');
  const named = useNamed();
  const place = stop.state in PLACES ? PLACES[stop.state as keyof typeof PLACES] : 'pathSubmit';
  const called = stop.state === 'withdrawn' ? kit('stamp-withdrawn') : t(place);
  const passed = stop.state === 'skipped' && stop.people.length > 0;
  const here = stop.state === 'now' || stop.state === 'stuck';
  const verdict = stop.state === 'rejected' || stop.state === 'returned' ? t(`path-${stop.state}`) : null;
  return (
    <li className={styles.stop} data-state={stop.state} aria-current={here ? 'step' : undefined}>
      <span className={styles.dot}>
        <Icon stop={stop} />
      </span>
      <span className={styles.words}>
        <b>{passed ? named(stop.people) : (stop.title?.[language] ?? called)}</b>
        {verdict ? <span className={styles.verdict}>{verdict}</span> : null}
        <small>
          <StopNote stop={stop} due={due} />
        </small>
      </span>
    </li>
  );
}

/** Until when a step is due that waits for somebody; null where nothing happens by time. */
const dueOf = ({ state, step }: PathStop, { current }: RequestView): string | null =>
  state === 'now' ? (current.find((each) => each.step === step)?.dueAt ?? null) : null;

/** The way that a request took and will take, on one line. */
export function PathCard({ timeline, view }: { timeline: Timeline; view: RequestView }) {
  const { t } = useTranslation('request');
  const stops = pathOf(timeline, view);
  if (stops.length < 2) return null;
  const parts = partsOf(stops, timeline.forks);
  return (
    <div className={`card ${styles.card}`} role="region" aria-label={t('path')} tabIndex={0}>
      <ol className={styles.path} data-lanes={parts.some((part) => 'fork' in part) || undefined}>
        {parts.map((part) =>
          'stop' in part ? (
            <Stop key={part.stop.key} stop={part.stop} due={dueOf(part.stop, view)} />
          ) : (
            <li key={part.fork.step} className={styles.fork}>
              <LaneCards fork={part.fork} lanes={part.lanes} />
            </li>
          ),
        )}
      </ol>
    </div>
  );
}
