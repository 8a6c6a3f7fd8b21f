import { Minus, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Timeline } from '../../shared/api/wire';
import { dayText } from '../../shared/format/moment';
import { useLanguage } from '../../shared/i18n/use-language';
import { StepIcon } from '../../shared/kit/step-icon';
import { pathOf, type PathStop } from './path';
import styles from './path-card.module.css';

function Icon({ stop }: { stop: PathStop }) {
  if (stop.state === 'skipped') return <Minus size={14} aria-hidden />;
  return stop.kind ? <StepIcon kind={stop.kind} /> : <Send size={14} aria-hidden />;
}

/** On two lines where one is too narrow, never broken within a name or a date. */
function PersonAndDay({ person, day }: { person: string; day: string }) {
  return (
    <>
      <span className={styles.part}>{person}</span> <span className={styles.part}>{day}</span>
    </>
  );
}

function Stop({ stop }: { stop: PathStop }) {
  const { t } = useTranslation('request');
  const language = useLanguage();
  const title = stop.title ? stop.title[language] : t('pathSubmit');
  const person = stop.person?.name[language] ?? '';
  const day = stop.at
    ? dayText(new Date(stop.at), language, new Date())
    : stop.state === 'now'
      ? t('waiting')
      : stop.state === 'next'
        ? t('expected')
        : '';
  const passed = stop.state === 'skipped' && stop.person !== null;
  return (
    <li className={styles.stop} data-state={stop.state} aria-current={stop.state === 'now' ? 'step' : undefined}>
      <span className={styles.dot}>
        <Icon stop={stop} />
      </span>
      <b>{passed ? person : title}</b>
      <small>
        {stop.reason ? (
          stop.reason[language]
        ) : stop.state === 'skipped' ? (
          t('skippedCondition')
        ) : (
          <PersonAndDay person={person} day={day} />
        )}
      </small>
    </li>
  );
}

/** The way that a request took and will take, on one line. */
export function PathCard({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation('request');
  const stops = pathOf(timeline);
  if (stops.length < 2) return null;
  return (
    <div className={`card ${styles.card}`} role="region" aria-label={t('path')} tabIndex={0}>
      <ol className={styles.path}>
        {stops.map((stop) => (
          <Stop key={stop.key} stop={stop} />
        ))}
      </ol>
    </div>
  );
}
