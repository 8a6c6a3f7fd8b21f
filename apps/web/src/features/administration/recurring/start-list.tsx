import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText, momentText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Chip, type ChipTone } from '../../../shared/kit/chip';
import { ADMINISTRATION } from '../../../shared/state/administration';
import { PagedSection } from '../paged-section';
import { LeaveDialog } from './leave-dialog';
import styles from './recurring.module.css';
import { START_STATES, startsQuery, useRecurring, type RecurringProcess, type RecurringStart, type StartState } from './recurring-query';

const TONES: Record<StartState, ChipTone> = { failed: 'cinnabar', waiting: 'amber', draft: 'teal', started: 'green', left: 'plain' };

/** What a process has started, newest first; all, or what stands in one way. */
export function StartList({ process, state }: { process: RecurringProcess; state: StartState | undefined }) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const { to } = ADMINISTRATION.recurring;
  const [leaving, setLeaving] = useState(false);
  return (
    <div className={styles.starts}>
      <nav className={styles.states} aria-label={t('recordsOf', { process: words(process.title) })}>
        {[undefined, ...START_STATES].map((each) => (
          <Link
            key={each ?? 'all'}
            to={to}
            search={{ process: process.key, ...(each ? { state: each } : {}) }}
            className="finger"
            aria-current={each === state ? 'true' : undefined}
          >
            {each ? t(`state-${each}`) : t('all')}
          </Link>
        ))}
      </nav>
      {state === 'failed' && process.failed > 1 ? (
        <Button className={styles.all} onClick={() => setLeaving(true)}>
          {t('leaveAll')}
        </Button>
      ) : null}
      {leaving ? <LeaveDialog process={process} start={null} onClose={() => setLeaving(false)} /> : null}
      <PagedSection
        query={useInfiniteQuery(startsQuery(process.key, state))}
        label={t('recordsOf', { process: words(process.title) })}
        bones={2}
        empty={<p className="hint">{t('noRecords')}</p>}
        row={(start) => <StartRow process={process} start={start} />}
      />
    </div>
  );
}

function StartRow({ process, start }: { process: RecurringProcess; start: RecurringStart }) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const language = useLanguage();
  const state = start.state as StartState;
  const { unit, day, about, requestId, number, requester, askedBy, leftBy, leftWhy, fault } = start;
  const told = [
    momentText(start.at, language),
    ...(requester ? [t('requestOf', { name: words(requester.name) })] : []),
    ...(askedBy ? [t('askedBy', { name: words(askedBy.name) })] : []),
    ...(leftBy ? [t('leftBy', { name: words(leftBy.name), why: leftWhy ?? '' })] : []),
  ];
  return (
    <li className={styles.start} data-roving>
      <div className={styles.said}>
        <p>
          {words(unit.name)} {dayText(new Date(`${day}T00:00`), language, new Date())} {about ? `· ${about} ` : null}
          <Chip tone={TONES[state]}>{t(`state-${state}`)}</Chip>
        </p>
        {fault ? <p className={styles.why}>{words(fault.text)}</p> : null}
        <p className="hint">
          {requestId && number ? (
            <Link to="/requests/$id" params={{ id: requestId }} search={{}} className={`finger ${styles.place}`}>
              {number}
            </Link>
          ) : null}
          {requestId && number ? ' · ' : ''}
          {told.join(' · ')}
          {!requestId && (state === 'started' || state === 'draft') ? ` · ${t('gone')}` : ''}
        </p>
      </div>
      {state === 'failed' ? <FailedButtons process={process} start={start} /> : null}
    </li>
  );
}

/** To try it again, or to leave it so. */
function FailedButtons({ process, start }: { process: RecurringProcess; start: RecurringStart }) {
  const { t } = useTranslation('recurring');
  const words = useWords();
  const [leaving, setLeaving] = useState(false);
  const { unit, day, about } = start;
  const retry = useRecurring({ path: `${process.key}/starts/${unit.id}/${day}/retry`, query: { about }, done: t('retried') });
  const of = { unit: words(unit.name), day };
  return (
    <div className={styles.buttons}>
      <Button
        loading={retry.isPending}
        {...(process.inUse ? {} : { disabled: true, title: t('notInUse') })}
        aria-label={t('retryOf', of)}
        onClick={() => retry.mutate()}
      >
        {t('retry')}
      </Button>
      <Button type="text" aria-label={t('leaveOf', of)} onClick={() => setLeaving(true)}>
        {t('leave')}
      </Button>
      {leaving ? <LeaveDialog process={process} start={start} onClose={() => setLeaving(false)} /> : null}
    </div>
  );
}
